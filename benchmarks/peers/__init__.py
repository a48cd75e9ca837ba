"""Peers, one file each; a new one is entered in the table below by its module's name, and never imported here.

Solvers clash when loaded into one process, so each peer has a process that imports it and nothing else.
"""

from collections.abc import Mapping

from benchmarks.peers.peer import Peer

PEERS: Mapping[str, Peer] = {
    each.name: each
    for each in (
        Peer("highs", "benchmarks.peers.highs", "highspy", "threads: all cores"),
        Peer("scip", "benchmarks.peers.scip", "pyscipopt", "none; its default search has one thread"),
        Peer(
            "cp-sat",
            "benchmarks.peers.cp_sat",
            "ortools",
            "num_workers: all cores; rows and costs in whole numbers",
            whole_only=True,
        ),
        Peer("cbc", "benchmarks.peers.cbc", "pulp", "threads: all cores; through PuLP"),
    )
}

__all__ = ["PEERS", "Peer"]
