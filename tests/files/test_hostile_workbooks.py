"""Hostile and mistaken files are refused in a sentence, within bounded time and memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.hostile import HOSTILE

_MEMORY = 1 << 31
_SECONDS = 240
_CHILD = f"""
import json, resource, sys
from pathlib import Path
from models import CaseInvalid
from selector.files import read_case_file
import selector.files.workbook.reading

resource.setrlimit(resource.RLIMIT_AS, ({_MEMORY}, {_MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({_SECONDS}, {_SECONDS}))
told = {{}}
for path in map(Path, sys.argv[1:]):
    try:
        read_case_file(path)
    except CaseInvalid as error:
        told[path.stem] = [str(fault) for fault in error.faults]
print(json.dumps(told))
"""


@pytest.fixture(scope="session")  # one of the module ends whenever a worker is given a test of another in between
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a process that may take 2 GiB and four minutes for all of them says of each."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _) in HOSTILE.items():
        (folder / f"{name}.xlsx").write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *map(str, sorted(folder.glob("*.xlsx")))],
        capture_output=True, text=True, timeout=2 * _SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    assert all(path.stat().st_size < 8 << 20 for path in folder.iterdir())
    return found


@pytest.mark.xdist_group("hostile")  # made and read once, by one worker
@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused(name: str, told: dict[str, list[str]]) -> None:
    assert len(told[name]) == 1
    assert HOSTILE[name][1] in told[name][0]
    assert len(told[name][0]) < 400


def test_the_ending_does_not_matter(tmp_path: Path) -> None:
    from models import CaseInvalid
    from selector.files import read_case_file
    from tests.files.spoiling import good_case, good_workbook

    good_workbook(tmp_path / "case.xlsx")
    path = (tmp_path / "case.xlsx").rename(tmp_path / "case.json")
    assert read_case_file(path) == good_case()
    for ending in (".xls", ".xlsm", ".xlsb", ".ods", ".csv"):
        path = tmp_path / f"case{ending}"
        path.write_bytes(b"anything")
        with pytest.raises(CaseInvalid, match=f"case{ending} is "):
            read_case_file(path)
