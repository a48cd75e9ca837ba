import os
from pathlib import Path

import pytest

from models import Case, read_case
from selector.files.cells import Free, Kind, Listing, Number, Text
from selector.files.folder import read_folder, write_folder
from selector.files.folder.inert import inert, inert_heading
from tests.files.folder.folders import rows, small, text, written
from tests.models.cases import a_case, text_of


def case_named(name: str, **changes: str) -> Case:
    return small().model_copy(update={"name": name, **changes})


def test_a_file_for_each_table_that_holds_something(tmp_path: Path) -> None:
    assert {path.name for path in written(tmp_path).iterdir()} == {
        "case.csv", "buyers.csv", "services.csv", "bidders.csv", "bids.csv", "criteria.csv",
    }  # fmt: skip


def test_tables_that_a_case_cannot_do_without_are_there_even_if_empty(tmp_path: Path) -> None:
    case = read_case(
        """{"format": 1, "name": "n", "date": "2013-04-01", "horizon": {"start": "2013-04-01", "years": 1},
        "buyers": [{"id": "b", "name": "b", "population": 1}], "services": [{"id": "s", "name": "s"}], "bidders": [],
        "bids": [], "lots": [{"id": "l", "buyer": "b", "service": "s", "required": false,
        "in_house": {"cost": 1, "quality": 1}}]}"""
    )
    folder = written(tmp_path, case)
    assert rows(folder / "bids.csv")[0].startswith("Id,Bidder,Lots,")
    assert len(rows(folder / "bids.csv")) == 1
    assert read_folder(folder) == (case, [])


def test_excel_and_systems_can_read_it(tmp_path: Path) -> None:
    folder = written(tmp_path, case_named("Ü £"))
    for path in folder.iterdir():
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf"), "without it Excel takes UTF-8 for another encoding"
        assert content.endswith(b"\r\n")
    lines = rows(folder / "case.csv")
    assert lines[0] == "Setting,Value,Unit,Meaning"
    assert lines[2].startswith("Name,Ü £,,")
    assert any(line.startswith("Horizon: start,2013-04-01,") for line in lines)


@pytest.mark.parametrize(
    ("kind", "value", "cell"),
    [
        # What a spreadsheet would run.
        (Text(), "=1+1", '"=1+1"'), (Text(), "+44 20", '"+44 20"'), (Text(), "-", '"-"'), (Text(), "@sum", '"@sum"'),
        (Text(), "\uff1d1", '"\uff1d1"'), (Text(), "a\n=1", '"a\\n=1"'), (Text(), "a;=1", '"a\\u003b=1"'),
        (Text(), 'a; "=1"', '"a\\u003b \\"=1\\""'), (Text(), "a\t@b", '"a\\t@b"'), (Text(), "a, -1", "a, -1"), (Text(), "a=b", "a=b"),
        (Listing(Text()), ["-a", "b"], '"-a"; "b"'), (Listing(Text()), ["a", "=b"], '"a"; "=b"'),
        (Listing(Text()), ["a;=b"], '"a\\u003b=b"'), (Free(), "=1", '"=1"'), (Free(), ["a;=1"], '["a\\u003b=1"]'),
        (Free(), {"a": "-1"}, '{"a": "-1"}'),
        # What it would take for something else.
        (Text(), "007", '"007"'), (Text(), "5E1", '"5E1"'), (Text(), "1.50", '"1.50"'), (Text(), "1/4", '"1/4"'),
        (Text(), "2013-14", '"2013-14"'), (Text(), "Apr-13", '"Apr-13"'), (Text(), "MARCH1", '"MARCH1"'), (Text(), "1 May", '"1 May"'), (Text(), "12:30", '"12:30"'),
        (Text(), "1234567890123456", '"1234567890123456"'), (Text(), "£5", '"£5"'), (Text(), "12%", '"12%"'), (Text(), "true", '"true"'),
        (Text(), "(5)", '"(5)"'), (Listing(Text()), ["1-2"], '"1-2"'), (Listing(Text()), ["1-2", "3"], "1-2; 3"),
        # What stays as it is.
        (Text(), "42", "42"), (Text(), "123456789012345", "123456789012345"), (Text(), "0", "0"), (Text(), "00C", "00C"),
        (Text(), "Maybe", "Maybe"), (Text(), "March of time", "March of time"), (Listing(Text()), [], "none"),
        (Number(), "-0.02", "-0.02"), (Number(), "1000000000000.123456", "1000000000000.123456"), (Number(), 10**12, "1000000000000"),
        (Number(), "0.000001", "0.000001"), (Number(binary=True), 1e-300, "1E-300"), (Number(binary=True), -0.0, "-0.0"),
        (Number(binary=True), 0.1 + 0.2, "0.30000000000000004"),
    ],
)  # fmt: skip
def test_cells_that_a_spreadsheet_leaves_alone(kind: Kind, value: object, cell: str) -> None:
    assert inert(kind, value) == cell
    assert kind.read(cell) == (
        int(value) if isinstance(value, str) and value.isdecimal() and kind == Number() else value
    )


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Score (points): a", "Score (points): a"), ("Score (points): a;=b", 'Score (points): "a\\u003b=b"'),
        ('Score (points): "a; =b"', 'Score (points): "a\\u003b =b"'), ("Price (£): 2013-14", "Price (£): 2013-14"),
    ],
)  # fmt: skip
def test_headings_too(title: str, heading: str) -> None:
    assert inert_heading(title) == heading


def test_files_are_replaced_and_others_stay(tmp_path: Path) -> None:
    folder = written(tmp_path, case_named("old"))
    (folder / "readme.txt").write_text("mine")
    (folder / "#old bids.csv").write_text("mine")
    write_folder(folder, case_named("new"))
    case, remarks = read_folder(folder)
    assert case.name == "new"
    assert remarks == ["readme.txt is no CSV file: it was not read"]
    assert (folder / "readme.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case"]
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("name", ["published.csv", "Joint purchases.CSV", "Bids.csv"])
def test_a_table_that_would_not_be_replaced_is_in_the_way(tmp_path: Path, name: str) -> None:
    folder = written(tmp_path, case_named("old"))
    (folder / name).write_text("Id\r\n")
    with pytest.raises(FileExistsError) as refused:
        write_folder(folder, case_named("new"))
    assert refused.value.strerror == (
        f"holds {name}, which would be read as a part of this case: take it away, or write to another folder"
    )
    (folder / name).unlink()
    assert read_folder(folder)[0].name == "old"


def test_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("mine")
    with pytest.raises(NotADirectoryError):
        write_folder(tmp_path / "case", small())
    assert (tmp_path / "case").read_text() == "mine"


def test_an_error_on_the_way_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path, case_named("old"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    replace = Path.replace
    # The third file is open in a spreadsheet.
    moved: list[str] = []

    def locked(path: Path, target: Path) -> Path:
        if path.parent.name == "new":
            moved.append(path.name)
            if len(moved) == 3:
                raise PermissionError(13, "is open elsewhere", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(PermissionError):
        write_folder(folder, case_named("new"))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_error_on_the_way_leaves_no_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_folder(tmp_path / "a" / "b", small())
    assert list(tmp_path.iterdir()) == []


def test_the_same_case_gives_the_same_files(tmp_path: Path) -> None:
    one, other = written(tmp_path / "one"), written(tmp_path / "other")
    assert {path.name: text(path) for path in one.iterdir()} == {path.name: text(path) for path in other.iterdir()}


def test_a_case_of_every_sort(tmp_path: Path) -> None:
    case = read_case(text_of(a_case()))
    assert read_folder(written(tmp_path, case)) == (case, [])
