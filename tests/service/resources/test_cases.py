"""Cases that are kept."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import httpx2
import pytest

from models import read_case
from selector.client import Client, ServiceProblem
from tests.api.cases import edited, knot, smallest
from tests.api.live import JSON
from tests.api.problems import problem

XLSX = {"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
ZIP = {"Content-Type": "application/zip"}
TWO_BOARDS = Path(__file__).parents[3] / "examples" / "two-boards.json"


def converted(folder: Path, name: str) -> Path:
    """The smallest case as something else."""
    (folder / "case.json").write_bytes(smallest())
    command = [sys.executable, "-m", "selector", "convert", str(folder / "case.json"), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / name


def packed(folder: Path) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"case/{file.name}")
        archive.writestr("__MACOSX/._bids.csv", b"\x00")
    return content.getvalue()


def test_a_case_is_kept_once_by_its_content(wire: httpx2.Client) -> None:
    first = wire.post("/v1/cases", content=smallest(), headers=JSON)
    spaced = json.dumps(json.loads(smallest()), indent=4).encode()
    second = wire.post("/v1/cases", content=spaced, headers=JSON)
    case = read_case(smallest())
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert first.json()["id"] == case.sha256
    assert first.headers["Location"] == second.headers["Location"] == f"/v1/cases/{case.sha256}"
    found = wire.get(first.headers["Location"])
    assert read_case(found.content) == case
    assert found.headers["Content-Type"] == "application/json"


def test_a_client_that_holds_it_is_not_sent_it_again(wire: httpx2.Client) -> None:
    place = wire.post("/v1/cases", content=smallest(), headers=JSON).headers["Location"]
    tag = wire.get(place).headers["ETag"]
    for stated in (tag, f'"other", W/{tag}', "*"):
        again = wire.get(place, headers={"If-None-Match": stated})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert wire.get(place, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("name", ["case.xlsx", "tables"])
def test_a_workbook_and_its_tables_are_the_same_case(wire: httpx2.Client, tmp_path: Path, name: str) -> None:
    path = converted(tmp_path, name)
    content, headers = (packed(path), ZIP) if path.is_dir() else (path.read_bytes(), XLSX)
    answer = wire.post("/v1/cases", content=content, headers=headers)
    assert answer.status_code == 201, answer.text
    assert answer.json()["id"] == read_case(smallest()).sha256


def test_faults_of_a_workbook_have_their_cells(wire: httpx2.Client, tmp_path: Path) -> None:
    folder = converted(tmp_path, "tables")
    bids = (folder / "bids.csv").read_text(encoding="utf-8-sig")
    (folder / "bids.csv").write_text(bids.replace("120000", "-1"))
    answer = wire.post("/v1/cases", content=packed(folder), headers=ZIP)
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["pointer"], error["sheet"]) == ("/bids/0/price", "bids.csv")
    assert error["cell"][-1] == "2"
    assert error["detail"].endswith("it must be 0 or more")


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b"not a workbook", XLSX, 422),
        (b"PK\x03\x04 and no more", XLSX, 422),
        (b"not a zip", ZIP, 422),
        (smallest(), {"Content-Type": "text/csv"}, 415),
        (edited(colour="red"), JSON, 422),
        (b" " * 2**20 + b"{}", JSON, 413),
    ],
)
def test_what_is_no_case_is_refused(wire: httpx2.Client, content: bytes, headers: dict[str, str], status: int) -> None:
    answer = wire.post("/v1/cases", content=content, headers=headers)
    assert answer.status_code == status
    problem(status, answer.headers, answer.content, "/v1/cases")


def test_an_archive_that_grows_without_end_is_refused(wire: httpx2.Client) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bids.csv", "w") as file:
        for _ in range(300):
            file.write(b"\0" * 2**20)
    answer = wire.post("/v1/cases", content=content.getvalue(), headers=ZIP)
    assert answer.status_code == 422
    assert "256 MiB" in answer.json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("name", "packed", "said"),
    [
        (f"{'a' * 300}.csv", zipfile.ZIP_DEFLATED, "255 bytes"),
        ("bids.csv", zipfile.ZIP_BZIP2, "a rare way"),
        ("bids.csv", zipfile.ZIP_LZMA, "a rare way"),
    ],
)
def test_an_archive_that_no_program_makes_is_refused(wire: httpx2.Client, name: str, packed: int, said: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packed) as archive:
        archive.writestr(name, "id,bidder\n")
    answer = wire.post("/v1/cases", content=content.getvalue(), headers=ZIP)
    assert answer.status_code == 422
    assert said in answer.json()["errors"][0]["detail"]


def test_pages_of_the_list_follow_each_other(wire: httpx2.Client, client: Client) -> None:
    ids = [client.add_case(edited(name=f"case {n}")).id for n in range(5)]
    first = wire.get("/v1/cases?limit=2")
    assert first.links["next"]["url"] == first.json()["next"]
    assert first.links["first"]["url"] == "/v1/cases?limit=2"
    second = wire.get(first.json()["next"])
    third = wire.get(second.json()["next"])
    assert third.json()["next"] is None
    assert "next" not in third.links
    told = [entry["id"] for page in (first, second, third) for entry in page.json()["items"]]
    assert sorted(told) == sorted(ids)
    assert [case.id for case in client.cases()] == told


@pytest.mark.parametrize(
    "query", ["cursor=nonsense", "cursor=WzEsMl0", "cursor=bnVsbA", "limit=0", "limit=201", "page=2"]
)
def test_a_page_that_there_is_not(wire: httpx2.Client, query: str) -> None:
    answer = wire.get(f"/v1/cases?{query}")
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, "/v1/cases")["errors"]
    assert [error["parameter"] for error in errors] == [query.partition("=")[0]]


def test_a_case_without_runs_can_be_deleted(client: Client) -> None:
    case = client.add_case(smallest())
    client.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 130000}}})
    client.delete_case(case.id)
    assert list(client.cases()) == []
    for gone in (lambda: client.case(case.id), lambda: client.delete_case(case.id)):
        with pytest.raises(ServiceProblem) as caught:
            gone()
        assert caught.value.status == 404


def test_a_case_with_runs_stays(client: Client) -> None:
    case = client.add_case(smallest())
    client.wait(client.start("market", case.id).id)
    with pytest.raises(ServiceProblem, match="There are runs of this case"):
        client.delete_case(case.id)
    assert client.case(case.id).name == case.name


def test_ocds_is_read(wire: httpx2.Client) -> None:
    (file,) = list((Path(__file__).parents[3] / "examples").glob("*ocds*.json"))[:1]
    answer = wire.post("/v1/cases", content=file.read_bytes(), headers=JSON)
    assert answer.status_code == 201
    assert wire.get(answer.headers["Location"]).json()["format"] == 1


def test_the_same_case_of_many_at_once_is_kept_once(client: Client) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: client.add_case(knot(10)).id, range(4)))
    assert len(set(found)) == len(list(client.cases())) == 1
