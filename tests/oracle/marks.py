"""How what evaluators mark becomes the score of a bid on a criterion."""

from collections.abc import Mapping
from fractions import Fraction
from statistics import median
from typing import Any

from tests.oracle.exact import MILLIONTH, exact, exact_values, half_up

Document = Mapping[str, Any]


def read_scores(row: Document, document: Document) -> dict[str, Fraction]:
    """The scores of a bid: as stated, or as its marks come to; the moderated mark before any other."""
    out_of = {criterion["id"]: exact(criterion.get("out_of", 100)) for criterion in document.get("criteria", ())}
    middle = document.get("marking", {}).get("by", "mean") == "median"
    marks = {name: _mark(list(exact_values(given).values()), middle) for name, given in row.get("marks", {}).items()}
    marks |= {name: exact(agreed["mark"]) for name, agreed in row.get("moderated", {}).items()}
    found = {name: half_up(score, MILLIONTH) for name, score in exact_values(row.get("scores", {})).items()}
    return found | {name: half_up(100 * mark / out_of[name], MILLIONTH) for name, mark in marks.items()}


def _mark(marks: list[Fraction], middle: bool) -> Fraction:
    return median(marks) if middle else sum(marks, Fraction(0)) / len(marks)
