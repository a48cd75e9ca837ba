"""Rules of one family, told together where they are many."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from rich.console import Console

from models import Case
from selector.cli.paragraph import print_paragraph
from selector.cli.subject import subject
from selector.cli.table import figures_table
from selector.verify.words import count

FEW = 3
"""Rules of one family that are told in sentences; more of them are a table."""
MOST = 24
"""Rules of one family that a table lists."""

_TITLES: Mapping[str, str] = {
    "floor": "Least volume of each provider",
    "floor_by_kind": "Least volume of each provider of a kind",
    "capacity": "What bidders can take on",
    "capacity_wte": "What bidders can take on over all services",
    "min_providers": "Least number of providers",
    "max_providers": "Greatest number of providers",
    "mobilised_lots": "Lots that bidders can take over in time",
    "mobilised_wte": "Work that bidders can take over in time",
    "viability": "People that a bidder must serve to stand",
    "budget": "Budgets",
    "liability_cap": "Redundancy that buyers may have to pay",
    "min_mean_quality": "Mean quality that buyers insist on",
    "quality_standard": "Quality standards of services",
    "minimum": "What a bid must score",
    "min_quality": "Quality that a bid must have",
    "shape": "Delivery shapes",
    "max_lots": "Most lots that a bidder may win",
    "contiguity": "Ground that has to hang together",
    "joint": "What buyers buy together",
    "partner_only": "Bidders that may not stand alone",
    "framework": "Bidders accredited to frameworks",
    "competition": "Bidders that must compete under frameworks",
    "rule": "Rules of the board",
    "pick": "Bids that are to be accepted",
    "exclusion": "Bids that are left out",
    "veto": "Bidders that buyers refuse",
    "shortlist": "Shortlists",
}


class _Named(Protocol):
    @property
    def rule(self) -> str: ...

    @property
    def pointer(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def by_family(named: Iterable[_N]) -> Iterable[tuple[str, Sequence[_N]]]:
    """What is named by rules, in families such as ``floor``, each in the order it came."""
    families: dict[str, list[_N]] = {}
    for each in named:
        families.setdefault(each.rule.partition("[")[0], []).append(each)
    return families.items()


def title(family: str, many: int, noun: str) -> str:
    """What stands above the table of a family."""
    return f"{_TITLES.get(family, family)}, {count(many, noun)}:"


def print_family(
    console: Console, case: Case, rules: Sequence[_N], headings: Sequence[str], figures: Iterable[Sequence[str]]
) -> None:
    """Print a table of rules: whom each is about, then its figures."""
    whom = [subject(case, each.pointer) for each in rules]
    # Apart, so that of two long names neither is cut away by the other.
    if not any(what for _, what in whom):
        rows = [(who, *row) for (who, _), row in zip(whom, figures, strict=True)]
        console.print(figures_table(console, "", ("",), headings, rows))
    else:
        rows = [(*names, *row) for names, row in zip(whom, figures, strict=True)]
        console.print(figures_table(console, "", ("", ""), headings, rows))


def print_rest(console: Console, rest: int, indent: str) -> None:
    """Say how many the table above leaves out, if any."""
    if rest:
        print_paragraph(console, f"and {rest:,} more: --json lists them all.", indent)
