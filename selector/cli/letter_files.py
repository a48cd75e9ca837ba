"""Draft letters as files, one for each bidder that has lost something."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from models import Case, Evaluation, Explanation
from selector.decide.letters import file_name, letters
from selector.files import write_text


def _day(text: str) -> date:
    return date.fromisoformat(text)


StandstillEnds = Annotated[
    date | None,
    typer.Option(
        "--standstill-ends",
        metavar="DATE",
        parser=_day,
        help="Last day of the standstill, YYYY-MM-DD; letters leave a blank without.",
        show_default=False,
    ),
]


def write_letters(
    folder: Path,
    case: Case,
    award: Evaluation,
    standstill_ends: date | None,
    explanation: Explanation | None,
    bidders: Collection[str] = (),
) -> int:
    """Write the letters of an award to a folder, made where there is none, and tell how many there are.

    Each is named by its place and the id of its bidder, such as ``001-acme.md``. Errors as of ``letters``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = letters(case, award, bidders=bidders, standstill_ends=standstill_ends, explanation=explanation)
    for number, letter in enumerate(written, start=1):
        write_text(folder / file_name(number, letter.bidder), letter.text)
    return len(written)
