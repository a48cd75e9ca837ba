"""Modules that a child loads only when something of theirs is asked for."""

import sys
from pathlib import Path

import pytest

from selector.solve.asleep import SLEEPERS
from tests.solve.in_a_child import run

_SOLVES = """
import json, sys
from selector.solve.stages import solve_here
from selector.solve.asleep import SLEEPERS
print(json.dumps([type(sys.modules[name]).__name__ for name in SLEEPERS if name in sys.modules]))
"""
_WAKES = """
import importlib, json
import numpy, scipy.sparse
from scipy._lib.array_api_compat import numpy as taken_over
name, asked = sys.argv[2:]
module = importlib.import_module(name)
before = type(module).__name__
getattr(module, asked)
same = sys.modules[name] is module and getattr(taken_over, name.split(".")[-1], module) is module
again = importlib.reload(module) is module
print(json.dumps([before, type(module).__name__, same, again, module.__spec__.name, module.__file__, len(dir(module))]))
"""
_WITHIN = """
import json
import numpy.testing._private.utils as utils
import numpy.f2py.auxfuncs
from numpy import testing
from numpy.testing import *
from scipy.sparse.csgraph import connected_components
asleep = type(sys.modules["scipy.sparse.csgraph"]).__name__
import scipy.sparse
from scipy.sparse import csgraph, linalg
parts = csgraph.connected_components(scipy.sparse.csr_array([[0, 1, 0], [1, 0, 0], [0, 0, 0]]))[0]
testing.assert_equal(csgraph.laplacian.__module__, "scipy.sparse.csgraph._laplacian")
asks = testing.assert_allclose is utils.assert_allclose is assert_allclose
kept = csgraph.connected_components is connected_components
print(json.dumps([asleep, parts, asks, kept, type(csgraph).__name__]))
"""
_IS_MISSING = """
import json
import numpy.testing
try:
    numpy.testing.nothing
except AttributeError as error:
    print(json.dumps([str(error), type(numpy.testing).__name__]))
"""
_BREAKS = """
import json
import numpy.testing
sys.modules["unittest"] = None
said = []
for _ in range(2):
    try:
        numpy.testing.assert_equal
    except ImportError as error:
        said.append(error.name)
del sys.modules["unittest"]
numpy.testing.assert_equal(said, ["unittest"] * 2)
print(json.dumps(said))
"""


def test_a_child_that_solves_wakes_none(tmp_path: Path) -> None:
    found = run(tmp_path, _SOLVES)
    assert found
    assert set(found) == {"Asleep"}


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("numpy.ctypeslib", "as_array"),
        ("numpy.f2py", "run_main"),
        ("numpy.polynomial", "Polynomial"),
        ("numpy.testing", "assert_equal"),
        ("numpy._core._add_newdocs", "add_newdoc"),
        ("numpy._core._add_newdocs_scalars", "add_newdoc"),
        ("scipy.sparse.csgraph", "laplacian"),
    ],
)
def test_the_first_name_that_is_asked_wakes_the_module_itself(name: str, asked: str, tmp_path: Path) -> None:
    true = sys.modules.get(name) or __import__(name, fromlist=["_"])
    assert run(tmp_path, _WAKES, name, asked)[:6] == ["Asleep", "module", True, True, name, true.__file__]


def test_every_sleeper_is_tried_here() -> None:
    marks = test_the_first_name_that_is_asked_wakes_the_module_itself.pytestmark  # type: ignore[attr-defined]
    assert {name for name, _ in marks[0].args[1]} == set(SLEEPERS)


def test_what_is_within_a_sleeper_is_the_true_thing(tmp_path: Path) -> None:
    assert run(tmp_path, _WITHIN) == ["Asleep", 2, True, True, "module"]


def test_a_name_that_is_not_there_is_missing_as_ever(tmp_path: Path) -> None:
    assert run(tmp_path, _IS_MISSING) == ["module 'numpy.testing' has no attribute 'nothing'", "module"]


def test_a_module_that_cannot_load_says_so_each_time(tmp_path: Path) -> None:
    assert run(tmp_path, _BREAKS) == ["unittest", "unittest"]
