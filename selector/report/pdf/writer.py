"""The paper as a tagged PDF, set by Typst: it needs nothing but the package."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import typst

from selector.files.writing import in_place
from selector.report.blocks import Bullets, Cell, Chart, Code, Exact, Group, Paragraph, SignOff, Table
from selector.report.fonts import FOLDER
from selector.report.paper import Paper, Section
from selector.report.pictures import Pictures
from selector.report.text import Figure, plain

_TEMPLATE = Path(__file__).parent / "paper.typ"
_STANDARD: Final = "ua-1"


def write_pdf(path: Path, paper: Paper, pictures: Pictures) -> None:
    """Write a paper as a PDF.

    Raises
    ------
    OSError
        if it cannot be written.
    """
    content = pdf(paper, pictures)
    with in_place(path) as file:
        file.write(content)


def pdf(paper: Paper, pictures: Pictures) -> bytes:
    """A paper as a PDF that claims PDF/UA-1; Typst refuses what would break the claim as far as a machine can tell."""
    # Names come in as data, of which nothing is taken for markup.
    data = json.dumps(_data(paper, pictures), ensure_ascii=False)
    found = typst.compile(
        _TEMPLATE.read_bytes(),
        root=_TEMPLATE.parent,
        sys_inputs={"paper": data},
        font_paths=[FOLDER],
        ignore_system_fonts=True,
        pdf_standards=_STANDARD,
        timestamp=datetime(paper.year, 1, 1, tzinfo=UTC),
    )
    assert isinstance(found, bytes)  # noqa: S101  one file without an output is bytes
    return found


def _data(paper: Paper, pictures: Pictures) -> dict[str, Any]:
    return {
        "title": plain(paper.title),
        "subtitle": plain(paper.subtitle),
        "marking": paper.marking,
        "year": paper.year,
        "sections": [_section(section, pictures) for section in paper.sections],
    }


def _section(section: Section, pictures: Pictures) -> dict[str, Any]:
    return {
        "title": plain(section.title),
        "new_page": section.new_page,
        "blocks": [found for block in section.blocks if (found := _block(block, pictures)) is not None],
        "inner": [_section(inner, pictures) for inner in section.inner],
    }


def _block(block: object, pictures: Pictures) -> dict[str, Any] | None:
    match block:
        case Paragraph(text, strong):
            return {"kind": "paragraph", "text": plain(text), "strong": strong}
        case Bullets(items):
            return {"kind": "bullets", "items": [plain(item) for item in items]}
        case Table() if not block.book_only:
            return _table(block)
        case Chart():
            return {
                "kind": "chart",
                "caption": block.caption,
                "alt": block.alt,
                "width": block.width_mm,
                "svg": pictures.svg(block),
            }
        case SignOff(columns, rows):
            return {"kind": "sign", "columns": columns, "rows": len(rows)}
    return None


def _table(block: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": block.caption,
        "columns": [
            {"title": plain(column.title), "figures": column.figures, "turned": column.turned, "wide": column.wide}
            for column in block.columns
        ],
        "rows": [
            {"group": plain(row.title)} if isinstance(row, Group) else {"cells": [_cell(cell) for cell in row]}
            for row in block.rows
        ],
        "note": plain(block.note),
    }


def _cell(cell: Cell) -> Any:
    match cell:
        case None:
            return ""
        case Figure():
            return cell.shown(bare=True)
        case Exact(figure):
            return figure.exact()
        case Code(letters, colour):
            return {"letters": letters, "colour": colour}
    return plain(cell)
