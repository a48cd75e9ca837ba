"""What the packages show is what can be had of them."""

import importlib
import subprocess
import sys
from types import ModuleType

import pytest

PACKAGES = (
    "selector",
    "models",
    "selector.verify",
    "selector.solve",
    "selector.program",
    "selector.presets",
    "selector.files",
)


@pytest.mark.parametrize("name", PACKAGES)
def test_all_is_what_is_importable(name: str) -> None:
    package = importlib.import_module(name)
    assert len(set(package.__all__)) == len(package.__all__)
    shown = {
        entry
        for entry, value in vars(package).items()
        if not entry.startswith("_") and not isinstance(value, ModuleType)
    }
    assert {entry for entry in package.__all__ if not entry.startswith("__")} == shown


@pytest.mark.parametrize("name", ["selector", "models", "api", "benchmarks"])
def test_importing_has_no_side_effect(name: str) -> None:
    program = (
        "import os, sys, threading\n"
        "files = set(os.listdir('/proc/self/fd'))\n"
        f"import {name}\n"
        "assert threading.active_count() == 1, threading.enumerate()\n"
        "assert set(os.listdir('/proc/self/fd')) == files\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
