"""A decision record, and what its check found, on a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models import Case, Totals
from models.record import DecisionRecord, Override, RecordedFile
from models.record_check import RecordCheck
from selector.cli.certificate import certificate_lines
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.printable import printable
from selector.cli.table import figures_table
from selector.verify.words import count, number, pounds

_MOST = 12
_MOST_FINDINGS = 50


def print_record(console: Console, record: DecisionRecord, case: Case, *, every_lot: bool) -> None:
    """Print what was decided, on what, by whom, and overriding what; ``case`` is the one in force."""
    print_paragraph(console, Text(record.case.name, style="bold"))
    for line in _what_it_rests_on(record):
        print_paragraph(console, printable(line))
    _print_list(console, "The board's rules", [f"{rule.state}: {rule.sentence}" for rule in record.rules])
    _print_list(console, "Decided by hand", [_override(each) for each in record.overrides])
    console.print()
    print_paragraph(console, Text("The award, as it says itself", style="bold"))
    names = Names(case)
    won = Counter(names.bidder(row.bidder) for row in record.award.awards)
    for bidder, lots in won.most_common():
        print_paragraph(console, f"{bidder} wins {count(lots, 'lot')}.", "- ")
    if record.award.totals is not None:
        print_paragraph(console, _totals(record.award.totals), "- ")
    for line in certificate_lines(record.award):
        print_paragraph(console, printable(line), "- ")
    if every_lot and record.award.awards:
        rows = (
            (
                row.lot,
                names.bidder(row.bidder),
                row.bid,
                f"{row.cost:,.2f}",
                f"{row.quality:,.3f}",
                f"{row.liability:,.2f}",
            )
            for row in record.award.awards
        )
        figures = ("Cost, £", "Quality", "Liability, £")
        console.print(figures_table(console, "Lots", ("Lot", "Provider", "Bid"), figures, rows))


def print_check(console: Console, check: RecordCheck, what: str) -> None:
    """Print what was checked of a record, what is wrong with it and what is to be known; the verdict last."""
    print_paragraph(console, Text(f"What was checked now of {what}, by version {check.version}", style="bold"))
    for step in check.steps:
        lead = "- holds: " if step.holds else "- FAILS: "
        print_paragraph(console, printable(step.sentence), lead, style="" if step.holds else "red")
    for note in check.notes:
        print_paragraph(console, printable(note), "- note:  ")
    if check.valid:
        print_paragraph(console, f"{_capital(what)} holds.", style="green")
        return
    table = Table(title=f"{_capital(what)} does not hold", title_justify="left", show_lines=True)
    table.add_column("Where", overflow="fold")
    table.add_column("Finding", overflow="fold")
    for finding in check.findings[:_MOST_FINDINGS]:
        table.add_row(Text(printable(finding.rule)), Text(printable(finding.message)))
    console.print(table)
    if len(check.findings) > _MOST_FINDINGS:
        print_paragraph(console, f"and {len(check.findings) - _MOST_FINDINGS:,} more: --json lists them all.")


def _what_it_rests_on(record: DecisionRecord) -> Iterator[str]:
    recorded = record.recorded
    yield f"Recorded {recorded.at} {f'by {recorded.by}' if recorded.by else 'by nobody named'}."
    if recorded.because:
        yield f"Because: {recorded.because}"
    yield _file("Case", record.case_file)
    yield _file("Award", record.award_file)
    scenario = record.scenario
    if scenario is None:
        yield "Scenario: none, the case as stated."
    else:
        because = f": {scenario.because}" if scenario.because else ""
        patch = ", ".join(scenario.patch) or "nothing"
        merged = f"; {count(len(scenario.mergers), 'merger')}" if scenario.mergers else ""
        yield f"Scenario: {scenario.id} ({scenario.name}){because} It changes: {patch}{merged}."
    yield f"Sought: {record.objective}"
    options = ", ".join(f"{name} {value}" for name, value in record.program.options.items() if value is not None)
    yield f"Found by version {record.program.version} with {record.program.solver} (options: {options or 'none'})."


def _file(what: str, file: RecordedFile | None) -> str:
    if file is None:
        return f"{what}: not read from a file."
    return f"{what}: {file.name}, {file.bytes:,} bytes, SHA-256 {file.sha256}."


def _override(override: Override) -> str:
    by = f" Decided by {override.by}." if override.by else " Nobody is named as having decided it."
    return f"{override.name}: {override.sentence} Reason: {override.reason}{by}"


def _totals(totals: Totals) -> str:
    return (
        f"Cost {pounds(totals.cost)}, quality {number(totals.quality)}, liability {pounds(totals.liability)},"
        f" disruption {number(totals.disruption)}."
    )


def _print_list(console: Console, title: str, sentences: Sequence[str]) -> None:
    if not sentences:
        return
    console.print()
    print_paragraph(console, Text(title, style="bold"))
    for sentence in sentences[:_MOST]:
        print_paragraph(console, printable(sentence), "- ")
    if len(sentences) > _MOST:
        print_paragraph(console, f"and {len(sentences) - _MOST:,} more, which the file lists.", "  ")


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
