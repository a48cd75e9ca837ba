"""Cases whose bids alone leave no award, whatever rules are given up: no rule is blamed, and the lots are named."""

import json
from typing import Any

import pytest

from models import Conflict, Options, read_case
from selector import evaluate
from selector.decide import conflict as conflict_module
from selector.decide.background import Background
from selector.decide.conflict import Ask, conflict
from selector.decide.feasibility import Clock, Judge
from selector.decide.relaxation import Relaxation
from selector.decide.uncovered import UNCOVERED
from tests.decide import analyses
from tests.oracle.by_hand import bid, buyer, case, service

Document = dict[str, Any]

_FIRMS = [
    {"id": id_, "name": name, "kind": "private", "viability_floor": 0} for id_, name in (("x", "Acme"), ("y", "Brook"))
]
_HR = {"id": "hr", "name": "HR"}


def _bid(name: str, bidder: str, *lots: str, **more: Any) -> Document:
    return bid(name, bidder, lots[0]) | {"lots": list(lots), **more}


def _case(bids: list[Document], boards: str = "NS", **more: Any) -> Document:
    buyers = [buyer(name, 100_000) for name in boards]
    return case(**{"buyers": buyers, "services": [service(), _HR], "bidders": _FIRMS, "bids": bids} | more)


_CROSSED = _case([_bid("p", "x", "N:it", "N:hr"), _bid("q", "y", "S:it", "N:hr"), _bid("r", "y", "S:hr")])
"""IT for N and IT for S are each bid for with HR for N only."""

_ALTERNATIVES = _case(
    [
        _bid("a", "x", "N:it", exclusive_group="g"),
        _bid("b", "x", "S:it", exclusive_group="g"),
        _bid("c", "y", "N:hr"),
        _bid("d", "y", "S:hr"),
    ]
)

_ROUND = _case(
    # Each of three lots is in two of three packages of two lots: no choice of these covers all three.
    [_bid("p", "x", "N:it", "S:it"), _bid("q", "x", "S:it", "W:it"), _bid("r", "y", "W:it", "N:it")],
    boards="NSW",
    services=[service()],
)


def _told(document: Document, **options: Any) -> Conflict:
    evaluation = evaluate(read_case(json.dumps(document)), Options(**options), isolated=False)
    assert evaluation.status == "infeasible"
    assert evaluation.conflict is not None
    return evaluation.conflict


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (
            _CROSSED,
            [
                "IT for N, HR for N and IT for S cannot all be awarded.",
                'For IT for N there is only bid "p" of Acme; it is a package with HR for N.',
                'For HR for N there are only bid "p" of Acme (a package with IT for N) and bid "q" of Brook (a package with'
                " IT for S).",
                'For IT for S there is only bid "q" of Brook; it is a package with HR for N.',
                "Whatever bids are accepted for IT for N and for IT for S, they would give HR for N away twice.",
            ],
        ),
        (
            _ALTERNATIVES,
            [
                "IT for N and IT for S cannot both be awarded.",
                'For IT for N there is only bid "a" of Acme.',
                'For IT for S there is only bid "b" of Acme.',
                'Of bids "a" and "b" of Acme, alternatives to each other (group "g"), at most one can win.',
            ],
        ),
        (
            _ROUND,
            [
                "IT for N, IT for S and IT for W cannot all be awarded.",
                'For IT for N there are only bid "p" of Acme (a package with IT for S) and bid "r" of Brook (a package with'
                " IT for W).",
                'For IT for S there are only bid "p" of Acme (a package with IT for N) and bid "q" of Acme (a package with'
                " IT for W).",
                'For IT for W there are only bid "q" of Acme (a package with IT for S) and bid "r" of Brook (a package with'
                " IT for N).",
            ],
        ),
    ],
    ids=["crossed", "alternatives", "round"],
)
def test_the_lots_are_named(document: Document, why: list[str]) -> None:
    told = _told(document)
    assert list(told.explanation) == [UNCOVERED, *why]
    assert told.rules == ()
    assert told.minimal
    assert told.further == ()
    assert (told.repair, told.alternatives, told.mendable) == (None, (), False)


