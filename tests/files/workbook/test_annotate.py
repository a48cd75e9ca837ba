"""``selector check --annotate``: a copy whose faults are marked, and which can be mended and read."""

import json
from pathlib import Path

import openpyxl
import pytest

from models import CaseInvalid
from selector.files.workbook.annotate import annotate
from selector.files.workbook.fault_list import FAULTS
from selector.files.workbook.reading import read_workbook
from tests.cli.running import run_here
from tests.files.spoiling import Spoilt, good_case, good_workbook


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.xlsx"
    good_workbook(path)
    return path


def _faulty(good: Path) -> Spoilt:
    spoilt = Spoilt(good, good.with_name("faulty.xlsx"))
    spoilt.put("Bids", "Price", 2, "=1+1")
    spoilt.put("Bids", "Price", 3, '=cmd|"/c calc"!A1')
    spoilt["Bids"]["D3"].data_type = "s"
    spoilt.put("Bids", "Bidder", 4, "moorlnd")
    spoilt.put("Bids", "Bidder", 5, None)
    spoilt["Rules"]["A1"].value = None
    spoilt.book.remove(spoilt["Buyers"])
    spoilt.book.save(spoilt.path)
    return spoilt


def test_cells_at_fault_are_coloured_and_commented(good: Path) -> None:
    source = _faulty(good).path
    target = good.with_name("marked.xlsx")
    with pytest.raises(CaseInvalid) as raised:
        read_workbook(source)
    annotate(source, target, raised.value.faults)
    book = openpyxl.load_workbook(target)
    for cell in ("D2", "D3", "B4", "B5"):
        found = book["Bids"][cell]
        assert found.comment is not None, cell
        assert found.fill.start_color.rgb == "FFFFC7CE"
    assert "did you mean" in book["Bids"]["B4"].comment.text
    assert book["Bids"]["D2"].value == "=1+1"
    assert book["Bids"]["C2"].comment is None
    assert book["Rules"]["A1"].comment is not None

    assert book.sheetnames[0] == FAULTS
    listed = list(book[FAULTS].iter_rows(min_row=2))
    assert len(listed) == len(raised.value.faults)
    assert [row[0].value for row in listed] == list(range(1, len(listed) + 1))
    by_cell = {(row[1].value, row[2].value): row for row in listed}
    assert by_cell["Bids", "B4"][2].hyperlink.location == "'Bids'!B4"
    assert by_cell["Bids", "B4"][3].value == "Bidder"
    assert by_cell["Buyers", "whole sheet"][4].value == "there is no table Buyers"
    assert by_cell["Buyers", "whole sheet"][2].hyperlink is None
    assert all(cell.data_type != "f" for row in listed for cell in row)


def test_the_copy_once_mended_is_read_and_marked_anew(good: Path) -> None:
    spoilt = Spoilt(good, good.with_name("faulty.xlsx"))
    spoilt.put("Bids", "Bidder", 4, "moorlnd")
    faults = spoilt.faults()
    target, again = good.with_name("marked.xlsx"), good.with_name("again.xlsx")
    annotate(spoilt.path, target, faults)
    book = openpyxl.load_workbook(target)
    book["Bids"]["B4"].value = "moorland"
    book.save(target)
    assert read_workbook(target) == (good_case(), [])
    annotate(target, again, ())
    mended = openpyxl.load_workbook(again)
    assert mended["Bids"]["B4"].comment is None
    assert mended["Bids"]["B4"].fill.fill_type is None
    assert mended[FAULTS]["E2"].value == "No faults."
    assert mended.sheetnames.count(FAULTS) == 1


def test_the_command(good: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    source, target = _faulty(good).path, good.with_name("marked.xlsx")
    ran = run_here(monkeypatch, capfd, "check", source, "--annotate", target, "--json")
    assert ran.code == 2
    faults = json.loads(ran.out)["faults"]
    assert {"pointer", "message", "sheet", "cell", "heading"} == faults[0].keys()
    assert ("Bids", "B4", "Bidder") in {(each["sheet"], each["cell"], each["heading"]) for each in faults}
    assert target.exists()
    ran = run_here(monkeypatch, capfd, "check", good, "--annotate", good.with_name("fine.xlsx"))
    assert (ran.code, ran.out.startswith("No faults.")) == (0, True)


def test_what_cannot_be_marked(good: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    before = good.read_bytes()
    case = good.with_name("case.json")
    case.write_text("{}", encoding="utf-8")
    for source, target, said in (
        (good, good, "never written over"),
        (case, good.with_name("out.xlsx"), "only a workbook"),
        (good.parent, good.with_name("out.xlsx"), "only a workbook"),
        (good, good.with_name("out.pdf"), "must end in .xlsx"),
    ):
        ran = run_here(monkeypatch, capfd, "check", source, "--annotate", target)
        assert ran.code == 2
        assert said in " ".join(ran.err.replace("│", " ").split())
    assert good.read_bytes() == before


def test_remarks_go_to_standard_error(
    good: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    spoilt = Spoilt(good, good.with_name("more.xlsx"))
    spoilt.book.create_sheet("My workings")["A1"] = 1
    spoilt.book.save(spoilt.path)
    ran = run_here(monkeypatch, capfd, "check", spoilt.path)
    assert ran.code == 0
    assert "note: My workings is not a table of a case: it was not read" in ran.err
    assert "My workings" not in ran.out


def test_cells_that_are_far_apart_are_not_all_made(good: Path) -> None:
    spoilt = _faulty(good)
    spoilt["Bids"].cell(900_000, 200).number_format = "0.00"
    target = good.with_name("marked.xlsx")
    annotate(spoilt.path, target, spoilt.faults())
    assert openpyxl.load_workbook(target)["Bids"]["B4"].comment is not None


def test_merged_cells_are_too_many(good: Path) -> None:
    spoilt = _faulty(good)
    spoilt["Bids"].merged_cells.add("AA1:XFD1048576")
    faults = spoilt.faults()
    with pytest.raises(CaseInvalid, match="more than 1,000,000 cells, too many to be copied"):
        annotate(spoilt.path, good.with_name("marked.xlsx"), faults)
