"""Starts a child's process: runs the module that it is to be, and loads nothing that this does not ask for.

What the packages show to their users takes a second to load, validation and all, and a child wants a corner of it. So
here each of them gives a name from the module that its ``__init__`` says it is from, and loads that module only then.
Run as a file, by its path: as a part of a package it would have loaded the package.
"""

import ast
import importlib
import importlib.util
import runpy
import sys
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

LIGHT = (
    "models",
    "selector",
    "selector.appraise",
    "selector.program",
    "selector.cluster",
    "selector.solve",
    "selector.decide.stability",
    "selector.fronts",
)
"""The packages that load what is asked of them, parents first."""


class Light(ModuleType):
    """A package whose ``__init__`` is read, and not run."""

    @classmethod
    def of(cls, name: str) -> "Light":
        """The package of a name, found but not loaded.

        Raises
        ------
        ModuleNotFoundError
            if there is none.
        """
        spec = importlib.util.find_spec(name)
        if spec is None or spec.submodule_search_locations is None:
            raise ModuleNotFoundError(f"there is no package {name}", name=name)
        package = cls(name)
        package.__spec__, package.__loader__, package.__file__ = spec, spec.loader, spec.origin
        package.__package__, package.__path__ = name, spec.submodule_search_locations
        return package

    @cached_property
    def sources(self) -> dict[str, str]:
        """The module that each name of the package is from."""
        text = Path(self.__file__ or "").read_text(encoding="utf-8")
        imports = (each for each in ast.parse(text).body if isinstance(each, ast.ImportFrom))
        return {alias.asname or alias.name: each.module for each in imports if each.module for alias in each.names}

    def __getattr__(self, name: str) -> Any:
        if name not in self.sources:
            raise AttributeError(f"the package {self.__name__} shows no {name}", name=name, obj=self)
        value = getattr(importlib.import_module(self.sources[name]), name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        # A module may share its name with what the package shows from it, which an __init__ sets in its place.
        if not (isinstance(value, ModuleType) and name in self.sources):
            super().__setattr__(name, value)


def main() -> None:
    """Run the module that the command line names."""
    for name in LIGHT:
        sys.modules[name] = Light.of(name)
    from selector.solve.asleep import Sleepers  # a part of a package, which is light only now

    sys.meta_path.insert(0, Sleepers())
    runpy.run_module(sys.argv[1], run_name="__main__")


if __name__ == "__main__":
    main()
