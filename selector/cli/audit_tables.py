"""What the award owes to the price formula, on a terminal."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from models import Case, Level, PriceFormula
from models.audit import Audit, FormulaAward, LotRankings, Verdict, Withdrawal
from selector.cli.families import MOST
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.decide.audit.compared import MILLIONTH
from selector.decide.without.measure import in_points, is_priority
from selector.verify.words import count

_SHORT: dict[Verdict, str] = {
    "stays": "Stays",
    "tie": "Tie",
    "reversal": "Reversal",
    "no_award": "None left",
    "open": "Open",
}
_OTHER = "Other"
_CLEAR = ("stays", "open")
_MOST_WINNERS = 3
_OWN = "as stated"


def print_audit(console: Console, case: Case, answer: Audit, *, every_lot: bool) -> None:
    """Print what a board needs to know, then the awards, the lots, the reversals and the withdrawals behind it."""
    names = Names(case)
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        print_paragraph(console, _no_award(answer))
    for sentence in answer.sentences:
        print_paragraph(console, sentence, "- ")
    console.print()
    print_paragraph(console, f"Formulas are tried with {answer.basis}")
    if answer.formulas:
        _print_awards(console, names, answer.formulas)
        _print_contested(console, names, answer, every_lot=every_lot)
    _print_rankings(console, answer.rankings)
    if answer.withdrawals:
        _print_withdrawals(console, answer.withdrawals)


def _no_award(answer: Audit) -> str:
    if answer.best.status == "infeasible":
        return "No award keeps every rule of this case. Why, tells: selector conflict CASE"
    return "No award of this case was found within the limits."


def _name(formula: PriceFormula | None, *, stated: bool = False) -> str:
    return _OWN if formula is None else f"{formula}{' *' if stated else ''}"


def _print_awards(console: Console, names: Names, awards: Sequence[FormulaAward]) -> None:
    found = [each for each in awards if each.best.totals is not None]
    console.print(
        figures_table(
            console,
            "The best award under each formula, beside that of the case",
            ("Formula",),
            ("Gap", "Cost, £", "Quality", "Redundancy, £", "Lots"),
            [_row(each) for each in found],
        )
    )
    for each in awards:
        winners = [f"{names.bidder(winner.bidder)} {winner.lots:,}" for winner in each.winners[:_MOST_WINNERS]]
        more = len(each.winners) - _MOST_WINNERS
        told = f" Most lots: {', '.join(winners)}{f' and {more:,} more' if more > 0 else ''}." if winners else ""
        lead = "" if each.left_out else f"{_name(each.formula, stated=each.stated)}: "
        print_paragraph(console, f"{lead}{each.sentence}{told}", "- ")


def _row(award: FormulaAward) -> tuple[str, ...]:
    levels = award.best.certificate.levels if award.best.certificate else ()
    own = next((level for level in levels if not is_priority(level.objective)), None)
    if award.difference is None:
        raise AssertionError("two awards have totals that differ")
    return (
        _name(award.formula, stated=award.stated),
        "open" if own is None else _gap(own),
        f"{award.difference.cost:+,.0f}",
        f"{award.difference.quality:+.3f}",
        f"{award.difference.liability:+,.0f}",
        f"{len(award.handovers):,}",
    )


def _gap(level: Level) -> str:
    """What is missing to the bound: nothing where that is but its rounding outward."""
    if level.bound is None or level.gap is None:
        return "open"
    if abs(level.best - level.bound) <= (MILLIONTH if in_points(level.objective) else 0):
        return "proven"
    return f"{level.gap:.3%}"


def _print_contested(console: Console, names: Names, answer: Audit, *, every_lot: bool) -> None:
    if not answer.contested:
        return
    shown = answer.contested if every_lot else answer.contested[:MOST]
    console.print()
    console.print(
        figures_table(
            console,
            "Lots whose winner hangs on the formula, and under how many who wins",
            ("Lot", "Winners"),
            (),
            [
                (
                    each.lot,
                    ", ".join(
                        f"{names.bidder(bidder)} {times:,}"
                        for bidder, times in Counter(won.bidder for won in each.winners).most_common()
                    ),
                )
                for each in shown
            ],
        )
    )
    if len(shown) < len(answer.contested):
        print_paragraph(console, f"And {len(answer.contested) - len(shown):,} more: --lots lists them all.")


def _print_rankings(console: Console, rankings: Sequence[LotRankings]) -> None:
    if not rankings:
        return
    console.print()
    console.print(
        figures_table(
            console,
            "Order of the bids on each lot, each third bid withdrawn in its turn",
            ("Formula",),
            ("Lots", "Pairs", "Reversed", "On lots", "First place"),
            [
                (
                    _name(each.formula, stated=each.stated),
                    f"{each.lots:,}",
                    f"{each.pairs:,}",
                    f"{each.reversible:,}",
                    f"{each.lots_reversible:,}",
                    f"{each.lots_first:,}",
                )
                for each in rankings
            ],
        )
    )
    for each in rankings:
        if each.examples:
            telling = each.examples[0]
            print_paragraph(
                console,
                f"{each.formula}, lot {telling.lot}: {telling.ahead} is ahead of {telling.behind} by"
                f" {telling.ahead_with:,} to {telling.behind_with:,} points; without {telling.withdrawn} it is behind, by"
                f" {telling.ahead_without:,} to {telling.behind_without:,}.",
                "- ",
            )


def _print_withdrawals(console: Console, withdrawals: Sequence[Withdrawal]) -> None:
    formulas = list(dict.fromkeys(each.formula for each in withdrawals))
    verdicts = {
        formula: Counter(_SHORT.get(each.verdict, _OTHER) for each in withdrawals if each.formula == formula)
        for formula in formulas
    }
    headings = (*_SHORT.values(), _OTHER)
    console.print()
    console.print(
        figures_table(
            console,
            "What becomes of the award once bids that win nothing are withdrawn",
            ("Formula",),
            headings,
            [(_name(formula), *(f"{verdicts[formula][heading]:,}" for heading in headings)) for formula in formulas],
        )
    )
    told = [each for each in withdrawals if each.verdict not in _CLEAR]
    for each in told[:MOST]:
        print_paragraph(console, f"{_name(each.formula)}: {each.sentence}", "- ")
    if len(told) > MOST:
        print_paragraph(console, f"And {count(len(told) - MOST, 'more')}: --json tells of each.")
