"""The decision record, and where the board signs."""

from collections.abc import Iterator

from models import Evaluation
from selector.report.blocks import Block, Column, Paragraph, Row, SignOff, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.sections.certificate import sought
from selector.report.text import Piece, Quote

_LINES = 4


def record(facts: Facts, *, confidential: bool = True) -> Section:
    """On what the decision rests, what was decided by hand, and the lines to sign on."""
    blocks: list[Block] = []
    if confidential:
        blocks.append(
            Table(
                "On what this rests",
                (Column("Item", wide=1), Column("As recorded", wide=2.6)),
                tuple(_rows(facts)),
                sheet="Record",
            )
        )
    if facts.award.by_hand:
        why = (Column("Reason", wide=1.4),) if confidential else ()
        blocks.append(
            Table(
                "Decided by hand",
                (Column("Decision", wide=2), *why),
                tuple(
                    (Quote(clean(each.sentence)), *((Quote(clean(each.reason)),) if confidential else ()))
                    for each in facts.award.by_hand
                ),
                sheet="By hand",
            )
        )
    if confidential and facts.decided:
        blocks.append(_decided(facts))
    if not facts.award.awards:  # there is nothing to sign
        return Section("record", ("On record",), tuple(blocks))
    if confidential and not facts.decided:
        blocks.append(
            Paragraph(
                (
                    "The command selector record puts the case, the award and its proof into one sealed file. Write its"
                    " seal here once it is made: whoever has the file can then check it against these minutes.",
                )
            )
        )
    blocks.append(SignOff(("Name", "Role", "Signature", "Date"), ("",) * _LINES))
    if confidential and not facts.decided:
        blocks.append(SignOff(("Seal of the decision record (SHA-256)", "Meeting and item"), ("",)))
    return Section("record", ("Decision record and approval",), tuple(blocks), new_page=confidential)


def _decided(facts: Facts) -> Table:
    return Table(
        "Decisions on record",
        (Column("Time (UTC)"), Column("Decided by"), Column("Reason", wide=1.6), Column("Seal (SHA-256)", wide=1.6)),
        tuple(
            (Quote(each.at), Quote(clean(each.by)), Quote(clean(each.because)), Quote(each.seal))
            for each in facts.decided
        ),
        sheet="Decisions",
        note=("Whoever has the file of a record can check it against its seal: selector verify does that.",),
    )


def _rows(facts: Facts) -> Iterator[Row]:
    award, case = facts.award, facts.case
    yield ("Case", Quote(clean(case.name)))
    yield ("SHA-256 of the case", Quote(award.provenance.case_sha256))
    yield ("Scenario", Quote(clean(award.provenance.scenario)) if award.provenance.scenario else "the case as stated")
    yield ("What was sought", sought(facts))
    yield ("Program", ("supplier-selector ", Quote(award.provenance.version)))
    yield ("Solver", Quote(award.certificate.solver))
    yield ("Method", Quote(clean(award.certificate.method)))
    options = tuple(_options(award))
    if options:
        yield ("Options", options[1:])


def _options(award: Evaluation) -> Iterator[Piece]:
    for name, value in award.provenance.options.items():
        if value is None:
            continue
        told = Quote(clean(value)) if isinstance(value, str) else at("award", f"/provenance/options/{name}", value, "")
        yield from (", ", f"{name.replace('_', ' ')} ", told)
