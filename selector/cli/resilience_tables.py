"""What failures cost, on a terminal."""

from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import Case, Difference, Failure, Handover, Resilience
from selector.cli.certificate import level_line
from selector.cli.families import MOST
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.decide.without.measure import in_points, in_pounds
from selector.decide.without.sentence import worse
from selector.verify.words import count, number

_MOST_PARAGRAPHS = 40


def print_resilience(console: Console, case: Case, answer: Resilience, *, every_lot: bool) -> None:
    """Print what there is to know of all failures, each in a line, and then what becomes of its lots."""
    names = Names(case)
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        print_paragraph(console, _no_award(answer))
        return
    print_paragraph(console, "The award:")
    for level in answer.best.certificate.levels if answer.best.certificate else ():
        print_paragraph(console, level_line(level), "- ")
    for sentence in answer.sentences:
        print_paragraph(console, sentence)
    if answer.failures:
        console.print()
        _print_failures(console, names, answer.failures)
    for each in answer.failures[: None if every_lot else _MOST_PARAGRAPHS]:
        _print_failure(console, names, each, every_lot)
    if not every_lot and len(answer.failures) > _MOST_PARAGRAPHS:
        more = count(len(answer.failures) - _MOST_PARAGRAPHS, "more failure")
        print_paragraph(console, f"And {more}: --lots or --json tells them.")


def _no_award(answer: Resilience) -> str:
    if answer.best.status == "infeasible":
        return "No award keeps every rule of this case. Why, tells: selector conflict CASE"
    return "No award of this case was found within the limits."


def _print_failures(console: Console, names: Names, failures: Sequence[Failure]) -> None:
    first = next((level for each in failures for level in each.levels), None)
    objective = "" if first is None else first.objective
    pounds = bool(objective) and in_pounds(objective)
    unit = "£" if pounds else "points" if in_points(objective) else "units"
    console.print(
        figures_table(
            console,
            f"If it fails ({objective.replace('_', '-')})" if objective else "If it fails",
            ("Provider",),
            ("Lots", "Uncovered", "Broken", f"Worse by, {unit}", "Made anew"),
            [_row(names, each, pounds) for each in failures],
        )
    )
    if any(each.uncovered for each in failures):
        print_paragraph(console, "What it would take to cover the lots that stay uncovered is in no figure.")


def _row(names: Names, each: Failure, pounds: bool) -> tuple[str, ...]:
    found = each.outcome not in ("unknown", "unaffected")
    return (
        " and ".join(map(names.bidder, each.bidders)),
        f"{len(each.lots):,}",
        f"{len(each.uncovered):,}" if found else "",
        f"{len(each.broken):,}" if found else "",
        _most(each.levels, pounds) if found else each.outcome,
        _anew(each, pounds),
    )


def _most(levels: Sequence[Difference], pounds: bool) -> str:
    most = worse(levels[0])[1] if levels else None
    return "open" if most is None else _figure(most, pounds)


def _figure(value: Decimal, pounds: bool) -> str:
    return f"{value:,.2f}" if pounds else number(value)


def _anew(each: Failure, pounds: bool) -> str:
    if each.anew is None or each.anew.status == "unknown":  # of what was not looked for the interval says little
        return ""
    if each.anew.status == "infeasible":
        return "no award"
    if not each.anew.levels:
        return "open"
    least, most = worse(each.anew.levels[0])
    if least is not None and least == most:
        return _figure(least, pounds)
    # Of an interval both ends leave no room for names: what it leaves to be gained is told with the repair.
    return "open" if least is None else f"from {_figure(least, pounds)}"


def _print_failure(console: Console, names: Names, each: Failure, every_lot: bool) -> None:
    console.print()
    print_paragraph(console, Text(" and ".join(map(names.bidder, each.bidders)), style="bold"))
    print_paragraph(console, each.sentence)
    if every_lot or len(each.handovers) <= MOST:
        _print_lots(console, names, "Taken over", each.handovers)
    if every_lot or len(each.others) <= MOST:
        _print_lots(console, names, "Moved", each.others)


def _print_lots(console: Console, names: Names, title: str, lots: Sequence[Handover]) -> None:
    if not lots:
        return
    console.print(
        figures_table(
            console,
            title,
            ("Service", "Buyer", "To", "By the bid"),
            (),
            [
                (names.services[lot.service], names.buyers[lot.buyer], names.bidder(lot.to_bidder), lot.to_bid)
                for lot in lots
            ],
        )
    )
