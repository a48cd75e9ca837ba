"""What a builder is to the benchmarks. Imports nothing, for this is loaded in the builder's own process too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Builder:
    """A way to a model in the solver that runs as ``python -m module FOLDER``, in a process that imports no other."""

    name: str
    module: str
    package: str
    """What must be installed for it."""
