"""What a peer is to the benchmarks. Imports nothing, for this is loaded in the peer's own process too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Peer:
    """An engine that runs as ``python -m module FOLDER SECONDS GAP``, in a process that imports no other solver."""

    name: str
    module: str
    package: str
    """What must be installed for it, as it is imported."""
    options: str = ""
    """In words, what it is told beside the gap and the time limit; all else is its default."""
    whole_only: bool = False
    """Whether it takes whole columns only."""
