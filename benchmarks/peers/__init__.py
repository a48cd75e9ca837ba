"""Peers, one file each; a new one is entered in the table below by its module's name, and never imported here.

Solvers clash when loaded into one process, so each peer has a process that imports it and nothing else.
"""

from collections.abc import Mapping

from benchmarks.peers.peer import Peer

PEERS: Mapping[str, Peer] = {
    each.name: each for each in (Peer("highs", module="benchmarks.peers.highs", package="highspy"),)
}

__all__ = ["PEERS", "Peer"]
