"""Who has what part of a market, and whom the board depends on, on a terminal."""

from collections.abc import Mapping
from decimal import Decimal

from rich.console import Console

from models.market import Basis, Concentration, MarketBidder, MarketShare, SupplyMarket
from models.references import FALLBACK_PREFIX
from selector.cli.families import MOST
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.verify.words import count, number

_MOST_BIDDERS = 15


def print_shares(console: Console, names: Names, answer: SupplyMarket, headings: Mapping[Basis, str]) -> None:
    """Print the share of all spend, or where that is unknown of all lots, that each bidder has, the largest first."""
    whole = {each.basis: each for each in answer.concentration if each.within == "all"}
    if not whole:
        return
    shares = {basis: {share.bidder: share for share in each.shares} for basis, each in whole.items()}
    *_, last = whole.values()
    order = [share.bidder for share in last.shares]
    order += [name for each in shares.values() for name in each if name not in order]
    order = list(dict.fromkeys(order))
    rows = [
        (_named(names, name), *(_percent(each, shares[basis].get(name)) for basis, each in whole.items()))
        for name in order[:_MOST_BIDDERS]
    ]
    console.print(
        figures_table(console, "Share of all spend, %", ("Bidder",), [headings[basis] for basis in whole], rows)
    )
    if len(order) > _MOST_BIDDERS:
        print_paragraph(console, f"and {count(len(order) - _MOST_BIDDERS, 'other')}, which --json lists.", "  ")
        console.print()


def _named(names: Names, bidder: str) -> str:
    if bidder.startswith(FALLBACK_PREFIX):
        return f"{names.buyers[bidder.removeprefix(FALLBACK_PREFIX)]} (in-house)"
    return names.bidder(bidder)


def _percent(whole: Concentration, share: MarketShare | None) -> str:
    if whole.by_spend is None:
        return "-"
    return "0" if share is None or share.spend is None else f"{share.spend * 100:.1f}"


def print_bidders(console: Console, names: Names, answer: SupplyMarket, *, every_row: bool) -> None:
    """Print what the award gives each winner, what each bidder can win, and who partners whom."""
    _print_winners(console, names, answer)
    rows = sorted((row for row in answer.bidders if row.bids), key=lambda row: (-len(row.sole), -row.lots))
    console.print(
        figures_table(
            console,
            "What each bidder can win, and it alone",
            ("Bidder", "Kind"),
            ("Bids", "Barred", "Lots", "It alone"),
            (
                (
                    row.name,
                    names.kind(row.bidder),
                    f"{row.bids:,}",
                    f"{row.bids - row.usable:,}",
                    f"{row.lots:,}",
                    f"{len(row.sole):,}",
                )
                for row in (rows if every_row else rows[:MOST])
            ),
        )
    )
    if not every_row and len(rows) > MOST:
        print_paragraph(console, f"and {count(len(rows) - MOST, 'other')}: --lots lists them all.", "  ")
        console.print()
    _print_partnerships(console, answer)


def _print_winners(console: Console, names: Names, answer: SupplyMarket) -> None:
    winners = [(row, row.won) for row in answer.bidders if row.won is not None]
    if not winners:
        return
    stuck = any(won.irreplaceable for _, won in winners)
    console.print(
        figures_table(
            console,
            "Whom the award depends on",
            ("Winner", "Kind"),
            ("Lots", "£ a year", "People", "Alone in", *(("No other",) if stuck else ())),
            (
                (
                    row.name,
                    names.kind(row.bidder),
                    f"{won.lots:,}",
                    f"{won.spend:,.0f}",
                    f"{won.people:,}",
                    f"{len(won.alone_in):,}",
                    *((f"{len(won.irreplaceable):,}",) if stuck else ()),
                )
                for row, won in sorted(winners, key=lambda each: -each[1].spend)
            ),
        )
    )
    print_paragraph(console, "Alone in: services that it alone provides.")
    if stuck:
        print_paragraph(console, "No other: lots it wins that nobody else can win from these bids.")
    console.print()


def _print_partnerships(console: Console, answer: SupplyMarket) -> None:
    partnerships = [row for row in answer.bidders if row.partners and row.bids]
    if not partnerships:
        return
    rows = {row.bidder: row for row in answer.bidders}
    print_paragraph(console, "A partnership counts as one bidder. Its partners, and what they can win by themselves:")
    for each in partnerships:
        partners = ", ".join(
            f"{rows[partner.bidder].name} {_share(partner.share)} ({_alone(rows[partner.bidder])})"
            for partner in each.partners
        )
        print_paragraph(console, f"{each.name}: {partners}", "- ")


def _share(share: Decimal) -> str:
    return f"{number(share * 100)} %"


def _alone(row: MarketBidder) -> str:
    return count(row.lots, "lot") if row.lots else "none"
