"""Broken criteria, scores, marks and flags of low prices."""

from typing import Any

from tests.models.breaking import Broken, at
from tests.models.cases import REMOVED

FIELDS = {
    "criterion out of nothing": at("/criteria/1/out_of", 0, "0 is not allowed: it must be more than 0"),
    "criterion out of more than 100": at("/criteria/1/out_of", 101, "it must be 100 or less"),
    "parent as a list": at("/criteria/0/parent", ["quality"], "a list is not text"),
    "evaluator without a name": at("/evaluators/0/name", REMOVED, "is missing"),
    "marks as a list": at("/bids/1/marks", [], "a list is not an object"),
    "one mark for all evaluators": at("/bids/1/marks/cover", 5, "5 is not an object"),
    "mark in words": at("/bids/1/marks/cover/ann", "good", '"good" is not a number: write it like 1234.56'),
    "negative mark": at("/bids/1/marks/cover/ann", -1, "-1 is not allowed: it must be 0 or more"),
    "evaluator without an id": at("/bids/1/marks/cover/", 5, "it must not be empty"),
    "moderation without a reason": at("/bids/1/moderated/cover/reason", REMOVED, "is missing"),
    "moderation for a blank reason": at("/bids/1/moderated/cover/reason", " \n", "it must not be empty"),
    "moderation without a mark": at("/bids/1/moderated/cover/mark", REMOVED, "is missing"),
    "marking by the best": at("/marking/by", "best", '"best" is not allowed: it must be "mean" or "median"'),
    "moderation beyond 100": at("/marking/moderate_beyond", 101, "it must be 100 or less"),
    "marking misspelt": at("/marking/moderate_beyon", 1, 'did you mean "moderate_beyond"?'),
    "low by nothing": at("/abnormally_low/below_mean", 0, "it must be more than 0"),
    "low by more than all": at("/abnormally_low/below_next", "1.1", "it must be 1 or less"),
    "low by no measure": at(
        "/abnormally_low", {"below_mean": None, "below_next": None}, "states neither below_mean nor below_next"
    ),
    "low among part of a bidder": at("/abnormally_low/min_bidders", 2.5, "2.5 is not a whole number"),
    "preference without a price": at("/buyers/0/preference/quality_value", None, "null is not a number"),
    "benchmark of a fraction of a penny": at("/lots/0/benchmark", "0.001", "has more than 2 decimal places"),
}


def part(name: str, parent: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name, "parent": parent, **more}


CRITERIA = {
    "part of no criterion": at(
        "/criteria/0/parent", "qualty", 'there is no criterion "qualty" (did you mean "quality"?)'
    ),
    "part of itself": at("/criteria/2/parent", "quality", '"quality" cannot be a part of itself', "/criteria/2/parent"),
    "part of its part": Broken(
        {"/criteria/2/parent": "cover"},
        "/criteria/1/parent",
        '"cover" would be a part of itself, by way of "quality"',
    ),
    "parts in a long ring": Broken(
        {"/criteria": [part(str(n), str((n + 1) % 9)) for n in range(9)]},
        "/criteria/0/parent",
        '"0" would be a part of itself, by way of "1", "2" and 6 others',
    ),
    "services that its parent leaves out": Broken(
        {"/criteria/2/services": ["reports"]},
        "/criteria/1/services",
        'leaves no service to it: "quality", which it is a part of, applies to "reports"',
    ),
    "services that the parent of its parent leaves out": Broken(
        {
            "/criteria/2/services": ["hr"],
            "/criteria/-": part("depth", "cover"),
            "/criteria/3/services": ["reports"],
        },
        "/criteria/3/services",
        'leaves no service to it: "cover", which it is a part of, applies to "hr"',
    ),
    "service twice in a criterion": at("/criteria/1/services/-", "hr", '"hr" is named twice', "/criteria/1/services/1"),
    "parent that is marked out of ten": at(
        "/criteria/2/out_of", 10, 'is only for criteria that are marked: "quality" has parts, and only its parts are'
    ),
}

