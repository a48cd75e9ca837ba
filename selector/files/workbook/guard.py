"""What is looked at before a workbook is read: files from elsewhere may be wrong, damaged, or made to do harm.

A reader trusts a file: it unpacks what there is to unpack, and lays out what the cells span. So nothing is handed to one
that has not been unpacked once, within limits, and looked through.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models import CaseInvalid, Fault
from models.faults import Place
from selector.files.tables import COLUMNS, ROWS
from selector.files.tables.place import letters
from selector.files.workbook.archive import Archive
from selector.files.workbook.contents import KEPT, PICTURES, Contents
from selector.files.workbook.counts import Counts
from selector.files.workbook.marks import MOST_MARKS
from selector.files.workbook.refusal import AGAIN, refusal
from selector.files.workbook.shared_texts import SHARED, SharedTexts
from selector.files.workbook.sweep import MOST_CELLS, Malformed, Sweep
from selector.files.workbook.xml_parts import Unsound, sound

MOST_BYTES = 256 << 20
"""Largest workbook that is read."""
_MOST_CELLS_IN_ALL = 3 * MOST_CELLS
_MOST_KEPT = 4 << 20


@dataclass(frozen=True)
class Guarded:
    """A workbook that may be read."""

    content: bytes
    contents: Contents
    sweeps: Mapping[str, Sweep]
    """By the name of the sheet, what its cells come to."""
    marks_long_texts: bool
    """Whether the mark of a text that is too long for a cell stands anywhere."""


def guarded(path: Path) -> Guarded:
    """A workbook, looked through.

    Raises
    ------
    CaseInvalid
        if it is not to be read: in a sentence, what it is and what to do.
    """
    archive = Archive(path.name, _content(path))
    try:
        contents = Contents.of(path.name, archive.parts.keys(), _kept(archive))
        counts, texts = Counts(), SharedTexts()
        sweeps = {}
        for part, entry in archive.parts.items():
            if part.startswith(PICTURES):
                # May be drawn in XML, with definitions; no reader of tables opens it.
                archive.measure(entry)
                continue
            sweep = Sweep()
            chunks = counts.over(sound(archive.chunks(entry)))
            sweep.over(texts.over(chunks) if part == SHARED else chunks)
            if sweep.is_too_large and sweep.cells <= MOST_CELLS:
                # Cells with a format and nothing in them may reach to the ends of a sheet; no reader lays them out.
                sweep = Sweep(exact=True)
                sweep.over(counts.over(archive.chunks(entry)))
            if sweep.is_too_large:
                raise _too_large(contents.sheets.get(part, entry.filename), sweep)
            sweeps[contents.sheets.get(part, part)] = sweep
    except Unsound as error:
        raise refusal(f"{path.name} {error}: {AGAIN}") from None
    except Malformed:
        raise refusal(f"{path.name} has a sheet whose cells cannot be told apart: {AGAIN}") from None
    if sum(sweep.rows * sweep.columns for sweep in sweeps.values()) > _MOST_CELLS_IN_ALL:
        raise refusal(f"{path.name} has more than {_MOST_CELLS_IN_ALL:,} cells: leave out sheets that no table needs")
    for part, name in contents.sheets.items():
        if part in archive.parts and texts.may_be_too_much(sweeps[name].cells):
            sheet = b"".join(archive.chunks(archive.parts[part]))
            if texts.are_too_much(sheet):
                raise refusal(
                    f"{path.name} shows long texts in so many cells that no memory holds them: shorten the texts"
                )
    _settle_formulas(path.name, sweeps, contents)
    return Guarded(archive.content, contents, sweeps, counts.marks_long_texts)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise refusal(f"there is no file {path}") from None
    except OSError as error:
        raise refusal(f"{path} cannot be read: {error.strerror}") from None
    if len(content) > MOST_BYTES:
        raise refusal(
            f"{path.name} is larger than {MOST_BYTES >> 20} MB: leave out pictures, and sheets that no table needs"
        )
    return content


def _kept(archive: Archive) -> dict[str, bytes]:
    """The parts that say what the others are, whole."""
    kept = {}
    for part in KEPT:
        if part not in archive.parts:
            continue
        content = bytearray()
        for chunk in sound(archive.chunks(archive.parts[part])):
            content += chunk
            if len(content) > _MOST_KEPT:
                raise refusal(f"{archive.name} has a table of contents as large as no workbook's: {AGAIN}")
        kept[part] = bytes(content)
    return kept


def _too_large(sheet: str, sweep: Sweep) -> CaseInvalid:
    what = f"has cells as far as column {letters(sweep.columns - 1)} and row {sweep.rows:,}"
    most = f"{ROWS:,} rows, {COLUMNS:,} columns and {MOST_CELLS:,} cells between them are read at most"
    return CaseInvalid(
        [
            Fault(
                "",
                f"{what}, and {most}: delete the rows and columns after the last one that is filled in",
                Place(sheet),
            )
        ]
    )


def _settle_formulas(file: str, sweeps: Mapping[str, Sweep], contents: Contents) -> None:
    for sweep in sweeps.values():
        if contents.to_be_worked_out:
            sweep.marks.cells |= sweep.marks.zeros
    if sum(len(sweep.marks.cells) for sweep in sweeps.values()) > MOST_MARKS:
        raise refusal(f"{file} has more than {MOST_MARKS:,} errors, or formulas that have not been worked out: {AGAIN}")
