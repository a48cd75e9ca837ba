"""The paper as a tagged PDF, set by Typst: it needs nothing but the package."""

import json
import re
from typing import Any

from selector.report.blocks import Bullets, Cell, Chart, Code, Exact, Group, Paragraph, SignOff, Table
from selector.report.colours import LIGHT
from selector.report.paper import Paper, Section
from selector.report.pdf.boxes import BOX, boxed
from selector.report.pdf.row_headings import with_row_headings
from selector.report.pdf.setting import Unshowable, pages
from selector.report.pictures import Pictures
from selector.report.text import Figure, Piece, Text, plain

_ENDLESS, _PART = re.compile(r"\S{28,}"), re.compile(r".{1,14}")
_BREAK = "\u200b"
_WIDTH = re.compile(r'<svg[^>]* width="([0-9.]+)"')
_WIDEST, _MM = 174.0, 0.25
"""Millimetres of a chart at most, and of each of its pixels."""
_ROUNDS = 4
_REMARK = f"{BOX} stands for letters that no typeface of this machine has. The page and the results book show them."


def pdf(paper: Paper, pictures: Pictures) -> bytes:
    """A paper as a PDF that claims PDF/UA-1.

    With the typefaces of the package alone, so that like papers give like bytes on every machine; where these lack a
    letter, with those of the machine; and where these lack it too, with a box in its place, and a note that says so.
    """
    # Names come in as data, of which nothing is taken for markup.
    data = json.dumps(_data(paper, pictures), ensure_ascii=False)
    columns = [_naming(block) for section in paper.all_sections() for block in section.blocks if _is_table(block)]
    try:
        return with_row_headings(pages(data, paper.year, system_fonts=False), columns)
    except Unshowable:
        return with_row_headings(_with_system_fonts(data, paper.year), columns)


def _with_system_fonts(data: str, year: int) -> bytes:
    """The pages, with boxes in place of what the typefaces of the machine cannot show either."""
    for _ in range(_ROUNDS):
        try:
            return pages(data, year, system_fonts=True)
        except Unshowable as error:
            # What is beside a box may have to become one too: what joins letters has nothing to join then.
            data = json.dumps(json.loads(boxed(data, error.texts)) | {"remark": _REMARK}, ensure_ascii=False)
    return pages(boxed(data, ()), year, system_fonts=True)


def _is_table(block: object) -> bool:
    """Whether a block is set as a table."""
    return isinstance(block, SignOff) or (isinstance(block, Table) and not block.book_only)


def _naming(block: object) -> int | None:
    """The column whose cells name the rows of a table: the first that has no letters of providers."""
    if not isinstance(block, Table):
        return None
    row = next((row for row in block.rows if not isinstance(row, Group)), ())
    return next((at for at, cell in enumerate(row) if not isinstance(cell, Code)), None)


def _told(text: Text | Piece) -> str:
    """A text that fits on a page: words without an end may be broken."""
    return _ENDLESS.sub(lambda word: _BREAK.join(_PART.findall(word.group())), plain(text))


def _data(paper: Paper, pictures: Pictures) -> dict[str, Any]:
    return {
        "paper_kind": paper.name,
        "title": _told(paper.title),
        "subtitle": _told(paper.subtitle),
        "marking": paper.marking,
        "year": paper.year,
        "remark": "",
        "colours": {name: LIGHT[name] for name in ("ink", "quiet", "line", "accent", "shade", "bad")},
        "sections": [_section(section, pictures) for section in paper.sections],
    }


def _section(section: Section, pictures: Pictures) -> dict[str, Any]:
    return {
        "title": _told(section.title),
        "new_page": section.new_page,
        "blocks": [found for block in section.blocks if (found := _block(block, pictures)) is not None],
        "inner": [_section(inner, pictures) for inner in section.inner],
    }


def _block(block: object, pictures: Pictures) -> dict[str, Any] | None:
    match block:
        case Paragraph(text, strong):
            return {"kind": "paragraph", "text": _told(text), "strong": strong}
        case Bullets(items):
            return {"kind": "bullets", "items": [_told(item) for item in items]}
        case Table() if not block.book_only:
            return _table(block)
        case Chart():
            svg = pictures.svg(block)
            return {
                "kind": "chart",
                "caption": block.caption,
                "alt": block.alt,
                "width": min(_WIDEST, float(_WIDTH.findall(svg)[0]) * _MM),
                "svg": svg,
            }
        case SignOff(columns, rows):
            return {"kind": "sign", "columns": columns, "rows": len(rows)}
    return None


def _table(block: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": block.caption,
        "columns": [
            {"title": _told(column.title), "figures": column.figures, "turned": column.turned, "wide": column.wide}
            for column in block.columns
        ],
        "rows": [
            {"group": _told(row.title)} if isinstance(row, Group) else {"cells": [_cell(cell) for cell in row]}
            for row in block.rows
        ],
        "note": _told(block.note),
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
    return _told(cell)
