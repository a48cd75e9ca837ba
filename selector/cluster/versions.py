"""What must be the same wherever a piece of work is done, for its results to be the same."""

import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from selector.version import __version__

_PACKAGES = ("distributed", "highspy", "numpy", "scipy")


@cache
def versions() -> Mapping[str, str]:
    """Versions of this program, of Python, and of what it searches with, by name."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"supplier-selector": __version__, "Python": python} | {name: version(name) for name in _PACKAGES}


def difference(other: Mapping[str, str]) -> str:
    """What differs from this process, in words; nothing where nothing does."""
    return ", ".join(
        f"{name} {here} and not {other.get(name, 'none')}"
        for name, here in versions().items()
        if other.get(name) != here
    )
