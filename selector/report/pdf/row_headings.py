"""Rows that say what they are about: in each row of a table the cell that names it becomes its heading.

Typst has ``pdf.header-cell(scope: "row")`` for it, behind a switch (``a11y-extras``) that its package for Python cannot turn
on. So it is done to the finished file, as Typst itself would: the cell becomes a TH whose scope is its row, and all other
cells of the row name it among their headings (ISO 32000-1, 14.8.5.7).
"""

import re
from collections import Counter
from collections.abc import Sequence

from selector.report.pdf.objects import objects

_ROW = re.compile(rb"/Type/StructElem/S/TR/P \d+ 0 R/K\[([^]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CELL = re.compile(rb"/S/TD(/P \d+ 0 R)/A\[<</O/Table/Headers\[([^]]*)\]")
_TABLE = re.compile(rb"\(U(\d+)x")
"""The heading of a column or of a group, by the number of its table."""
_NAMES = re.compile(rb"/IDTree<</Names\[([^]]*)\]")
_NAMED = re.compile(rb"\(([^)]*)\)(\d+ 0 R)")


def with_row_headings(file: bytes, columns: Sequence[int | None]) -> bytes:
    """A PDF of Typst whose rows have headings.

    Parameters
    ----------
    file
        As Typst writes it; where it is of another build than is known here, it is given back as it is.
    columns
        Of each table, in their order, the column whose cells name the rows; None where none does.
    """
    known = objects(file)
    if known is None:
        return file
    bodies = known.bodies
    root = next((number for number, body in bodies.items() if _NAMES.search(body)), None)
    if root is None:
        return file
    by_table = dict(enumerate(columns, start=1))
    rows: Counter[int] = Counter()
    named: list[tuple[bytes, bytes]] = []
    for body in list(bodies.values()):
        row = _ROW.search(body)
        cells = [int(number) for number in _REFERENCE.findall(row[1])] if row else []
        found = [_CELL.search(bodies[number]) for number in cells]
        tables = {int(number) for cell in found if cell for number in _TABLE.findall(cell[2])}
        if None in found or len(tables) != 1:
            continue  # headings of columns or of a group
        (table,) = tables
        column = by_table.get(table)
        if column is None:
            continue
        heading = cells[column]
        name = b"R%dy%d" % (table, rows[table])
        rows[table] += 1
        named.append((name, b"%d 0 R" % heading))
        for number in cells:
            bodies[number] = _CELL.sub(_heading(name) if number == heading else _cell(name), bodies[number], count=1)
    bodies[root] = _NAMES.sub(lambda tree: b"/IDTree<</Names[" + _tree(tree[1], named) + b"]", bodies[root], count=1)
    return known.to_bytes()


def _heading(name: bytes) -> bytes:
    return rb"/S/TH\1/ID(" + name + rb")/A[<</O/Table/Scope/Row/Headers[\2]"


def _cell(name: bytes) -> bytes:
    return rb"/S/TD\1/A[<</O/Table/Headers[\2(" + name + rb")]"


def _tree(names: bytes, more: list[tuple[bytes, bytes]]) -> bytes:
    """Names with those of rows, in the order of their bytes, as a tree of names has them."""
    found = [(name, reference) for name, reference in _NAMED.findall(names)]
    return b"".join(b"(%s)%s" % each for each in sorted(found + more))
