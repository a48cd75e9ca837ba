"""``selector record``: a decision put on record, in one file that ``selector verify`` accepts years later."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from models import AwardInvalid, CaseInvalid, Fault
from models.faults import from_validation
from models.record import Recorded, RecordedFile
from selector.cli.case_file import read_case_file
from selector.cli.console import emit, err, out
from selector.cli.options import CasePath
from selector.cli.paragraph import print_command
from selector.cli.record_tables import print_record
from selector.decide.record import record
from selector.decide.record.in_force import in_force
from selector.files import read_award_file
from selector.files.record import record_text, recorded_file, write_record_file

_OPTIONS = {"at": "--at", "by": "--by", "because": "--because"}


def command(
    case: CasePath,
    award: Annotated[Path, typer.Argument(metavar="AWARD", help="The award.json.", show_default=False)],
    out_file: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Write the record into this file, which must not be there yet."),
    ],
    scenario: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The scenario that AWARD has to be of, as-stated for none; the one that it names if left out.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decided.", show_default=False)] = None,
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.", show_default=False)] = None,
    override_by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=WHO",
            help="Who decided a pick or an exclusion, where it was not --by: 'pick[id]=Jane Doe'. May be repeated.",
            show_default=False,
        ),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", help="When, in UTC, as 2014-03-31T16:30:00Z; now if left out.", show_default=False
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as well.")] = False,
) -> None:
    """Put AWARD on record with CASE and all that it rests on, in one file that `selector verify` accepts years later.

    Nothing is searched. An AWARD of another case, or one that does not hold, is not recorded. Exit code: 0 it was
    written; 2 a file has faults, or AWARD is not a true one of CASE; 1 anything else, such as a FILE that is there.
    """
    recorded = _recorded(at, by, because)
    decided_by = dict(map(_decided, override_by or ()))
    case_file, award_file = _files(case, award)
    read, evaluation = read_case_file(case), read_award_file(award)
    if _files(case, award) != (case_file, award_file):
        raise CaseInvalid([Fault("", "it or its award was changed while they were read: try again")])
    found = record(
        read,
        evaluation,
        recorded,
        scenario=scenario,
        decided_by=decided_by,
        case_file=case_file,
        award_file=award_file,
    )
    seal = write_record_file(out_file, found)
    if as_json:
        emit(record_text(found))
    else:
        print_record(out, found, in_force(found)[0] or read, every_lot=False)
    print_command(err, f"Written: {out_file}")
    print_command(err, f"Its seal, to be minuted or published: SHA-256 {seal}")


def _files(case: Path, award: Path) -> tuple[RecordedFile, RecordedFile]:
    return recorded_file(case), recorded_file(award, AwardInvalid)


def _recorded(at: str | None, by: str | None, because: str | None) -> Recorded:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        return Recorded(at=now if at is None else at, by=by, because=because)
    except ValidationError as error:
        fault = from_validation(error, Recorded)[0]
        raise typer.BadParameter(fault.message, param_hint=_OPTIONS[fault.pointer.strip("/")]) from None


def _decided(stated: str) -> tuple[str, str]:
    # An id may hold an equals sign; what ends it is the bracket.
    name, found, who = stated.partition("]=")
    if not found or not who.strip():
        raise typer.BadParameter(f"{stated} is not like 'pick[id]=Jane Doe'", param_hint="--override-by")
    return f"{name}]", who.strip()
