"""``benchmarks service``: what it is asked, and what it leaves."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.report import figures
from benchmarks.service import parts
from benchmarks.service.parts import POSTGRES, Asked, Note, Part

Command = Callable[..., int]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """Parts that measure nothing: what they were asked."""
    heard: list[Asked] = []

    def measured(asked: Asked, note: Note) -> Iterator[dict[str, Any]]:
        heard.append(asked)
        note("measured")
        yield {"what": "nothing", "flat": True}

    for name in ("latency", "memory"):
        monkeypatch.setitem(parts.PARTS, name, Part(name, "a part", measured))
    return heard


def test_parts_are_measured_and_kept(
    fake: list[Asked], command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "KEPT", tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    file = tmp_path / "service.json"
    asked = ("--parts", "memory,latency", "--clients", "1,4", "--seconds", "2", "--json", file)
    assert command("service", *asked) == 0
    assert [each.clients for each in fake] == [[1, 4], [1, 4]]
    content = json.loads(file.read_text(encoding="utf-8"))
    assert [part["part"] for part in content["parts"]] == ["memory", "latency"]
    assert content["parts"][0]["rows"] == [{"what": "nothing", "flat": True}]
    assert "uvicorn" in content["parts"][0]["machine"]["versions"]
    assert command("keep", file) == 0
    kept = json.loads((tmp_path / "kept" / "service.json").read_text(encoding="utf-8"))
    assert [part["part"] for part in kept["parts"]] == ["latency", "memory"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--parts", "speed"), "there is no part 'speed'"),
        (("--parts", "latency", "--clients", "none"), "--clients takes numbers from 1 to 64"),
        (("--parts", "latency", "--clients", "0"), "--clients takes numbers from 1 to 64"),
        (("--parts", "latency,kills"), "the part kills needs a PostgreSQL server: --postgres URL, or"),
    ],
)
def test_what_cannot_be_measured_is_refused(
    fake: list[Asked],
    arguments: tuple[str, ...],
    message: str,
    command: Command,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(POSTGRES, raising=False)
    assert command("service", *arguments) == 2
    assert message in capsys.readouterr().err
    assert fake == []
