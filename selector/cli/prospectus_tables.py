"""The prospectus, on a terminal."""

from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models.prospectus import Deal, LotDeal, Prospectus
from selector.cli.families import MOST
from selector.cli.paragraph import print_paragraph
from selector.cli.prospectus_terms import print_conditions, print_terms
from selector.cli.table import figures_table
from selector.verify.words import count, number, pounds

_NOTHING = ("0", "0", "0", "0")


def print_prospectus(console: Console, told: Prospectus, *, every_lot: bool) -> None:
    """Print how large each deal is, who works on it, how it has to be provided, and on which terms it is decided."""
    print_paragraph(console, Text(f"{told.name}: prospectus", style="bold"))
    for sentence in _opening(told):
        print_paragraph(console, sentence)
    console.print()
    services = [(each.name, each) for each in told.services]
    _print_sizes(console, "What is bought, by service", ("Service",), [((name,), deal) for name, deal in services])
    _print_staff(
        console,
        "Who works on it, and what is due if nobody transfers",
        ("Service",),
        [((name,), deal) for name, deal in services],
    )
    _print_joint(console, told)
    _print_buyers(console, told)
    if every_lot or len(told.lots) <= MOST:
        _print_lots(console, told)
    else:
        print_paragraph(console, f"Each of the {len(told.lots):,} lots: --lots, or --json.")
        console.print()
    print_conditions(console, told)
    print_terms(console, told)


def _opening(told: Prospectus) -> Sequence[str]:
    years, first = count(told.horizon.years, "year"), told.horizon.start
    found = [
        f"{count(len(told.lots), 'lot')} of {count(len(told.services), 'service')}"
        f" for {count(len(told.buyers), 'buyer')}, compared over {years} from {first.day} {first:%B %Y}"
        f" at {number(told.horizon.discount_rate * 100)} % a year."
        f" Extensions are {'' if told.horizon.extended else 'not '}counted upon.",
        told.decided_by,
    ]
    if told.few_people:
        found.append(
            f"Before this is published: on {count(told.few_people, 'lot')} fewer than five people work, and what is told of"
            " their pay tells of persons."
        )
    return found


def _print_sizes(
    console: Console, title: str, headings: Sequence[str], rows: Sequence[tuple[Sequence[str], Deal]]
) -> None:
    other = any(deal.unit != "people" for _, deal in rows)
    partly = any(deal.present_cost_of < deal.lots for _, deal in rows)
    console.print(
        figures_table(
            console,
            title,
            headings,
            ("Lots", "People", *(("Volume",) if other else ()), "Cost today, £ a year"),
            (
                (
                    *names,
                    f"{deal.lots:,}",
                    f"{deal.population:,}",
                    *((f"{number(deal.volume)} {deal.unit}",) if other else ()),
                    _cost(deal, partly=partly),
                )
                for names, deal in rows
            ),
        )
    )


def _cost(deal: Deal, *, partly: bool) -> str:
    if deal.present_cost is None:
        return "not stated"
    told = f"{deal.present_cost:,.0f}"
    return f"{told} ({deal.present_cost_of:,} of {deal.lots:,} lots)" if partly else told


def _print_staff(
    console: Console, title: str, headings: Sequence[str], rows: Sequence[tuple[Sequence[str], Deal]]
) -> None:
    if not any(deal.staff for _, deal in rows):
        return
    console.print(
        figures_table(
            console,
            title,
            headings,
            ("Heads", "WTE", "Pay, £ a year", "Redundancy, £"),
            ((*names, *_staff(deal)) for names, deal in rows),
        )
    )


def _staff(deal: Deal) -> Sequence[str]:
    staff = deal.staff
    if staff is None:
        return _NOTHING
    return f"{staff.heads:,.1f}", f"{staff.wte:,.1f}", f"{staff.pay:,.0f}", f"{staff.liability:,.0f}"


def _print_joint(console: Console, told: Prospectus) -> None:
    if told.joint:
        services = {each.service: each.name for each in told.services}
        rows = [((each.name, services[each.service]), each) for each in told.joint]
        _print_sizes(console, "Bought together: one supplier for all of it", ("Buyers", "Service"), rows)


def _print_buyers(console: Console, told: Prospectus) -> None:
    console.print(
        figures_table(
            console,
            "Buyers",
            ("Buyer", "Area"),
            ("People", "Lots", "Most redundancy, £"),
            (
                (
                    each.name,
                    each.area or "",
                    f"{each.population:,}",
                    f"{each.lots:,}",
                    "-" if each.liability_cap is None else f"{each.liability_cap:,.0f}",
                )
                for each in told.buyers
            ),
        )
    )
    years = sorted({year for each in told.buyers for year in each.budget})
    if years:
        console.print(
            figures_table(
                console,
                "Budgets of all their lots, £: prices, VAT, pensions and one-offs",
                ("Buyer",),
                years,
                ((each.name, *(_budget(each.budget.get(year)) for year in years)) for each in told.buyers),
            )
        )
    listed = [each.name for each in told.buyers if each.by_shortlist]
    if listed:
        print_paragraph(
            console, f"{count(len(listed), 'buyer')} will consider none but bidders listed: {', '.join(listed)}."
        )
    for each in told.buyers:
        if each.min_mean_quality is not None:
            print_paragraph(
                console, f"{each.name} asks for a mean quality of {number(each.min_mean_quality)} over its lots."
            )
    if told.liability_cap is not None:
        print_paragraph(console, f"All buyers together will pay {pounds(told.liability_cap)} of redundancy at most.")
    console.print()


def _budget(amount: Decimal | None) -> str:
    return "-" if amount is None else f"{amount:,.0f}"


def _print_lots(console: Console, told: Prospectus) -> None:
    services = {each.service: each.name for each in told.services}
    buyers = {each.buyer: each.name for each in told.buyers}
    headings = ("Service", "Buyer")

    def names(lot: LotDeal) -> Sequence[str]:
        return services[lot.service], buyers[lot.buyer]

    rows = [(names(lot), lot) for lot in told.lots]
    _print_sizes(console, "Each lot", headings, rows)
    _print_staff(console, "Who works on each lot", headings, rows)
    console.print(
        figures_table(
            console,
            "Today, and what is asked",
            (*headings, "Provided by"),
            ("WTE asked", "Quality from", ""),
            (
                (
                    *names(lot),
                    lot.incumbent or "nobody named",
                    "-" if lot.wte_needed is None else number(lot.wte_needed),
                    "-" if lot.min_quality is None else number(lot.min_quality),
                    "" if lot.required else "optional",
                )
                for lot in told.lots
            ),
        )
    )
