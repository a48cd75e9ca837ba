"""From a workbook, or an example, to the board paper."""

import base64
import io
from pathlib import Path

import openpyxl
import pypdf
import pytest
from playwright.sync_api import expect

from selector.client import Client
from selector.examples.bundled import BUNDLED
from selector.files.workbook.writing import write_workbook
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER

DROP = """async ([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const held = new DataTransfer();
  held.items.add(new File([bytes], name));
  const zone = document.querySelector(".drop");
  for (const type of ["dragenter", "dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: held }));
  }
}"""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "two boards.xlsx"
    write_workbook(path, BUNDLED["two-boards"].build())
    return path


def dropped(visit: Visit, path: Path) -> None:
    """Drop a file on the page, as with a mouse."""
    visit.page.evaluate(DROP, [path.name, base64.b64encode(path.read_bytes()).decode()])


def test_from_a_workbook_to_the_paper(visit: Visit, workbook: Path) -> None:
    visit.go()
    dropped(visit, workbook)
    visit.is_at("What matters to the board")
    visit.press("Find the best award")
    visit.is_at("The award")
    expect(visit.page.get_by_text("Proven the best")).to_be_visible(timeout=PATIENCE)
    visit.follow("Take away the board paper")
    visit.is_at("Take away")
    paper = pypdf.PdfReader(io.BytesIO(visit.download("Download the PDF")))
    assert "Two boards" in "".join(page.extract_text() for page in paper.pages)
    assert b"Two boards" in visit.download("Download the web page")
    book = openpyxl.load_workbook(io.BytesIO(visit.download("Download the results book")))
    assert "Record" in book.sheetnames


def test_from_the_example_to_the_paper_in_at_most_six_clicks(visit: Visit) -> None:
    visit.go()
    visit.press("Two boards")
    visit.is_at("What matters to the board")
    visit.press("Find the best award")
    visit.is_at("The award")
    visit.follow("Take away the board paper")
    visit.is_at("Take away")
    assert visit.download("Download the PDF").startswith(b"%PDF")
    assert visit.clicks <= 6


def test_faults_are_told_with_sheet_and_cell(visit: Visit, workbook: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book["Bids"]["D2"] = -1
    book["Bids"]["B3"] = "nobody"
    book.save(workbook)
    visit.go()
    dropped(visit, workbook)
    table = visit.page.get_by_role("region", name="Faults").get_by_role("table")
    expect(table).to_be_visible(timeout=PATIENCE)
    rows = [row.split("\t") for row in table.inner_text().splitlines()[1:]]
    assert {(row[0].strip(), row[1].strip()) for row in rows} == {("Bids", "D2"), ("Bids", "B3")}
    marked = openpyxl.load_workbook(io.BytesIO(visit.download("Download the workbook with the faults marked")))
    for cell in ("D2", "B3"):
        comment = marked["Bids"][cell].comment
        assert comment is not None
        assert comment.text.startswith("selector check:")


def test_a_file_that_is_none(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_text("What we talked about.")
    visit.go()
    dropped(visit, path)
    expect(visit.page.get_by_role("alert")).to_contain_text("cannot be read")


def test_a_decision_is_put_on_record(visit: Visit, client: Client) -> None:
    run = client.wait(client.start("evaluate", client.add_example("two-boards").id).id)
    before = len(client.decisions(run.id))
    visit.go(f"#/runs/{run.id}/take-away")
    visit.press("Record the decision")
    expect(visit.page.get_by_text("Say who decided.")).to_be_visible()
    visit.page.get_by_label("Who decided").fill("A. Patel, chair")
    visit.page.get_by_label("Why", exact=True).fill("Meeting of 3 May 2013, item 7.")
    visit.press("Record the decision")
    visit.press("Record it")
    expect(visit.page.get_by_role("listitem").filter(has_text="Seal, to be minuted")).to_be_visible(timeout=PATIENCE)
    decision = client.decisions(run.id)[before]
    assert (decision.by, decision.because) == ("A. Patel, chair", "Meeting of 3 May 2013, item 7.")
    expect(visit.page.get_by_text(decision.seal)).to_be_visible()
    assert visit.download("Download the sealed record") == client.record(run.id, decision.id)


def test_what_else_there_is_to_take_away(visit: Visit, client: Client) -> None:
    run = client.wait(client.start("evaluate", client.add_example("two-boards").id).id)
    visit.go(f"#/runs/{run.id}/take-away")
    assert visit.download("Download the award") == client.result(run.id)
    visit.page.get_by_label("Number of the contracting process").fill("ocds-213czf-1")
    assert b'"ocds-213czf-1"' in visit.download("Download the OCDS release")
    visit.press("Draft the letters")
    expect(visit.button("Read them")).to_be_visible(timeout=PATIENCE)
    assert visit.download("Download the letters").startswith(b"PK")
    visit.press("Read them")
    expect(visit.page.get_by_label("The letter")).to_contain_text("notice of the award decision")
    visit.press("Close")
    address = visit.page.get_by_role("textbox", name="Link to this award").input_value()
    assert address == f"{visit.url}/#/runs/{run.id}"
    visit.go(address.removeprefix(f"{visit.url}/"))
    visit.is_at("The award")
