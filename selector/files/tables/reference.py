"""The reference of the tables, ``docs/workbook.md``, written from the layout.

``python -m selector.files.tables.reference > docs/workbook.md`` brings it up to date.
"""

import sys
from collections.abc import Iterator

from selector.files.tables.column import Column
from selector.files.tables.layout import layout
from selector.files.tables.settings import Settings
from selector.files.tables.sheet import Sheet

_INTRODUCTION = """\
# The workbook

<!-- Generated from the layout: `python -m selector.files.tables.reference > docs/workbook.md` -->

A case as a workbook of Excel (`.xlsx`), or as a folder with a CSV file for each of its sheets. It holds what a
[case](case.md) as JSON holds, and either becomes the other without loss:

```sh
selector template tender.xlsx            # a workbook to fill in, with an example in every table
selector check tender.xlsx               # every fault, each with its sheet and cell
selector check tender.xlsx --annotate marked.xlsx   # a copy in which the faulty cells are marked
selector evaluate tender.xlsx --out out
selector convert tender.xlsx tender.json # or a folder of CSV files, or back
```

## How it is read

* **A table begins with a row of headings**, in any order of the columns; capitals, the unit in brackets and a `*` make no
  difference, and the field's name of the [case](case.md) does as well as the heading. A column, a table or a row that is
  for people only begins with `#`, in its heading, its name or its first cell. A heading that is not known is a fault, since a
  column that is left out by mistake changes the award; a sheet that is not known is left aside and named.
* **A blank cell** means what is said of its column below. Blank rows are passed over. A table that is not needed may be left
  out.
* **Numbers** may be written as people write them: `£1,234.50`, `1 234`, `12.5%`. A percentage is told from a number: 3.5 in a
  column of percentages is refused, not taken for 350 %. A spreadsheet's number counts with its first fifteen digits; more of them are
  kept as text.
* **Dates** are date cells, or text with the day before the month: `1 April 2013`, `01/04/2013`, `2013-04-01`.
* **Words from a list**, and ids, may differ in capitals and spaces where it is clear which one is meant.
* **Several in one cell** stand apart by `;` or on lines of their own. `none` is an empty list, where a blank cell means something
  else, such as all.
* **Text in double quotes** is read as JSON reads it. That is how text is kept that would otherwise be taken for something
  else: one that begins or ends with a space, begins with `#` or a quote, or holds what a cell cannot. In CSV files also what
  begins with `=`, `+`, `-` or `@`, so that no spreadsheet runs it, and what one would turn into a number or a date, such as the
  code `5E1`; in a workbook such cells are marked as text.
* **A text too long for a cell** (32,767 characters) stands in parts in the table *Long texts*, and `[long text 1]` in its place.

Formulas count with the value they show. Macros, links to other files, passwords and files of other kinds are refused.

A CSV file is named after its table, such as `bids.csv` or `staff-groups.csv`. It is in UTF-8, with or without a byte order mark,
with commas, or with the semicolons or tabs that Excel writes in other countries. Between semicolons a comma
is a decimal point, and `1,234`, which may be either number, is refused.

## The tables
"""


def workbook_reference() -> str:
    """The text of ``docs/workbook.md``: Markdown, a section for each table in the order of the layout."""
    return _INTRODUCTION + "\n" + "\n".join(map(_section, layout()))


def _section(sheet: Sheet) -> str:
    first = "setting" if isinstance(sheet, Settings) else "column"
    lines = [
        f"### {sheet.name}",
        "",
        f"`{sheet.key}.csv`. {sheet.note.replace('``', '`')}",
        "",
        f"| {first} | needed | what is expected | meaning |",
        "|---|---|---|---|",
    ]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |" for cells in _rows(sheet)]
    return "\n".join(lines) + "\n"


def _rows(sheet: Sheet) -> Iterator[tuple[str, str, str, str]]:
    for column in sheet.columns:
        yield column.title, "yes" if column.required else "", column.kind.expected, _meaning(column)
    for group in sheet.wide:
        key = group.key.expected
        yield (
            f"{group.prefix}: ...",
            "",
            group.value.expected,
            f"One column for each: in place of the dots {key}. {group.note}",
        )


def _meaning(column: Column) -> str:
    told = "" if column.required else column.default_told
    return f"{column.note} If blank: {told}." if told else column.note


if __name__ == "__main__":
    sys.stdout.buffer.write(workbook_reference().encode())
