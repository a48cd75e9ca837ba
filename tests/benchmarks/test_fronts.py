"""``benchmarks fronts``: whole fronts beside a peer's, kept and reported."""

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.cli import fronts as command_module
from benchmarks.errors import InputInvalid
from benchmarks.fronts import FORMATS, peer
from benchmarks.fronts.compared import Case, published
from benchmarks.report import figures, fronts

Command = Callable[..., int]
_KNAPSACK = "2\n3\n7\n[[4, 5, 1],\n[3, 1, 6]]\n[5, 4, 3]\n"
"""Two profits, three items of which the last two go in together: (-6, -7) is the whole front."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Instances of which there is one, in the table as ``tiny``."""
    path = tmp_path / "instances" / "fronts" / "kirlik-kp"
    path.mkdir(parents=True)
    (path / "tiny.dat").write_text(_KNAPSACK, encoding="utf-8")
    (path / "tiny.front").write_text("-6 -7\n", encoding="utf-8")
    monkeypatch.setattr(command_module, "CASES", {"tiny": Case("tiny", "kirlik-kp", "fronts/kirlik-kp/tiny.dat")})
    return tmp_path / "instances"


def _peer(tmp_path: Path, body: str) -> Path:
    """An interpreter that, whatever it is to run, does this in the folder that it is told."""
    path = tmp_path / "peer"
    lines = (
        f"#!{sys.executable}",
        "import json, sys, time",
        "from pathlib import Path",
        "folder = Path(sys.argv[2])",
        body,
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def _answers(*points: tuple[int, ...]) -> str:
    answer = {"points": points, "seconds": 5.0, "searches": 3}
    return f"(folder / 'answer.json').write_text({json.dumps(json.dumps(answer))})"


def _rows(command: Command, folder: Path, tmp_path: Path, *options: object) -> tuple[int, list[dict[str, Any]]]:
    file = tmp_path / "fronts.json"
    code = command("fronts", "--cases", "tiny", "--instances", folder, "--workers", 1, "--json", file, *options)
    return code, json.loads(file.read_text(encoding="utf-8"))["fronts"] if file.is_file() else []


def test_the_engine_beside_its_peer(command: Command, folder: Path, tmp_path: Path) -> None:
    peer = _peer(
        tmp_path, f"assert json.loads((folder / 'problem.json').read_text())['nadir'] == [7]; {_answers((6, 7))}"
    )
    code, rows = _rows(command, folder, tmp_path, "--python", peer)

    assert code == 0
    assert [(row["engine"], row["points"], row["missing"], row["complete"]) for row in rows] == [
        ("selector", 1, 0, True),
        ("pyaugmecon", 1, 0, True),
    ]
    assert (rows[1]["seconds"], rows[1]["searches"]) == (5.0, 3)


def test_a_peer_that_breaks_down(command: Command, folder: Path, tmp_path: Path) -> None:
    code, rows = _rows(command, folder, tmp_path, "--python", _peer(tmp_path, "raise SystemExit('no licence')"))

    assert code == 0
    assert (rows[1]["complaint"], rows[1]["complete"], rows[1]["missing"]) == ("no licence", False, 1)


def test_a_peer_that_takes_too_long_is_ended(folder: Path, tmp_path: Path) -> None:
    front = FORMATS["kirlik-kp"].read(folder / "fronts/kirlik-kp/tiny.dat")
    answer = peer.solve(front, python=str(_peer(tmp_path, "time.sleep(600)")), workers=1, seconds=0.5)

    assert answer == peer.Answer(complaint="not done after 0.5 s")


def test_a_peer_that_misses_points_is_not_complete(command: Command, folder: Path, tmp_path: Path) -> None:
    _, rows = _rows(command, folder, tmp_path, "--python", _peer(tmp_path, _answers((5, 4))))

    assert (rows[1]["points"], rows[1]["missing"], rows[1]["complete"]) == (1, 1, False)


def test_published_points_that_are_not_found_are_told(
    command: Command, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "fronts/kirlik-kp/tiny.front").write_text("-6 -7\n-9 -1\n", encoding="utf-8")
    code, rows = _rows(command, folder, tmp_path, "--alone")

    assert code == 1
    assert [(row["missing"], row["complete"]) for row in rows] == [(1, False)]
    assert "tiny: 1 published points are missing" in capsys.readouterr().err


def test_every_instance_of_which_few_points_are_published(command: Command, folder: Path, tmp_path: Path) -> None:
    path = folder / "fronts/kirlik-kp"
    for name, points in (("long", "-6 -7\n-9 -1\n"), ("bare", "")):
        (path / f"{name}.dat").write_text(_KNAPSACK, encoding="utf-8")
        (path / f"{name}.front").write_text(points, encoding="utf-8")
    code, rows = _rows(command, folder, tmp_path, "--published", 1)

    assert code == 0
    assert [(row["case"], row["complete"]) for row in rows] == [("tiny", True)]
    assert [each.name for each in published(folder, 2)] == ["tiny", "long"]
    _, rows = _rows(command, folder, tmp_path, "--published", 2)
    assert [row["case"] for row in rows] == ["tiny"]  # as --cases says


def test_what_there_is_not(command: Command, folder: Path, tmp_path: Path) -> None:
    assert command("fronts", "--cases", "huge*", "--instances", folder) == 2
    assert command("fronts", "--cases", "huge*", "--published", 9, "--instances", folder) == 2
    assert command("fronts", "--cases", "tiny", "--instances", tmp_path, "--alone") == 2


def _content(tmp_path: Path, name: str, *rows: dict[str, Any], cpu: str = "fast") -> Path:
    path = tmp_path / name
    path.write_text(json.dumps({"machine": {"cpu": cpu, "cores": 2}, "fronts": rows}), encoding="utf-8")
    return path


def _row(case: str, engine: str, seconds: float | None, **more: object) -> dict[str, object]:
    return {
        "case": case, "format": "kirlik-kp", "engine": engine, "workers": 2, "points": 3, "known": 3, "missing": 0,
        "complete": True, "searches": 9, "seconds": seconds, "complaint": "", **more,
    }  # fmt: skip


def test_fronts_are_kept_and_shown(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "KEPT", tmp_path)
    first = _content(tmp_path, "one.json", _row("a", "selector", 2.0), _row("a", "pyaugmecon", 9.0))
    again = _content(
        tmp_path, "two.json", _row("a", "selector", 3.0), _row("b", "selector", 1.0, missing=1, complete=False)
    )

    assert command("keep", first) == 0
    assert command("keep", again) == 0
    content = fronts.content_of(tmp_path / "fronts.json")
    assert content is not None
    assert [(row["case"], row["engine"], row["seconds"]) for row in content["fronts"]] == [
        ("a", "selector", 3.0),
        ("a", "pyaugmecon", 9.0),
        ("b", "selector", 1.0),
    ]
    shown = fronts.section(content)
    assert "| a | 2 | 3 | 3 | 9 | 3.00 | 3 | 9 | 9.00 | 3.00 |" in shown
    assert "| `kirlik-kp` | 2 | 1 | 6 | 1 | 4.00 | 3.00 | a |" in shown


def test_fronts_of_two_machines_are_not_kept_together(tmp_path: Path) -> None:
    files = [_content(tmp_path, cpu, _row("a", "selector", 1.0), cpu=cpu) for cpu in ("fast", "slow")]
    with pytest.raises(InputInvalid, match="one machine"):
        fronts.together([each for file in files if (each := fronts.content_of(file))])


def test_rows_that_lack_something_are_no_fronts(tmp_path: Path) -> None:
    with pytest.raises(InputInvalid, match="row 1 lacks"):
        fronts.content_of(_content(tmp_path, "x.json", {"case": "a"}))
