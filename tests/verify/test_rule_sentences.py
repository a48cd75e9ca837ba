"""How rules of the board are worded."""

import re
from itertools import product
from typing import Any, get_args

import pytest

from models import COUNTS, Case, Metric, Rule, RuleSense
from selector.verify.sentences.names import Names
from selector.verify.sentences.rule import row_sentence, rule_sentence
from tests.verify.board.case import DOCUMENT, case_of, states_of, with_rule

EVERYONE: dict[str, Any] = {}
FIRM: dict[str, Any] = {"ids": ["firm"]}
PAIR: dict[str, Any] = {"ids": ["firm", "unit"]}
FIRMS: dict[str, Any] = {"kinds": ["private"]}
LOTS: list[dict[str, Any]] = [
    {},
    {"services": ["f"]},
    {"services": ["f", "g"], "areas": ["Kent"]},
    {"buyers": ["n", "w"]},
    {"buyers": ["w"], "areas": ["Kent"]},
    {"regions": ["South East"]},
]


def worded(**rule: Any) -> str:
    case = with_rule(**{"metric": "lots", "sense": "at_most", "limit": 3} | rule)
    return rule_sentence(case, case.rules[0])


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (
            {"name": "No one dominates", "each": True, "metric": "share_of_spend", "limit": "0.4"},
            "No one dominates (r): each bidder wins at most 40 % of the yearly spend on all services.",
        ),
        ({"name": "r"}, "r: all bidders together win at most 3 lots."),
        ({"bidders": FIRM, "limit": 1}, "r: Firm wins at most 1 lot."),
        ({"bidders": FIRM, "limit": 0}, "r: Firm wins no lots."),
        ({"bidders": PAIR, "sense": "exactly"}, "r: Firm and Unit together win exactly 3 lots."),
        ({"bidders": PAIR, "each": True}, "r: each of Firm and Unit wins at most 3 lots."),
        ({"bidders": FIRM, "each": True, "sense": "at_least"}, "r: Firm wins at least 3 lots, where it wins any."),
        ({"bidders": FIRMS, "each": True, "lots": LOTS[1]}, "r: each private firm wins at most 3 lots of Finance."),
        (
            {"bidders": {"kinds": ["private", "voluntary"], "ids": ["unit"]}},
            "r: Unit, all private firms and all voluntary bodies together win at most 3 lots.",
        ),
        (
            {"bidders": {"tags": ["sme", "local"]}, "lots": LOTS[2]},
            'r: all bidders with the tag "sme" or "local" together win at most 3 lots of Finance and Growth in Kent.',
        ),
        ({"bidders": {"groups": ["one"]}, "each": True}, 'r: each bidder of the group "one" wins at most 3 lots.'),
        (
            {"each": True, "bidders": {"incumbents": True}, "sense": "at_least"},
            "r: each bidder wins at least 3 lots, where it wins any, counting only what it provides today.",
        ),
        (
            {"bidders": {"incumbents": True}, "sense": "at_least"},
            "r: all bidders together win at least 3 lots, counting only lots whose supplier provides them today.",
        ),
        (
            {"per": ["area", "service"], "each": True},
            "r: in each area, for each service, each bidder wins at most 3 lots.",
        ),
        (
            {"per": ["buyer"], "lots": LOTS[3], "bidders": FIRM},
            "r: for each of North and West, Firm wins at most 3 lots.",
        ),
        (
            {"per": ["buyer"], "lots": LOTS[5], "bidders": FIRM},
            "r: for each buyer in South East, Firm wins at most 3 lots.",
        ),
        ({"per": ["service"], "lots": LOTS[1], "bidders": FIRM}, "r: for Finance, Firm wins at most 3 lots."),
        (
            {"per": ["area"], "lots": {"areas": ["Kent", "Devon"]}, "bidders": FIRM},
            "r: in each of Kent and Devon, Firm wins at most 3 lots.",
        ),
        (
            {"metric": "buyers", "bidders": FIRM, "lots": LOTS[4] | {"services": ["f"]}},
            "r: Firm serves at most 3 buyers among West and all buyers in Kent with Finance.",
        ),
        (
            {"metric": "population", "sense": "at_least", "limit": 300_000, "bidders": FIRM, "lots": LOTS[1]},
            "r: Firm serves at least 300,000 people with Finance, each counted once.",
        ),
        (
            {"metric": "share_of_population", "limit": "0.125", "bidders": FIRMS},
            "r: all private firms together serve at most 12.5 % of the people of all buyers.",
        ),
        (
            {"metric": "share_of_population", "limit": "0.5", "bidders": FIRM, "lots": LOTS[2]},
            "r: Firm serves at most 50 % of the people in Kent with Finance and Growth.",
        ),
        (
            {"metric": "spend", "limit": "1000.50", "bidders": FIRM, "lots": LOTS[3]},
            "r: Firm wins at most £1,000.50 of the yearly spend on all services for North and West.",
        ),
        (
            {"metric": "share_of_spend", "limit": 0, "bidders": FIRM, "per": ["service"]},
            "r: for each service, Firm wins none of the yearly spend on it.",
        ),
        ({"metric": "winners", "limit": 1, "lots": LOTS[1]}, "r: at most 1 bidder wins lots of Finance."),
        (
            {"metric": "winners", "limit": 2, "sense": "at_least", "bidders": FIRMS},
            "r: at least 2 private firms win lots.",
        ),
        (
            {"metric": "winners", "limit": 1, "sense": "exactly", "bidders": PAIR},
            "r: exactly 1 bidder among Firm and Unit wins lots.",
        ),
        ({"metric": "winners", "limit": 0, "bidders": FIRMS}, "r: no private firms win lots."),
        (
            {"metric": "mean_quality", "limit": 60, "sense": "at_least", "lots": LOTS[1]},
            "r: the mean quality of Finance is at least 60 points.",
        ),
        (
            {"metric": "mean_quality", "limit": 1, "sense": "at_least", "lots": LOTS[1]},
            "r: the mean quality of Finance is at least 1 point.",
        ),
        (
            {"metric": "mean_quality", "limit": 60, "sense": "at_least", "each": True, "lots": LOTS[1]},
            "r: the mean quality of what each bidder wins of Finance is at least 60 points.",
        ),
        (
            {"metric": "liability", "limit": 20_000, "bidders": FIRMS},
            "r: the liability on what all private firms together win is at most £20,000, before redeployment.",
        ),
        ({"metric": "moves", "limit": 10, "lots": LOTS[1]}, "r: at most 10 lots of Finance change supplier."),
        ({"metric": "moves", "limit": 1}, "r: at most 1 lot changes supplier."),
        (
            {"metric": "moves", "limit": 2, "each": True},
            "r: each bidder takes over at most 2 lots from other suppliers.",
        ),
    ],
)
def test_a_rule_is_worded_as_a_board_would_say_it(rule: dict[str, Any], sentence: str) -> None:
    assert worded(**rule) == sentence