def test_rules_that_clash_as_well_are_not_blamed() -> None:
    document = json.loads(json.dumps(_CROSSED))
    document["buyers"][0]["budget"] = {"2013-14": 1}
    assert _told(document).rules == ()
    assert _told(document, fixed=("budget*",)).mendable is False


def test_a_bid_more_is_what_it_takes() -> None:
    document = json.loads(json.dumps(_CROSSED))
    document["bids"].append(_bid("s", "x", "S:it"))
    assert evaluate(read_case(json.dumps(document)), isolated=False).status == "optimal"


def test_what_is_far_away_is_not_named() -> None:
    """Twenty boards more, some of whose bids are packages and alternatives too."""
    document = json.loads(json.dumps(_CROSSED))
    far = [f"B{at}" for at in range(20)]
    document["buyers"] += [buyer(name, 100_000) for name in far]
    for at, name in enumerate(far):
        document["bids"] += [_bid(f"it {at}", "x", f"{name}:it", exclusive_group=f"g{at % 2}-{at // 2}")]
        document["bids"] += [_bid(f"hr {at}", "y", f"{name}:hr"), _bid(f"both {at}", "y", f"{name}:it", f"{name}:hr")]
    assert _told(document).explanation == _told(_CROSSED).explanation


def test_many_lots_are_counted() -> None:
    """Of seven boards each needs a package with one lot of an eighth."""
    boards = "ABCDEFGH"
    bids = [_bid(f"p{name}", "x", f"{name}:it", "H:it", exclusive_group="g") for name in boards[:-1]]
    bids += [_bid(f"q{name}", "y", f"{name}:it") for name in boards[2:-1]]
    told = _told(_case(bids, boards, services=[service()]))
    assert told.explanation[1] == "IT for A and IT for B cannot both be awarded."
    # A ring of odd length, of which no lot can be spared.
    ring = "ABCDEFGHI"
    bids = [_bid(f"p{at}", "x", f"{ring[at]}:it", f"{ring[(at + 1) % 9]}:it") for at in range(9)]
    told = _told(_case(bids, ring, services=[service()]))
    assert told.explanation[1:] == (
        "IT for A, IT for B, IT for C, IT for D, IT for E and 4 further lots cannot all be awarded.",
    )


def test_without_time_it_is_said_in_general() -> None:
    read = read_case(json.dumps(_CROSSED))
    told = conflict(Ask(read, Options(), seconds=0.1))
    assert told == Conflict(rules=(), minimal=True, explanation=(UNCOVERED,), mendable=False)
    judge = Judge(Relaxation(read), Clock.starting(0, 0))
    assert Background(judge).verdict() == "unknown"


def test_without_time_and_without_rules_it_is_said_in_general() -> None:
    told = conflict(Ask(read_case(json.dumps(_ROUND)), Options(), seconds=0), isolated=False)
    assert told == Conflict(rules=(), minimal=True, explanation=(UNCOVERED,), mendable=False)


def test_with_little_time_no_rule_is_said_to_be_needed_alone() -> None:
    document = json.loads(json.dumps(_CROSSED))
    document["buyers"][0]["budget"] = {"2013-14": 1}
    told = conflict(Ask(read_case(json.dumps(document)), Options(), seconds=0.1))
    assert [rule.rule for rule in told.rules] == ["budget[N, 2013-14]"]
    assert not told.minimal


def test_a_limit_on_the_way_leaves_what_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflict_module, "analysed", analyses.hangs)
    told = conflict(Ask(read_case(json.dumps(_CROSSED)), Options(), seconds=8))
    assert told.rules == ()
    assert told.explanation[0] == UNCOVERED
