"""The market, on a terminal."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import Case
from models.market import Basis, Concentration, Contest, LotContest, SupplyMarket, Within
from selector.cli.families import MOST
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.supply_tables import print_bidders, print_shares
from selector.cli.table import figures_table
from selector.verify.words import count

_A_CHOICE = 2
_HEADINGS: Mapping[Basis, str] = {
    "today": "Today",
    "lowest_price": "Lowest",
    "equal_chance": "Equal",
    "award": "Award",
}
_BASES: Mapping[Basis, str] = {
    "today": "Today: who provides the lots now, at what they cost now.",
    "lowest_price": "Lowest: each lot to its lowest list price, which limits and packages may rule out.",
    "equal_chance": "Equal: each lot in equal parts to all that can win it.",
    "award": "Award: as it stands, at list prices.",
}


def print_market(console: Console, case: Case, answer: SupplyMarket, *, every_lot: bool) -> None:
    """Print what is contested, how concentrated it is, and whom the board depends on."""
    names = Names(case)
    print_paragraph(console, Text(case.name, style="bold"))
    for sentence in answer.sentences:
        print_paragraph(console, sentence, "- ")
    console.print()
    _print_contests(console, names, answer.contests)
    _print_lots(console, names, answer.lots, every_lot=every_lot)
    _print_concentration(console, names, answer)
    print_shares(console, names, answer, _HEADINGS)
    print_bidders(console, names, answer, every_row=every_lot)


def _print_contests(console: Console, names: Names, contests: Sequence[Contest]) -> None:
    areas = sum(each.within == "area" for each in contests)
    for within, heading in (("service", "Service"), ("area", "Area")):
        rows = [each for each in contests if each.within in (within, "all")]
        if within == "area" and areas < 2:
            continue
        console.print(
            figures_table(
                console,
                f"Bidders that can win, by {heading.lower()}",
                (heading,),
                ("Lots", "Bidders", "Least", "Mean", "Most", "0 or 1"),
                (
                    (
                        _name(names, each.within, each.of),
                        f"{each.lots:,}",
                        f"{each.bidders:,}",
                        f"{each.least:,}",
                        f"{each.mean:.1f}",
                        f"{each.most:,}",
                        f"{each.none + each.one:,}",
                    )
                    for each in rows
                ),
            )
        )
    (whole,) = (each for each in contests if each.within == "all")
    counted = ", ".join(f"{each.bidders:,} ({each.lots:,})" for each in whole.distribution)
    print_paragraph(console, f"Bidders that can win a lot, and the number of such lots: {counted}.")
    console.print()


def _print_lots(console: Console, names: Names, lots: Sequence[LotContest], *, every_lot: bool) -> None:
    thin = [lot for lot in lots if len(lot.bidders) < _A_CHOICE]
    if thin:
        print_paragraph(console, Text("Lots that one bidder or none can win", style="bold"))
        for lot in thin if every_lot else thin[:MOST]:
            barred = f"; {count(lot.barred, 'bidder')} barred" if lot.barred else ""
            print_paragraph(console, f"{_lot(names, lot)}: {_who(names, lot)}{barred}", "- ")
        if not every_lot and len(thin) > MOST:
            print_paragraph(console, f"and {len(thin) - MOST:,} more: --lots lists every lot.", "- ")
        console.print()
    if every_lot:
        console.print(
            figures_table(
                console,
                "Every lot: bidders that can win, and bidders barred",
                ("Service", "Buyer"),
                ("Can win", "Barred"),
                (
                    (
                        names.services[lot.service],
                        names.buyers[lot.buyer],
                        f"{len(lot.bidders):,}",
                        f"{lot.barred:,}",
                    )
                    for lot in lots
                ),
            )
        )


def _lot(names: Names, lot: LotContest) -> str:
    return f"{names.services[lot.service]} for {names.buyers[lot.buyer]}"


def _who(names: Names, lot: LotContest) -> str:
    listed = [names.bidder(bidder) for bidder in lot.bidders] + (["the buyer itself"] if lot.fallback else [])
    return " or ".join(listed) or "nobody"


def _print_concentration(console: Console, names: Names, answer: SupplyMarket) -> None:
    bases = [basis for basis in _HEADINGS if any(each.basis == basis for each in answer.concentration)]
    print_paragraph(console, Text("Concentration: the Herfindahl-Hirschman index, 0 to 10,000", style="bold"))
    print_paragraph(
        console, "The sum of squared shares: 10,000 where one has it all, 10,000/n where n have like shares."
    )
    for basis in bases:
        print_paragraph(console, _BASES[basis], "- ")
    console.print()
    _print_index(console, names, answer.concentration, bases, "By yearly spend", lambda each: each.by_spend)
    _print_index(console, names, answer.concentration, bases, "By volume", lambda each: each.by_volume)
    print_paragraph(
        console, "For comparison only, what guidelines on mergers say of such figures; no rule for an award:"
    )
    for source in dict.fromkeys(band.source for band in answer.bands):
        words = "; ".join(f"above {band.above:,} {band.words}" for band in answer.bands if band.source == source)
        print_paragraph(console, f"{words} ({source})", "- ")
    console.print()


def _print_index(
    console: Console,
    names: Names,
    concentration: Sequence[Concentration],
    bases: Sequence[Basis],
    title: str,
    index: Callable[[Concentration], Decimal | None],
) -> None:
    found = {(each.within, each.of, each.basis): index(each) for each in concentration}
    if not any(value is not None for value in found.values()):
        return
    areas = len({of for within, of, _ in found if within == "area"})
    groups = dict.fromkeys((within, of) for within, of, _ in found if within != "area" or areas > 1)
    console.print(
        figures_table(
            console,
            title,
            ("",),
            [_HEADINGS[basis] for basis in bases],
            (
                (_name(names, within, of), *(_index(found.get((within, of, basis))) for basis in bases))
                for within, of in groups
            ),
        )
    )


def _index(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:,.0f}"


def _name(names: Names, within: Within, of: str | None) -> str:
    if of is None:
        return "All lots"
    return names.services[of] if within == "service" else of