@pytest.mark.parametrize(
    ("rule", "end"),
    [
        ({"penalty": 10_000}, "; each lot beyond counts for £10,000."),
        ({"penalty": 0.5, "sense": "at_least"}, "; each lot short counts for £0.50."),
        ({"penalty": 1, "sense": "exactly"}, "; each lot more or less counts for £1."),
        ({"priority": 1}, "; priority 1: broken as little as can be."),
        ({"priority": 2, "penalty": 5}, "; priority 2: broken as little as can be, and each lot beyond counts for £5."),
        # A penalty is for all of a share: a hundredth of it is for a hundredth.
        ({"metric": "share_of_spend", "limit": "0.4", "penalty": 5000}, "; each 1 % beyond counts for £50."),
        ({"metric": "spend", "penalty": 2}, "; each £1 beyond counts for £2."),
        ({"metric": "population", "penalty": 2}, "; each person beyond counts for £2."),
        ({"metric": "winners", "penalty": 2}, "; each bidder beyond counts for £2."),
        ({"metric": "mean_quality", "sense": "at_least", "penalty": 2}, "; each point short counts for £2."),
    ],
)
def test_a_soft_rule_says_what_it_costs_to_break_it(rule: dict[str, Any], end: str) -> None:
    sentence = worded(**rule)
    assert sentence.endswith(end)
    assert worded(**rule | {"penalty": None, "priority": None}) == sentence.removesuffix(end) + "."


def test_a_row_says_whom_and_what_it_is_for() -> None:
    case = with_rule(name="Balance", metric="lots", each=True, per=["area", "service"], sense="at_most", limit=2)
    assert {name: state.sentence for name, state in states_of(case).items()} == {
        "rule[r, firm, Kent, f]": "Balance (r): in Kent, for Finance, Firm wins at most 2 lots.",
        "rule[r, unit, Kent, g]": "Balance (r): in Kent, for Growth, Unit wins at most 2 lots.",
        "rule[r, in-house:w, Devon, f]": "Balance (r): in Devon, for Finance, West (in-house) wins at most 2 lots.",
    }


def test_a_row_for_all_together_keeps_the_subject_of_its_rule() -> None:
    case = with_rule(metric="share_of_spend", bidders=FIRMS, per=["buyer"], sense="at_most", limit="0.4")
    assert row_sentence(Names.of(case), case.rules[0], None, {"buyer": "n"}) == (
        "r: for North, all private firms together win at most 40 % of the yearly spend on all services."
    )


def _rules() -> list[dict[str, Any]]:
    senses: tuple[RuleSense, ...] = get_args(RuleSense)
    metrics: tuple[Metric, ...] = get_args(Metric)
    who = (EVERYONE, FIRM, PAIR, FIRMS, PAIR | FIRMS, {"tags": ["sme"], "groups": ["one"]})
    pers: list[list[str]] = [[], ["buyer"], ["service", "area"]]
    return [
        {"metric": metric, "sense": sense, "each": each, "bidders": bidders, "lots": lots, "per": per, "limit": limit}
        for metric, sense, each, bidders, lots, per, limit in product(
            metrics, senses, (False, True), who, LOTS, pers, (1, 7)
        )
        if (sense != "exactly" or metric in COUNTS) and not (each and metric == "winners")
    ]


def test_every_combination_is_a_sentence() -> None:
    case: Case = case_of(buyers=DOCUMENT["buyers"])
    found = {rule_sentence(case, Rule(id="r", **rule)) for rule in _rules()}
    assert len(found) > 3000
    for sentence in found:
        assert sentence.startswith("r: ")
        assert sentence.endswith(".")
        assert not re.search(r"  | [,.;]|,,|\bNone\b|[{}\[\]]|\.\.", sentence), sentence
        # Verbs agree with their subjects, and nouns with their numbers.
        assert not re.search(r"\btogether (wins|serves|takes)\b", sentence), sentence
        assert not re.search(r"\beach (bidder|private firm) (win|serve|take)\b", sentence), sentence
        assert not re.search(r"\b1 (lots|buyers|people|bidders|private firms)\b", sentence), sentence
        assert not re.search(r"\b7 (lot|buyer|person|bidder|private firm)\b(?! %)", sentence), sentence
