"""What redundancy asks of bidders outside the NHS family, on a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from models import BreakEven, BreakEvenBidder, Case
from selector.cli.certificate import level_line
from selector.cli.if_all_leave import print_if_all_leave
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table

_MOST_LOTS = 6
_MEANING = (
    "Needed saving: the redundancy that its bids cause beyond that of the others.",
    "Offered saving: how much less its bids cost, in present value, without charges and discounts.",
)
_BELOW = "Below 0: it may be dearer (needed) or is dearer (offered) by so much."
_WINNERS = 'A winner with "no" wins on other grounds, such as quality, rules or charges.'
_LOSERS = 'A loser with "yes" may still lose, on quality, rules or charges for example.'
_LOT_BY_LOT = "Its bids are compared lot by lot, even if it could not win them all together."


def print_break_even(console: Console, case: Case, answer: BreakEven, *, every_lot: bool) -> None:
    """Print what each bidder must be cheaper by, winners first, then what it comes to if every buyer leaves."""
    names = Names(case)
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        print_paragraph(console, _no_award(answer))
    else:
        print_paragraph(console, "The award:")
        for level in answer.best.certificate.levels if answer.best.certificate else ():
            print_paragraph(console, level_line(level), "- ")
        console.print()
        _print_bidders(console, case, names, answer.bidders)
        for each in answer.bidders:
            if every_lot and each.lots:
                _print_lots(console, names, each)
    if answer.if_all_leave is not None:
        print_if_all_leave(console, answer.if_all_leave)
    else:
        print_paragraph(console, "The case has no staff groups: nobody is made redundant.")


def _no_award(answer: BreakEven) -> str:
    if answer.best.status == "infeasible":
        return "No award keeps every rule of this case. Why, tells: selector conflict CASE"
    return "No award of this case was found within the limits."


def _print_bidders(console: Console, case: Case, names: Names, bidders: Sequence[BreakEvenBidder]) -> None:
    if not bidders:
        print_paragraph(console, "No bidder from outside the NHS family has made a bid.")
        return
    winners, losers = ([each for each in bidders if each.wins is wins] for wins in (True, False))
    compared = [each for each in (*winners, *losers) if each.lots]
    if compared:
        for line in _MEANING:
            print_paragraph(console, line, "- ")
        console.print()
        _print_compared(console, names, "Winners, beside the best bids of the NHS family", winners, (_WINNERS,))
        _print_compared(console, names, "Losers, beside the bids that win", losers, (_LOSERS, _LOT_BY_LOT))
        _print_redundancy(console, names, compared)
    for each in bidders:
        if not each.lots or each.without_alternative:
            print_paragraph(console, f"{names.bidder(each.bidder)}: {_unanswered(case, names, each)}", "- ")
    console.print()


def _unanswered(case: Case, names: Names, each: BreakEvenBidder) -> str:
    """What cannot be compared of a bidder, by name where it is little."""
    missing = each.without_alternative
    if not missing:
        return each.sentence
    rows = {lot.id: lot for lot in case.tendered}
    few = [rows[lot] for lot in missing[:_MOST_LOTS]]
    named = ", ".join(f"{names.services[lot.service]} for {names.buyers[lot.buyer]}" for lot in few)
    more = f" and {len(missing) - _MOST_LOTS:,} more" if len(missing) > _MOST_LOTS else ""
    return f"no bid of the NHS family is open for {named}{more}, which it wins."


def _print_compared(
    console: Console, names: Names, title: str, bidders: Sequence[BreakEvenBidder], under: Sequence[str]
) -> None:
    compared = [each for each in bidders if each.lots]
    if not compared:
        return
    print_paragraph(console, Text(title, style="bold"))
    if any(min(each.must_be_cheaper, each.is_cheaper) < 0 for each in compared):
        print_paragraph(console, _BELOW)
    console.print(
        figures_table(
            console,
            "",
            ("Bidder",),
            ("Lots", "Needed saving, £", "Offered saving, £", "Makes up"),
            (
                (
                    names.bidder(each.bidder),
                    f"{len(each.lots):,}",
                    f"{each.must_be_cheaper:,.0f}",
                    f"{each.is_cheaper:,.0f}",
                    "yes" if each.makes_up else "no",
                )
                for each in compared
            ),
        )
    )
    for line in under:
        print_paragraph(console, line, "  ")
    console.print()


def _print_redundancy(console: Console, names: Names, compared: Sequence[BreakEvenBidder]) -> None:
    console.print(
        figures_table(
            console,
            "Redundancy on these lots, before redeployment",
            ("Bidder",),
            ("Its bids, £", "Theirs, £", "Needed saving, £"),
            (
                (
                    names.bidder(each.bidder),
                    f"{each.liability:,.0f}",
                    f"{each.other_liability:,.0f}",
                    f"{each.must_be_cheaper:,.0f}",
                )
                for each in compared
            ),
        )
    )


def _print_lots(console: Console, names: Names, each: BreakEvenBidder) -> None:
    console.print(
        figures_table(
            console,
            f"{names.bidder(each.bidder)}, lot by lot",
            ("Service", "Buyer", "Beside"),
            ("Cost, £", "Theirs, £", "Redundancy, £", "Theirs, £"),
            (
                (
                    names.services[lot.service],
                    names.buyers[lot.buyer],
                    names.bidder(lot.other_bidder),
                    f"{lot.cost:,.0f}",
                    f"{lot.other_cost:,.0f}",
                    f"{lot.liability:,.0f}",
                    f"{lot.other_liability:,.0f}",
                )
                for lot in each.lots
            ),
        )
    )
