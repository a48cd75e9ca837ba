"""The PDF: tagged, titled, with alternative texts, repeated headings, and the same bytes from the same paper."""

import io
import re
from collections import Counter
from typing import Any

import pytest
from pypdf import PdfReader

from selector.evaluation import evaluate
from selector.report import board_paper, render
from selector.report.pdf.boxes import BOX
from selector.report.pdf.row_headings import with_row_headings
from tests.references.small import one_service
from tests.report.papers import Name, full_paper, rendered

pytestmark = pytest.mark.xdist_group("paper")


@pytest.fixture(scope="module")
def content() -> bytes:
    return rendered("full", "pdf")


@pytest.fixture(scope="module")
def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def _root(read: PdfReader) -> Any:
    return read.trailer["/Root"]


def _elements(node: Any) -> Any:
    """Every element of the structure, from the top."""
    node = node.get_object()
    if not isinstance(node, dict):
        return
    if "/S" in node:
        yield node
    kids = node.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            yield from _elements(kid)


def test_it_says_that_it_is_tagged_and_accessible(read: PdfReader) -> None:
    root: Any = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert read.metadata is not None
    assert read.metadata.title == "Board paper: Two boards"


def test_its_structure_has_headings_tables_and_alternative_texts(read: PdfReader) -> None:
    elements = list(_elements(_root(read)["/StructTreeRoot"]))
    kinds = Counter(element["/S"] for element in elements)
    assert kinds["/H1"] > 10
    assert kinds["/H2"] > 3
    assert kinds["/Table"] > 10
    assert kinds["/TH"] > 40
    assert kinds["/TD"] > 100
    assert kinds["/L"] > 3
    figures = [element for element in elements if element["/S"] == "/Figure"]
    assert figures
    assert all(len(str(element.get("/Alt", ""))) > 40 for element in figures)


@pytest.mark.parametrize("name", ["full", "hostile", "public"])
def test_every_row_of_a_table_has_a_heading_that_its_cells_name(name: Name) -> None:
    read = PdfReader(io.BytesIO(rendered(name, "pdf")))
    root = _root(read)["/StructTreeRoot"]
    names = root["/IDTree"]["/Names"]
    assert [str(each) for each in names[::2]] == sorted(str(each) for each in names[::2])
    named = dict(zip((str(each) for each in names[::2]), (each.get_object() for each in names[1::2]), strict=True))
    rows = [[kid.get_object() for kid in row["/K"]] for row in _elements(root) if row["/S"] == "/TR"]
    rows = [cells for cells in rows if any(cell["/S"] == "/TD" and cell["/K"] for cell in cells)]
    assert len(rows) > 10
    for cells in rows:
        (heading,) = [cell for cell in cells if cell["/S"] == "/TH"]
        assert heading["/A"][0]["/Scope"] == "/Row"
        assert named[str(heading["/ID"])] == heading
        for cell in cells:
            headings = [str(each) for each in cell["/A"][0]["/Headers"]]
            assert all(each in named for each in headings)
            if cell is not heading:
                assert str(heading["/ID"]) in headings


def test_a_file_of_another_build_is_left_as_it_is() -> None:
    for file in (b"", b"%PDF-1.7 something else", rendered("full", "pdf") + b"\n% more"):
        assert with_row_headings(file, [0] * 100) == file


def test_pages_are_a4_and_carry_bookmarks(read: PdfReader) -> None:
    for page in read.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert [entry.title for entry in read.outline if not isinstance(entry, list)][:2] == ["The decision", "The figures"]


def test_every_typeface_is_in_it(read: PdfReader) -> None:
    fonts = {str(name) for page in read.pages for name in _fonts(page)}
    assert fonts
    assert any("SourceSansPro" in name for name in fonts)


def _notes(page: Any) -> Any:
    return page.get("/Annots", [])


def _fonts(page: Any) -> list[str]:
    found = page["/Resources"].get("/Font", {})
    return [each.get_object()["/BaseFont"] for each in found.values()]


def test_no_heading_stands_alone_at_the_end_of_a_page(read: PdfReader) -> None:
    titles = [section.title for section in full_paper().sections]
    names = {str(title[0]) for title in titles if isinstance(title[0], str)}
    for page in read.pages:
        lines = [line for line in page.extract_text().splitlines() if line.strip()]
        body = [line for line in lines if not re.fullmatch(r"Page \d+ of \d+", line)]
        assert body[-1].strip() not in names


def test_long_tables_repeat_their_headings() -> None:
    case = one_service({"firm": {f"Board-{at:03}": 1000 + at for at in range(120)}})
    content = render(board_paper(case, evaluate(case, isolated=False)), "pdf")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    first = next(at for at, text in enumerate(pages) if "Award by buyer and service" in text)
    further = next(text for text in pages[first + 1 :] if "Board-119" in text)
    assert further.index("Buyer") < further.index("Board-")


def test_hostile_names_are_text_and_nothing_else() -> None:
    content = rendered("hostile", "pdf")
    read = PdfReader(io.BytesIO(content))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert "<script>alert('x')</script>" in text
    assert "*bold* _it_" in text
    assert "{{ 7*7 }}" in text
    notes: list[Any] = [note.get_object() for page in read.pages for note in _notes(page)]
    assert all(note.get("/A", {}).get("/S") in (None, "/GoTo") for note in notes)
    assert "/JavaScript" not in content.decode("latin-1")
    # Where the machine has no typeface for them, boxes stand for letters, and the paper says so.
    assert "北" in text or BOX in text
