import csv
from pathlib import Path

import pytest

from selector.files.folder import csv_rows, read_folder
from selector.files.folder.content import MOST_BYTES
from tests.files.folder.folders import assert_same, faults, put, rows, small, text, written

AGAIN = 'in Excel, save it as "CSV UTF-8 (Comma delimited)"'


def with_cell(path: Path, old: str, new: str) -> None:
    found = text(path)
    assert old in found
    put(path, found.replace(old, new, 1))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_marks_and_line_ends(tmp_path: Path, ending: str, encoding: str) -> None:
    case = small().model_copy(update={"notes": "one\r\ntwo\rthree\nfour\n"})
    folder = written(tmp_path, case)
    for path in folder.iterdir():
        put(path, text(path).replace("\r\n", ending), encoding)
    assert_same(folder, case)


def test_the_last_line_may_end_without_a_break(tmp_path: Path) -> None:
    folder = written(tmp_path)
    for path in folder.iterdir():
        put(path, text(path).removesuffix("\r\n"))
    assert_same(folder, small())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Id,Name\r\n£,x\r\n".encode("cp1252"), f"line 2 is not text in UTF-8: {AGAIN}"),
        ("a\nb\né".encode("latin-1"), f"line 3 is not text in UTF-8: {AGAIN}"),
        ("Id,Name\r\n".encode("utf-16"), f"is text in UTF-16: {AGAIN}"),
        ("Id,Name\r\n".encode("utf-16-le"), f"line 1 holds a NUL character, and so is no text: {AGAIN}"),
        (b"Id\r\na\0b", f"line 2 holds a NUL character, and so is no text: {AGAIN}"),
        (b"\xed\xa0\x80", f"line 1 is not text in UTF-8: {AGAIN}"),
        (b"PK\x03\x04abc", "is a workbook under the name of a CSV file: give the workbook itself, named .xlsx"),
        (b"\xd0\xcf\x11\xe0abc", "is a workbook under the name of a CSV file: give the workbook itself, named .xlsx"),
    ],
)  # fmt: skip
def test_what_is_no_text(tmp_path: Path, content: bytes, said: str) -> None:
    folder = written(tmp_path)
    (folder / "criteria.csv").write_bytes(content)
    assert faults(folder) == [f"criteria.csv: {said}"]


