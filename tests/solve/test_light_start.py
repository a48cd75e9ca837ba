"""A child's process loads what its work asks for, and gives what the packages show."""

import json
import sys
from pathlib import Path

import pytest

from selector.solve import start
from tests.solve.in_a_child import run

_LOADED = """
import json, sys
from selector.solve.stages import solve_here
print(json.dumps([name for name in sys.modules if name.split(".")[0] in ("models", "pydantic", "pulp", "rich")]))
"""
_SHOWN = """
import importlib, json
import selector.program.lay, selector.appraise.appraise
wrong = []
for name, shown in json.loads(sys.argv[2]).items():
    package = importlib.import_module(name)
    wrong += [f"{name}.{each}" for each in shown if isinstance(getattr(package, each), type(sys))]
print(json.dumps(wrong))
"""


def test_a_child_that_solves_loads_no_validation_and_no_other_solvers(tmp_path: Path) -> None:
    assert sorted(run(tmp_path, _LOADED)) == ["models", "models.errors"]


def test_packages_show_in_a_child_what_they_show_elsewhere(tmp_path: Path) -> None:
    shown = {}
    for name in start.LIGHT:
        package = sys.modules[name]
        shown[name] = [each for each in package.__all__ if each in start.Light.of(name).sources]
    assert all(shown.values())
    assert not run(tmp_path, _SHOWN, json.dumps(shown))


def test_what_a_package_does_not_show_is_an_error() -> None:
    package = start.Light.of("selector.program")
    with pytest.raises(AttributeError, match=r"selector\.program shows no nothing"):
        _ = package.nothing
    with pytest.raises(ModuleNotFoundError):
        start.Light.of("selector.nothing")