SCORES = {
    "score on what has parts": at(
        "/bids/0/scores/quality",
        60,
        'criterion "quality" has parts, and only its parts are scored: "method" and "cover"',
    ),
    "marks on what has parts": at(
        "/bids/1/marks/quality",
        {"ann": 60},
        'criterion "quality" has parts, and only its parts are marked: "method" and "cover"',
    ),
    "neither score nor marks": at(
        "/bids/1/marks", {}, 'needs marks: criterion "cover" has none', "/bids/1/moderated/cover"
    ),
    "neither score nor marks nor moderation": Broken(
        {"/bids/1/marks": {}, "/bids/1/moderated": {}}, "/bids/1/scores", 'has no score on criterion "cover"'
    ),
    "score and marks": at(
        "/bids/1/scores/cover", 50, 'criterion "cover" is marked as well: state its score or its marks, not both'
    ),
    "score of a service that its parent leaves out": Broken(
        {"/criteria/2/services": ["hr"]},
        "/bids/2/scores/method",
        'criterion "method" does not apply to service "reports"',
    ),
    "marks of another service": at(
        "/bids/2/marks",
        {"cover": {"ann": 5}},
        'criterion "cover" does not apply to service "reports"',
        "/bids/2/marks/cover",
    ),
    "marks on no criterion": at(
        "/bids/1/marks/covr", {"ann": 5}, 'there is no criterion "covr" (did you mean "cover"?)'
    ),
    "no marks": at("/bids/1/marks/cover", {}, "is empty: give the mark of each evaluator"),
    "marks of nobody": at("/bids/1/marks/cover/eve", 5, 'there is no evaluator "eve"'),
    "mark above the scale": at(
        "/bids/1/marks/cover/ann", "10.5", '10.5 is too high: criterion "cover" is marked out of 10'
    ),
    "marks far apart": at(
        "/bids/1/moderated",
        {},
        'needs moderation: "ann" gives 6.5 and "bob" 2 out of 10, more than 25 points of 100 apart',
        "/bids/1/marks/cover",
    ),
    "moderated where nobody marked": at(
        "/bids/0/moderated", {"cover": {"mark": 5, "reason": "?"}}, "needs marks", "/bids/0/moderated/cover"
    ),
    "moderated on no criterion": at(
        "/bids/1/moderated/price", {"mark": 5, "reason": "?"}, 'there is no criterion "price"'
    ),
    "moderated above the scale": at(
        "/bids/1/moderated/cover/mark", "10.01", '10.01 is too high: criterion "cover" is marked out of 10'
    ),
    "two evaluators of one id": at("/evaluators/1/id", "ann", '"ann" is already the id of /evaluators/0'),
}


def ratio(**edits: Any) -> dict[str, Any]:
    """Edits that have prices scored against benchmarks."""
    return {"/objective": {"mode": "ratio", "formula": "to_a_benchmark"}, **edits}


BENCHMARKS = {
    "service without a benchmark": Broken(
        ratio(**{"/services/0/benchmark": None}),
        "/services/0/benchmark",
        'is missing: the formula to_a_benchmark scores every price against one, and neither service "hr" nor any lot',
    ),
    "lot without a benchmark": Broken(
        ratio(**{"/services/0/benchmark": None, "/lots/0/benchmark": 1}),
        "/lots/1/benchmark",
        'is missing: the formula to_a_benchmark scores every price against one, and service "hr" has none for all',
    ),
    "lots not listed without a benchmark": Broken(ratio(**{"/lots": None}), "/services/1/benchmark", "is missing"),
    "benchmark of 0 for a lot": Broken(
        ratio(**{"/lots/2/benchmark": 0}), "/lots/2/benchmark", "0 is not allowed: the formula to_a_benchmark needs"
    ),
    "benchmark of 0 for a service": Broken(
        ratio(**{"/services/0/benchmark": 0}), "/services/0/benchmark", "0 is not allowed: the formula to_a_benchmark"
    ),
}

REFERENCES = CRITERIA | SCORES | BENCHMARKS
