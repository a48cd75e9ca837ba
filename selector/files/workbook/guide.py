"""The first sheet of a workbook: how to fill in the others."""

from selector.files.tables import layout
from selector.files.workbook.book import Book, finish
from selector.files.workbook.formats import HEADING, OPTIONAL
from selector.files.workbook.guide_sheets import SAID

GUIDE = "Guide"
"""The sheet, which readers leave aside."""

_WIDTHS = (26, 60, 60)
_TOP = {"text_wrap": True, "valign": "top"}

_STEPS = (
    "Fill in the sheets with dark tabs: Case, Buyers, Services, Bidders and Bids. The others are there if you need them.",
    "Point at a heading to read what the column means, what to write, and what a blank cell means.",
    "Save the workbook, and run: selector check FILE. It lists every mistake with its sheet and cell; "
    "with --annotate COPY.xlsx it also writes a copy in which they are marked.",
    "Once there are none, run: selector evaluate FILE. It finds the best award, and proves it.",
)

_CELLS = (
    ("Required", "Dark headings with a * must be filled in, in every row that you use. Other cells may stay blank."),
    (
        "Ids",
        "Short names of your own, such as north or bid-1. Other sheets point to them, so write them alike. "
        "A cell that takes one id offers those that are there.",
    ),
    (
        "Several in one cell",
        "Apart by a semicolon: north; south. To say that there are none, where blank says something else, write none.",
    ),
    ("Numbers", "With or without thousands commas and a pound sign: 1250, 1,250.00 or £1,250. Without words."),
    ("Percentages", "With the sign: 3.5%. As a fraction, 0.035, it is the same."),
    ("Dates", "The day before the month: 1 April 2013 or 01/04/2013. Financial years are written 2013-14."),
    ("Blank", "The note on the heading says what a blank cell means. Blank rows are skipped."),
    (
        "Rows that begin with #",
        "Are not read. The grey rows of a blank workbook are such examples: leave them there or delete them. "
        "Columns and sheets whose names begin with # are not read either, so there is room for notes.",
    ),
    (
        "Green headings",
        "Are yours to change: they name a criterion, a financial year or a kind of bidder, as in Score (points): quality. "
        "Write more of them to the right. What you do not need may stay empty.",
    ),
    (
        "Locked cells",
        "Only the other headings are locked, without a password. You may sort, filter, format, add and delete rows.",
    ),
    (
        "Quotes and [long text 1]",
        'Text between double quotes is read as JSON, which keeps odd characters: "a\\nb" has a line break. '
        "[long text 1] stands for a text too long for a cell: it is on the sheet Long texts, in parts.",
    ),
)


def write_guide(book: Book) -> None:
    """Write the guide as the next sheet."""
    of = book.formats.of
    sheet = book.add(GUIDE)
    sheet.set_tab_color("#548235")
    sheet.hide_gridlines(2)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    text, strong = of(_TOP), of(_TOP, bold=True)
    head = of(bold=True, font_size=13)
    sheet.set_row(0, 27)
    sheet.write_string(0, 0, "How to fill in this workbook", of(bold=True, font_size=17))
    row = 2
    for number, step in enumerate(_STEPS, start=1):
        sheet.set_row(row, _height(step, _WIDTHS[1] + _WIDTHS[2]))
        sheet.write_string(row, 0, f"Step {number}", strong)
        sheet.merge_range(row, 1, row, 2, step, text)
        row += 1
    row += 1
    sheet.set_row(row, 24)
    sheet.write_string(row, 0, "What stands in the cells", head)
    for name, told in _CELLS:
        row += 1
        sheet.set_row(row, _height(told, _WIDTHS[1] + _WIDTHS[2]))
        sheet.write_string(row, 0, name, strong)
        sheet.merge_range(row, 1, row, 2, told, text)
    row += 2
    sheet.set_row(row, 24)
    sheet.write_string(row, 0, "The sheets", head)
    row += 1
    for at, title in enumerate(("Sheet", "What it holds", "When it is needed")):
        sheet.write_string(row, at, title, of(HEADING, OPTIONAL))
    for each in layout():
        row += 1
        said = SAID[each.name]
        sheet.set_row(row, max(_height(said.holds, _WIDTHS[1]), _height(said.needed, _WIDTHS[2])))
        link = f"internal:'{each.name}'!A1"
        sheet.write_url(row, 0, link, of(_TOP, font_color="#1F4E79", underline=1), each.name)
        sheet.write_string(row, 1, said.holds, text)
        sheet.write_string(row, 2, said.needed, of(_TOP, bold=said.always))
    finish(sheet)


def _height(text: str, width: int) -> float:
    return 15.0 * (1 + len(text) // (width + 8)) + 3
