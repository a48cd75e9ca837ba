"""What bids are worth, on a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import Case, Handover, Without, WithoutBid
from selector.cli.certificate import level_line
from selector.cli.families import MOST
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.decide.without.measure import in_points, in_pounds
from selector.decide.without.sentence import worse
from selector.verify.words import count, number

_MOST_NAMED = 4


def print_without(console: Console, case: Case, answer: Without, *, every_lot: bool) -> None:
    """Print how much worse the best award is without each bid, then what becomes of the lots."""
    names = Names(case)
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        print_paragraph(console, _no_award(answer))
        return
    print_paragraph(console, "The best award, with every bid:")
    for level in answer.best.certificate.levels if answer.best.certificate else ():
        print_paragraph(console, level_line(level), "- ")
    if not answer.bids:
        print_paragraph(
            console, "It accepts no package. Of other bids it is told where they are named: selector without CASE BID"
        )
        return
    console.print()
    _print_worse(console, names, answer)
    _print_totals(console, answer.bids)
    for each in answer.bids:
        _print_bid(console, names, each, every_lot)


def _no_award(answer: Without) -> str:
    if answer.best.status == "infeasible":
        return "No award keeps every rule of this case, with every bid in it. Why, tells: selector conflict CASE"
    return "No award of this case was found within the limits."


def _print_worse(console: Console, names: Names, answer: Without) -> None:
    first = next((level for each in answer.bids for level in each.levels), None)
    objective = "" if first is None else first.objective
    pounds = bool(objective) and in_pounds(objective)
    unit = "£" if pounds else "points" if in_points(objective) else "units"
    spans = [_span(each, pounds) for each in answer.bids]
    open_ones = any(least != most for least, most in spans)
    headings = (f"At least, {unit}", f"At most, {unit}") if open_ones else (f"By, {unit}",)
    console.print(
        figures_table(
            console,
            f"Worse without it ({objective.replace('_', '-')})" if objective else "Without it",
            ("Bid", "Provider"),
            ("Lots", *headings),
            (
                (each.bid, names.bidder(each.bidder), f"{len(each.lots):,}", *(span if open_ones else span[:1]))
                for each, span in zip(answer.bids, spans, strict=True)
            ),
        )
    )


def _span(each: WithoutBid, pounds: bool) -> tuple[str, str]:
    """How much worse at least and at most, in the first objective."""
    if each.without.status == "infeasible":
        return "no award", "no award"
    if not each.levels:
        return "open", "open"
    first = each.levels[0]
    least, most = worse(first)
    return _figure(least, pounds), _figure(most, pounds)


def _figure(value: Decimal | None, pounds: bool) -> str:
    return "open" if value is None else f"{value:,.2f}" if pounds else number(value)


def _print_totals(console: Console, bids: Sequence[WithoutBid]) -> None:
    compared = [(each.bid, each.totals) for each in bids if each.totals is not None]
    if not compared:
        return
    proven = all(totals.proven for _, totals in compared)
    penalised = any(totals.penalty for _, totals in compared)
    console.print(
        figures_table(
            console,
            "Totals without it, less those with it" + ("" if proven else ": of the awards found, not all proven best"),
            ("Bid",),
            ("Cost, £", "Quality", "Liability, £", "Disruption", *(("Penalty, £",) if penalised else ())),
            (
                (
                    bid,
                    f"{totals.cost:+,.2f}",
                    f"{totals.quality:+,.3f}",
                    f"{totals.liability:+,.2f}",
                    f"{totals.disruption.normalize():+,f}",
                    *((f"{totals.penalty:+,.2f}",) if penalised else ()),
                )
                for bid, totals in compared
            ),
        )
    )


def _print_bid(console: Console, names: Names, each: WithoutBid, every_lot: bool) -> None:
    console.print()
    whose = f", {count(len(each.lots), 'lot')} of {names.bidder(each.bidder)}"
    print_paragraph(console, Text.assemble((each.bid, "bold"), whose))
    print_paragraph(console, " ".join((each.sentence, *_destinations(names, each))))
    if each.handovers and (every_lot or len(each.handovers) <= MOST):
        rows = [(names.bidder(lot.to_bidder), lot.to_bid) for lot in each.handovers]
        _print_lots(console, names, "Its lots", each.handovers, ("To", "By the bid"), rows)
    if each.others and (every_lot or len(each.others) <= MOST):
        rows = [(names.bidder(lot.from_bidder), names.bidder(lot.to_bidder)) for lot in each.others]
        _print_lots(console, names, "Other lots", each.others, ("From", "To"), rows)


def _destinations(names: Names, each: WithoutBid) -> Iterator[str]:
    """Who wins the lots then, in numbers."""
    if each.handovers:
        to = Counter(names.bidder(lot.to_bidder) for lot in each.handovers)
        named = [f"{name} ({many:,})" for name, many in to.most_common(_MOST_NAMED)]
        rest = f" and {len(to) - len(named):,} more" if len(to) > len(named) else ""
        go = "lot goes" if len(each.handovers) == 1 else "lots go"
        yield f"Its {go} to {', '.join(named)}{rest}."
    if each.others:
        moved = sum(lot.from_bidder != lot.to_bidder for lot in each.others)
        yield f"{count(len(each.others), 'other lot')} would go to another bid, {moved:,} of them to another provider."


def _print_lots(
    console: Console,
    names: Names,
    title: str,
    lots: Sequence[Handover],
    headings: tuple[str, str],
    rows: Sequence[tuple[str, str]],
) -> None:
    console.print(
        figures_table(
            console,
            title,
            ("Service", "Buyer", *headings),
            (),
            ((names.services[lot.service], names.buyers[lot.buyer], *row) for lot, row in zip(lots, rows, strict=True)),
        )
    )
