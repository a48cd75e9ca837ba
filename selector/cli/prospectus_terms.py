"""Conditions and terms of a prospectus, on a terminal."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import BidderKind, Shape
from models.prospectus import CriterionTerms, KindFloor, Prospectus, ServiceDeal
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.verify.words import count, number, quantity

_SHAPES: Mapping[Shape, str] = {
    "single": "one provider for all",
    "network": "several providers of one group",
    "plural": "two providers or more, each at the quality standard",
}

_KINDS: Mapping[BidderKind, str] = {
    "nhs_csu": "NHS support units",
    "private": "private firms",
    "voluntary": "voluntary bodies",
    "local_authority": "councils",
    "in_house": "in-house teams",
    "partnership": "partnerships",
}


def print_conditions(console: Console, told: Prospectus) -> None:
    """Print, service by service, the scale and shape in which it is to be provided."""
    print_paragraph(console, Text("How each service is to be provided", style="bold"))
    alike: dict[str, list[str]] = {}
    for each in told.services:
        alike.setdefault("; ".join(_conditions(each)), []).append(each.name)
    for conditions, names in alike.items():
        print_paragraph(console, f"{', '.join(names)}: {conditions}.", "- ")
    if told.viability:
        print_paragraph(
            console, f"To stand, a bidder serves over all local services {_kinds(told.viability, 'people')}.", "- "
        )
    if told.max_lots_per_bidder is not None:
        print_paragraph(
            console, f"One bidder wins {count(told.max_lots_per_bidder, 'lot')} of all services at most.", "- "
        )
    for rule in told.rules:
        print_paragraph(console, rule, "- ")
    if told.rules_on_bidders:
        print_paragraph(
            console, f"{count(told.rules_on_bidders, 'rule')} of the board that name single bidders are not told.", "- "
        )
    console.print()


def _conditions(deal: ServiceDeal) -> Iterator[str]:
    yield "bought at scale" if deal.scale == "national" else "local"
    if deal.shape is not None:
        yield _SHAPES[deal.shape]
    if deal.min_providers:
        yield f"{count(deal.min_providers, 'provider')} at least"
    if deal.max_providers is not None:
        yield f"{count(deal.max_providers, 'provider')} at most"
    if deal.floor:
        yield f"a provider serves {quantity(deal.floor, deal.unit)} at least, those elsewhere counted"
    if deal.floors_by_kind:
        yield f"but {_kinds(deal.floors_by_kind, deal.unit)}"
    if deal.max_lots_per_bidder is not None:
        yield f"{count(deal.max_lots_per_bidder, 'lot')} for one bidder at most"
    if deal.quality_standard is not None:
        yield f"a quality of {number(deal.quality_standard)} of 100 on average"
    if deal.contiguity is not None:
        near = deal.contiguity.within_km
        yield f"each provider's {deal.contiguity.of}s hang together" + (
            "" if near is None else f", {number(near)} km apart at most"
        )
    for area, wte in deal.outposts.items():
        yield f"{number(wte)} WTE kept in {area}"
    if deal.framework is not None:
        yield f"called off under {deal.framework.name}" + (
            ", from bidders accredited to it" if deal.framework.accredited_only else ""
        )
        if deal.framework.min_competitors > 1:
            yield f"{deal.framework.min_competitors:,} of them compete for each lot at least"
    if deal.optional:
        yield f"{count(deal.optional, 'lot')} that the buyer may do itself"


def _kinds(floors: tuple[KindFloor, ...], unit: str) -> str:
    """Floors by kind; kinds that share one are told together."""
    told: dict[tuple[Decimal, Decimal], list[str]] = {}
    for each in floors:
        told.setdefault((each.least, each.most), []).append(_KINDS[each.kind])
    return "; ".join(
        f"{quantity(least, unit) if least == most else f'{number(least)} to {quantity(most, unit)}'} ({', '.join(kinds)})"
        for (least, most), kinds in told.items()
    )


def print_terms(console: Console, told: Prospectus) -> None:
    """Print what quality is made of, and the terms for staff, tax and contracts."""
    if told.criteria:
        _print_criteria(console, told)
    console.print(
        figures_table(
            console,
            "Terms by kind of winner, %",
            ("Kind",),
            ("Transfer", "Buyer pays", "Pensions", "VAT"),
            (
                (
                    _KINDS[each.kind],
                    *(number(part * 100) for part in (each.transfer, each.buyer_share, each.pension, each.vat)),
                )
                for each in told.kinds
            ),
        )
    )
    print_paragraph(
        console,
        "Transfer: of the staff, unless a bid says otherwise. Buyer pays: of the redundancy of the others."
        " Pensions: what they cost more, of the pay of those who transfer.",
    )
    for form in told.forms:
        whom = " within the NHS family" if form.nhs_only else ""
        extended = "" if form.nhs_only else ", extensions apart"
        print_paragraph(
            console, f"Form: {form.form}{whom}, {quantity(form.most_years, 'years')} at most{extended}.", "- "
        )


def _print_criteria(console: Console, told: Prospectus) -> None:
    services = {each.service: each.name for each in told.services}
    console.print(
        figures_table(
            console,
            "What quality is made of",
            ("Criterion", "Services"),
            ("Weight", "Of quality, %", "At least"),
            (
                (
                    f"{'- ' if each.parent else ''}{each.name}",
                    "all"
                    if each.services is None
                    else ", ".join(services[name] for name in each.services if name in services),
                    number(each.weight),
                    _share(told, each),
                    "-" if each.minimum is None else number(each.minimum),
                )
                for each in told.criteria
            ),
        )
    )


def _share(told: Prospectus, criterion: CriterionTerms) -> str:
    """What a criterion counts for, where services differ from the least to the most."""
    found = [
        share.share * 100 for deal in told.services for share in deal.criteria if share.criterion == criterion.criterion
    ]
    if not found:
        return ""
    least, most = f"{min(found):.1f}", f"{max(found):.1f}"
    return least if least == most else f"{least} to {most}"
