"""Modules that are there at once and load only when something of theirs is asked for.

SciPy takes over every name that NumPy has, its tests and its Fortran compiler among them, and so loads them, for nothing.
In a child they are put to sleep: the first name that is asked of one loads it, as the same object, wherever that was
taken over meanwhile.
"""

import contextlib
import importlib
import threading
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

SLEEPERS: Mapping[str, Mapping[str, str]] = {
    "numpy.ctypeslib": {},
    "numpy.f2py": {},
    "numpy.polynomial": {},
    "numpy.testing": {},
    # Sets texts for a reader, whom a child does not have.
    "numpy._core._add_newdocs": {},
    "numpy._core._add_newdocs_scalars": {},
    # Loads all of SciPy's linear algebra, for a matrix that nobody asks for.
    "scipy.sparse.csgraph": {"connected_components": "_traversal"},
}
"""Each module that sleeps, and what it gives without being woken: names, and the modules within that they are from."""

_SPEC = "__asleep__"
# One at a time and, as waking one may wake others, for its thread again and again.
_waking = threading.RLock()


class Asleep(ModuleType):
    """A module that has not run; it becomes the true one once it has."""

    def __getattr__(self, name: str) -> Any:
        within = SLEEPERS.get(self.__name__, {}).get(name)
        if within is not None and _SPEC in self.__dict__:
            # In another version the name may be from elsewhere: then the module itself says from where.
            with contextlib.suppress(ImportError, AttributeError):
                return getattr(importlib.import_module(f"{self.__name__}.{within}"), name)
        self._wake()
        # As the true module gives it, or says that it is not there.
        return ModuleType.__getattribute__(self, name)

    def __dir__(self) -> list[str]:
        self._wake()
        return dir(self)

    def _wake(self) -> None:
        with _waking:
            spec: ModuleSpec | None = self.__dict__.pop(_SPEC, None)
            if spec is None or spec.loader is None:  # awake by now, or about to be in this very thread
                return
            self.__spec__, self.__loader__, self.__package__ = spec, spec.loader, spec.parent
            if spec.submodule_search_locations is not None:
                self.__path__ = spec.submodule_search_locations
            try:
                spec.loader.exec_module(self)
            except BaseException:
                self.__dict__[_SPEC] = spec
                raise
            self.__class__ = ModuleType  # type: ignore[assignment]


class Sleepers:
    """Finds the modules that sleep, wherever Python finds them, and leaves them unread.

    A finder and a loader, as ``sys.meta_path`` takes them: what ``importlib.abc`` has for such loads more than it saves.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The specification of a module that sleeps; None of every other, and of one that is loaded again."""
        found = PathFinder.find_spec(fullname, path) if target is None and fullname in SLEEPERS else None
        if found is None or found.loader is None:
            return None
        spec = ModuleSpec(fullname, self, origin=found.origin, loader_state=found)  # type: ignore[arg-type]
        # Without a path, what is within a package is looked for only once the package itself has run.
        if SLEEPERS[fullname]:
            spec.submodule_search_locations = found.submodule_search_locations
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """A plain one."""

    def exec_module(self, module: ModuleType) -> None:
        """Put the module to sleep."""
        spec = module.__spec__
        if spec is not None:
            module.__dict__["__file__"] = spec.origin
            module.__dict__[_SPEC] = spec.loader_state
            module.__class__ = Asleep
