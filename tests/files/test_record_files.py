"""Records as files, and the sums of the files that they name."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from models import AwardInvalid, CaseInvalid
from models.errors import RecordInvalid
from models.read_record import read_record
from selector.files.record import read_record_file, record_text, recorded_file, write_record_file
from tests.decide.record.made import KEPT, document, kept, resealed, text


def test_a_record_that_is_written_is_the_one_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "record.json"
    seal = write_record_file(path, kept())
    found = read_record_file(path)

    assert found.record == kept()
    assert (found.stated, found.found) == (seal, seal)
    assert path.read_bytes() == KEPT.read_bytes()
    assert record_text(read_record(text().encode()).record) == text()


def test_the_seal_can_be_checked_without_this_program(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    seal = write_record_file(path, kept())
    lines = path.read_bytes().splitlines(keepends=True)

    assert hashlib.sha256(b"".join(lines[:-2])).hexdigest() == seal
    assert lines[-2:] == [f'  "sha256": "{seal}"\n'.encode(), b"}\n"]
    assert json.loads(path.read_text())["sha256"] == seal


def test_a_record_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text("mine")
    with pytest.raises(FileExistsError, match="is there already, and a record is never replaced"):
        write_record_file(path, kept())
    assert path.read_text() == "mine"


@pytest.mark.parametrize(("name", "told"), [("gone.json", "there is no file"), (".", "cannot be read")])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(RecordInvalid, match=told):
        read_record_file(tmp_path / name)


def test_a_case_and_an_award_are_no_records() -> None:
    for name, told in (
        ("case", "it seems to be a case, which goes with its award"),
        ("award", "it seems to be an award"),
    ):
        with pytest.raises(RecordInvalid, match=told):
            read_record(json.dumps(document()[name]).encode())
    for content in (b"[]", b"3", b'"record"', b"null", b"{}"):
        with pytest.raises(RecordInvalid, match="not a decision record"):
            read_record(content)


@pytest.mark.parametrize("seal", [None, 3, "", "0" * 63, "0" * 64 + "\n", "G" * 64, "A" * 64])
def test_what_is_no_sum_is_refused(seal: object) -> None:
    with pytest.raises(RecordInvalid, match=r"/sha256: .* is not a SHA-256"):
        read_record(json.dumps({**document(), "sha256": seal}).encode())
    with pytest.raises(RecordInvalid, match="/sha256: is missing"):
        read_record(json.dumps(document()).encode())


@pytest.mark.parametrize(
    "moment", ["2014-03-31", "2014-02-30T00:00:00Z", "2014-03-31T16:30:00", "2014-03-31T16:30:00+01:00", 5, "now", None]
)
def test_what_is_no_moment_is_refused(moment: object) -> None:
    changed = document()
    changed["recorded"]["at"] = moment
    with pytest.raises(RecordInvalid, match="/recorded/at: "):
        read_record(resealed(changed))


def test_every_fault_is_told_at_once() -> None:
    changed = document()
    changed["case"]["bids"][0]["price"] = "-1"
    changed["case"]["bids"][1]["bidder"] = "nobody"
    changed["award"]["totals"]["cost"] = "much"
    changed["case_sha256"] = "0"
    del changed["program"]
    with pytest.raises(RecordInvalid) as refused:
        read_record(resealed(changed))
    assert {fault.pointer for fault in refused.value.faults} == {
        "/case/bids/0/price",
        "/case/bids/1/bidder",
        "/award/totals/cost",
        "/case_sha256",
        "/program",
    }


def test_the_sum_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a\ncase.json"
    path.write_bytes(b"any bytes\x00\xff")
    found = recorded_file(path)

    assert (found.bytes, found.sha256) == (11, hashlib.sha256(b"any bytes\x00\xff").hexdigest())
    assert found.name == "a\N{REPLACEMENT CHARACTER}case.json"


def test_the_sum_of_a_folder_is_that_of_the_list_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "within").mkdir()
    for name, content in (("b.csv", "2"), ("B.csv", "10"), ("a.csv", "")):
        (tmp_path / name).write_text(content)
    printed = subprocess.run(
        ["sha256sum", "B.csv", "a.csv", "b.csv"], cwd=tmp_path, capture_output=True, check=True, timeout=60
    ).stdout
    found = recorded_file(tmp_path)

    assert (found.bytes, found.sha256) == (3, hashlib.sha256(printed).hexdigest())
    (tmp_path / "b.csv").rename(tmp_path / "c.csv")
    assert recorded_file(tmp_path).sha256 != found.sha256


def test_a_file_that_is_not_there_is_told_as_what_it_should_be(tmp_path: Path) -> None:
    with pytest.raises(CaseInvalid, match="there is no file"):
        recorded_file(tmp_path / "gone.json")
    with pytest.raises(AwardInvalid, match="there is no file"):
        recorded_file(tmp_path / "gone.json", AwardInvalid)
