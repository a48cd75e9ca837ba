"""Patterns over the names of members: ``*`` is any text, everything else itself."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from models import Case, Options, UnknownName, read_case
from selector import evaluate
from selector.decide.members import members
from selector.decide.patterns import weights
from tests.cli.running import run_here
from tests.oracle.by_hand import bid, bidder, buyer, case, service

_BUYERS = ("a", "ab", "a[b]", "a*b", "a.b", "a, 2013-14", "(a|b)?", "\\", "a]")
_NAMES = [f"budget[{name}, 2013-14]" for name in _BUYERS]


def _case(most: int) -> Case:
    """Many buyers of strange names, each with a budget; the bids ask for £100."""
    return read_case(
        json.dumps(
            case(
                buyers=[buyer(name, 1000, budget={"2013-14": most}) for name in _BUYERS],
                services=[service(max_providers=1)],
                bidders=[bidder("x")],
                bids=[bid(name, "x", f"{name}:it") for name in _BUYERS],
            )
        )
    )


@pytest.mark.parametrize(
    ("pattern", "buyers"),
    [
        ("budget[a, 2013-14]", ["a"]),
        ("budget[a[b], 2013-14]", ["a[b]"]),
        ("budget[a.b, *", ["a.b"]),
        ("budget[a*b, 2013-14]", ["ab", "a*b", "a.b"]),
        ("budget[a[*", ["a[b]"]),
        ("*]]", []),
        ("budget[(a|b)?, *]", ["(a|b)?"]),
        ("budget[\\,*", ["\\"]),
        ("*], 2013-14]", ["a[b]", "a]"]),
        ("budget[a, 2013-14*", ["a", "a, 2013-14"]),
        ("budget*", list(_BUYERS)),
        ("**b*d*g*e*t**[**", list(_BUYERS)),
        ("budget", []),
        ("Budget[*", []),
        (" budget[*", []),
        ("budget[a", []),
        ("udget[*", []),
        ("budget[?, 2013-14]", []),
        ("budget[[a]*", []),
        ("budget.*", []),
    ],
)
def test_which_names_a_pattern_fits(pattern: str, buyers: list[str]) -> None:
    stated = members(_case(100))
    fixed = {f"budget[{name}, 2013-14]" for name in buyers}
    if not buyers:
        for options in (Options(fixed=(pattern,)), Options(move_weights={pattern: Decimal(2)})):
            with pytest.raises(UnknownName, match="no rule of this case has a name like"):
                weights(stated, options)
        return
    left = weights(stated, Options(fixed=(pattern,)))
    assert left == {name: 1.0 for name in (*_NAMES, "max_providers[it]") if name not in fixed}
    heavy = weights(stated, Options(move_weights={pattern: Decimal("2.5")}))
    assert heavy == {name: 2.5 if name in fixed else 1.0 for name in (*_NAMES, "max_providers[it]")}


@pytest.mark.parametrize("most", [100, 99], ids=["with an award", "without"])
@pytest.mark.parametrize("field", ["fixed", "move_weights"])
def test_a_name_that_is_none_is_told_at_once_with_the_nearest(most: int, field: str) -> None:
    signs: list[object] = []
    name = "budget[ab, 2013-15]"
    options = Options.model_validate({field: [name] if field == "fixed" else {name: 2}})
    with pytest.raises(UnknownName) as told:
        evaluate(_case(most), options, on_progress=signs.append)
    message = str(told.value)
    assert f'"{name}"; the nearest: budget[ab, 2013-14], ' in message
    assert len(message.split("the nearest: ")[1].split("], ")) == 3
    assert not signs


def test_a_name_like_no_other_has_no_nearest() -> None:
    with pytest.raises(UnknownName) as told:
        evaluate(_case(100), Options(fixed=("€",)))
    assert str(told.value) == 'no rule of this case has a name like "€"'


@pytest.mark.parametrize("command", ["evaluate", "conflict"])
@pytest.mark.parametrize("most", [100, 99], ids=["with an award", "without"])
def test_on_the_command_line_it_is_an_input_that_is_wrong(
    command: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(_case(most).model_dump_json())
    document["options"] = {"fixed": ["budget[ab, 2013-15]"]}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    ran = run_here(monkeypatch, capfd, command, path)
    assert (ran.code, ran.out) == (2, "")
    assert "budget[ab, 2013-14]" in ran.err
    assert "Traceback" not in ran.err
