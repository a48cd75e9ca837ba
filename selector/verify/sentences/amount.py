"""Limits of rules in words."""

from decimal import Decimal

from models import Metric, RuleSense
from selector.verify.words import number, pounds

NOUNS: dict[Metric, tuple[str, str]] = {
    "lots": ("lot", "lots"),
    "buyers": ("buyer", "buyers"),
    "population": ("person", "people"),
    "winners": ("bidder", "bidders"),
    "mean_quality": ("point", "points"),
    "moves": ("lot", "lots"),
}
"""What is counted: one, and several. Of money and shares nothing is."""
SENSES: dict[RuleSense, str] = {"at_least": "at least", "at_most": "at most", "exactly": "exactly"}


def money(value: Decimal) -> str:
    """``£10,000``, ``£1.50``: the pence only where there are some."""
    return pounds(value).removesuffix(".00")


def per_cent(share: Decimal) -> str:
    """``40 %``."""
    return f"{number(share * 100)} %"


def counted(sense: RuleSense, limit: Decimal, one: str, several: str) -> str:
    """``at most 3 lots``, ``exactly 1 lot``, ``no lots``."""
    if not limit and sense != "at_least":
        return f"no {several}"
    return f"{SENSES[sense]} {number(limit)} {one if limit == 1 else several}"
