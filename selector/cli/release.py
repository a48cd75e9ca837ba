"""``selector release``: an award as an OCDS release."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from models import Case
from selector.cli.case_file import read_case_file
from selector.cli.console import emit
from selector.cli.options import CasePath
from selector.decide.known_award import check_award
from selector.files import read_award_file, write_text
from selector.files.ocds import Read, release_package
from selector.files.ocds.extension_key import LOCAL_EXTENSION
from selector.files.ocds.package_file import package_in, read_package_file
from selector.scenarios import under

_PackagePath = Annotated[
    Path | None,
    typer.Option(
        metavar="PACKAGE",
        help="The OCDS package that CASE came from: its ocid, parties, lots and values are kept.",
        show_default=False,
    ),
]


def command(
    case: CasePath,
    award: Annotated[Path, typer.Argument(metavar="AWARD", help="The award.json.", show_default=False)],
    package: _PackagePath = None,
    ocid: Annotated[
        str | None,
        typer.Option(metavar="OCID", help="Id of the contracting process; that of the package if left out."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="Date of the release, such as 2014-03-31T17:00:00Z; now if left out."),
    ] = None,
    extension: Annotated[
        str, typer.Option(metavar="URL", help="Where the local extension's extension.json is published.")
    ] = LOCAL_EXTENSION,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File to write; standard output if left out.")
    ] = None,
) -> None:
    """Write AWARD as an OCDS 1.1 release package: awards, suppliers, lots, and the reasons for each (docs/ocds.md).

    CASE may be an OCDS package itself. Exit code: 0 written; 2 a file has faults, or AWARD is not of CASE.
    """
    read, source = _read(case, package)
    if not ocid and source is None:
        raise typer.BadParameter("CASE is no OCDS package: name the ocid, or the package it came from by --package")
    evaluation = read_award_file(award)
    if evaluation.provenance.scenario is not None:
        read = under(read, evaluation.provenance.scenario)
    check_award(read, evaluation)
    result = release_package(read, evaluation, date=_moment(date), ocid=ocid, source=source, extension=extension)
    text = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
    if out is None:
        emit(text)
    else:
        write_text(out, text)


def _read(case: Path, package: Path | None) -> tuple[Case, Read | None]:
    """The case, and the release that it came from."""
    stated = None if package is None else read_package_file(package)
    found = package_in(case)
    if found is not None:
        return found.case, stated or found
    return read_case_file(case), stated


def _moment(stated: str | None) -> datetime:
    if stated is None:
        return datetime.now(UTC)
    try:
        found = datetime.fromisoformat(stated)
    except ValueError:
        raise typer.BadParameter(f"{stated} is not a date and time such as 2014-03-31T17:00:00Z") from None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
