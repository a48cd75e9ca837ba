"""The random cases with rules of the board are valid, repeatable, and what they state often decides."""

import json
from collections import Counter
from collections.abc import Iterator

import pytest

from models import read_case
from tests.oracle.board_case import board_case
from tests.oracle.board_rows import rows
from tests.oracle.draw.ratio import FORMULAS
from tests.oracle.enumerate import Answer, award_of, solve
from tests.oracle.low_bids import low_bids
from tests.oracle.reading import Document, read
from tests.oracle.tables import Case
from tests.oracle.worth import worths


def test_same_seed_same_case() -> None:
    texts = [json.dumps(board_case(seed)) for seed in range(20)]
    assert texts == [json.dumps(board_case(seed)) for seed in range(20)]
    assert len(set(texts)) == 20


@pytest.mark.parametrize("seed", range(30))
def test_case_is_valid(seed: int) -> None:
    document = board_case(seed)
    case = read_case(json.dumps(document))
    assert [lot.id for lot in case.tendered] == list(read(document).lots)


@pytest.mark.deep
def test_all_that_is_stated_decides_some_of_300_cases() -> None:
    seen = Counter(name for seed in range(300) for name in set(_seen(board_case(seed))))
    assert {name: seen[name] for name in _WANTED if seen[name] < 3} == {}
    assert seen["infeasible"] < 60


def _seen(document: Document) -> Iterator[str]:
    """What comes about in a case."""
    answer = solve(document)
    if not answer.feasible:
        yield "infeasible"
    for at, rule in enumerate(document.get("rules", ())):
        without = document["rules"][:at] + document["rules"][at + 1 :]
        if rule.get("active", True) and solve({**document, "rules": without}).winners != answer.winners:
            yield from (f"{name} decides" for name in _kinds(rule))
    for table in ("picks", "exclusions"):
        if table in document:
            bare = {key: value for key, value in document.items() if key != table}
            if solve(bare).winners != answer.winners:
                yield f"{table} decide"
    facts = read(document)
    yield from _scored(facts, document)
    if answer.award is not None:
        yield from _of_award(facts, answer)


def _kinds(rule: Document) -> Iterator[str]:
    """What a rule is like."""
    penalty, priority = (name in rule for name in ("penalty", "priority"))
    yield {(False, False): "hard", (True, False): "penalty", (False, True): "priority", (True, True): "both"}[
        penalty, priority
    ]
    yield from (rule["metric"], rule["sense"], *(f"per {name}" for name in rule.get("per", ())))
    yield from (name for name in ("each", "lots") if rule.get(name))
    yield from (f"bidders by {name}" for name in rule.get("bidders", {}))


def _scored(facts: Case, document: Document) -> Iterator[str]:
    objective = facts.objective
    if objective.ratio is not None:
        yield objective.ratio.formula
        yield f"price: {objective.ratio.price}"
    yield from (f"level {name}" for name, _ in objective.levels or ())
    if any(row.parent is not None for row in facts.criteria):
        yield "tree"
    if any(bid.get("marks") for bid in document["bids"]):
        yield document.get("marking", {}).get("by", "mean")
    if any(bid.get("moderated") for bid in document["bids"]):
        yield "moderated"
    wholes = {row.parent for row in facts.criteria}
    minimums = {f"minimum[{row.id}]" for row in facts.criteria if row.id in wholes}
    if any(minimums.intersection(row.bars) for row in worths(facts).values()):
        yield "minimum of a whole bars"
    if any(low_bids(facts)):
        yield "abnormally low"


def _of_award(facts: Case, answer: Answer) -> Iterator[str]:
    """What the award makes of the rules."""
    assert answer.award is not None
    ruled = list(rows(facts, award_of(facts, dict(zip(facts.lots, answer.award, strict=True))).offers))
    for row in ruled:
        if row.binds and row.kept and row.found.numerator == row.rule.limit * row.found.denominator > 0:
            yield f"{row.rule.metric} at its limit"
        if not row.kept:
            yield "broken"
        if not row.found.denominator:
            yield "nothing to divide by"
        if row.rule.sense == "at_least" and not row.binds:
            yield "binds nobody"
    if any("area" in row.rule.per for row in ruled) and None in {
        facts.buyers[lot.buyer].area for lot in facts.lots.values()
    }:
        yield "per area, some without"
    if answer.tied > 1:
        yield "tied"


_SHARES = ("share_of_spend", "share_of_population", "mean_quality")
_METRICS = ("lots", "buyers", "population", "spend", "winners", "liability", "moves", *_SHARES)
_DECIDING = (
    *_METRICS,
    *("at_least", "at_most", "exactly", "hard", "penalty", "priority", "both", "each", "lots"),
    *("per buyer", "per service", "per area", "per region"),
    *(f"bidders by {name}" for name in ("ids", "kinds", "tags", "groups", "incumbents")),
)
_WANTED = (
    *(f"{name} decides" for name in _DECIDING),
    *(f"{name} at its limit" for name in _METRICS),
    *("picks decide", "exclusions decide", "infeasible", "broken", "tied", "binds nobody", "nothing to divide by"),
    *FORMULAS,
    *(f"price: {name}" for name in ("list", "cost", "cost_and_liability")),
    *("level penalty", "tree", "mean", "median", "moderated", "minimum of a whole bars", "abnormally low"),
    "per area, some without",
)