@pytest.mark.parametrize(
    ("content", "cell", "said"),
    [
        ('Id,Name\na,"b\nc,d\n', "2:2", "opens a quote that is not closed before the end of the file"),
        (
            'Id,Name\na,b\n\n"a"b,c\n', "4:4",
            'has text behind the closing quote of cell 1: write quotes within it twice ("")',
        ),
        ("Id,Name\n" + "," * 20_000, "2:2", "has more than 16,384 cells"),
        ('Id,Name\n"a"' + "," * 20_000, "2:2", "has more than 16,384 cells"),
        ("Id,Name\n" + "\n" * 100, "101:101", "has more than 100 rows"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_apart(
    tmp_path: Path, content: str, cell: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_rows, "ROWS", 100)
    folder = written(tmp_path)
    put(folder / "criteria.csv", content)
    assert faults(folder) == [f"criteria.csv!{cell}: {said}"]


def test_every_file_at_fault_is_told_at_once(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "criteria.csv").write_bytes(b"\xff\xfe")
    (folder / "services.csv").write_bytes(b"\0")
    assert len(faults(folder)) == 2


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    folder = written(tmp_path)
    with (folder / "criteria.csv").open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    assert faults(folder) == ["criteria.csv: is larger than 256 MiB"]


def test_long_cells_leave_the_standard_library_as_it_was(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    case = small().model_copy(update={"notes": '"' * 100_000})
    assert_same(written(tmp_path, case), case)
    assert csv.field_size_limit() == before


def test_faults_have_the_cell_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    folder = written(tmp_path)
    lines = rows(folder / "bids.csv")
    first = lines[1].split(",")
    first[1] = "csuu"
    # A blank line is a row, and a cell of two lines is one.
    put(folder / "bids.csv", "\r\n".join([lines[0], "", '"# a\nnote"', ",".join(first), *lines[2:], ""]))
    [fault] = faults(folder)
    assert fault.startswith('bids.csv!B4 (Bidder): there is no bidder "csuu"')


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    folder = written(tmp_path)
    for name in (
        "readme.txt",
        "case.xlsx",
        "my workings.csv",
        ".hidden",
        "~$bids.xlsx",
        "#old.csv",
        ".~lock.bids.csv#",
    ):
        (folder / name).write_bytes(b"\0 not even text")
    (folder / "old").mkdir()
    (folder / "frameworks.csv").mkdir()
    case, remarks = read_folder(folder)
    assert case == small()
    assert sorted(remarks) == [
        "case.xlsx is no CSV file: it was not read",
        "frameworks.csv is a folder: it was not read",
        "my workings.csv is not a table of a case: it was not read",
        "old is a folder: it was not read",
        "readme.txt is no CSV file: it was not read",
    ]


def test_names_of_files_may_be_those_of_the_sheets(tmp_path: Path) -> None:
    folder = written(tmp_path)
    for path in sorted(folder.iterdir()):
        path.rename(folder / f"{path.stem.replace('-', ' ').upper()}.CSV")
    assert_same(folder, small())


def test_two_files_of_one_table(tmp_path: Path) -> None:
    folder = written(tmp_path)
    put(folder / "bids (1).csv", text(folder / "bids.csv"))
    assert faults(folder) == ["bids.csv: is a second table of Bids: bids (1).csv is the first"]


def test_a_name_that_is_nearly_right(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "bids.csv").rename(folder / "bidz.csv")
    assert faults(folder) == [
        'bidz.csv: is not a table of a case (did you mean "Bids"?): begin its name with # to have it left out',
        "bids.csv: there is no table Bids",
    ]


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "bids.csv").unlink()
    assert "bids.csv: there is no table Bids" in faults(folder)


def test_no_folder_of_tables(tmp_path: Path) -> None:
    assert faults(tmp_path / "nowhere") == [
        f"the document: {tmp_path / 'nowhere'} cannot be read: No such file or directory"
    ]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert faults(empty) == ["the document: empty holds no table of a case: `selector template` writes one to fill in"]
    for at in range(1_001):
        (empty / f"{at}.csv").touch()
    assert faults(empty) == [f"the document: {empty} holds more than 1,000 files: it is no folder of tables"]


def test_long_texts_of_a_workbook_saved_sheet_by_sheet(tmp_path: Path) -> None:
    folder = written(tmp_path)
    with_cell(folder / "case.csv", "Notes,", "Notes,[long text 1],")
    # What Excel saves of the workbook's sheet.
    put(folder / "long-texts.csv", "Long text,Part,Text\r\n1,2,def\r\n1,1,abc\r\n")
    assert read_folder(folder)[0].notes == "abcdef"
    put(folder / "long-texts.csv", "Long text,Part,Text\r\n1,3,def\r\n1,1,abc\r\n")
    assert faults(folder) == ["Long texts: long text 1 has no part 2: write it again"]
    put(folder / "long-texts.csv", "Long text,Part,Text\r\n1,1,def\r\n1,1,abc\r\n")
    assert faults(folder) == ["Long texts!3:3: is a second part 1 of long text 1: delete one of them"]
    (folder / "long-texts.csv").unlink()
    [fault] = faults(folder)
    assert fault.startswith("case.csv!B")
    assert fault.endswith('"[long text 1]" stands for a text that the sheet Long texts does not hold')


def test_what_a_spreadsheet_makes_of_it(tmp_path: Path) -> None:
    """Opened and saved: dates and flags as people of this country write them, no quotes that are not needed."""
    folder = written(tmp_path)
    with_cell(folder / "case.csv", "2013-04-01", "01/04/2013")
    lines = rows(folder / "buyers.csv")
    put(folder / "buyers.csv", "\r\n".join(line + "," * 5 for line in lines) + "\r\n" + "," * 30 + "\r\n")
    assert_same(folder, small())
