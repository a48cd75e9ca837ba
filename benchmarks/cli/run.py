"""``benchmarks run``: a suite, the engine and its peers."""

import importlib.util
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.cli.console import complain, note, out
from benchmarks.cli.interrupt import ending_like_interrupting
from benchmarks.errors import InputInvalid, known
from benchmarks.peers import PEERS, Peer
from benchmarks.running import results
from benchmarks.running.machine import machine
from benchmarks.running.row import Row, with_integrals
from benchmarks.running.runner import SELECTOR, run
from benchmarks.running.summary import contradictions, summaries
from benchmarks.running.table import table
from benchmarks.suites import SUITES
from models import ExtraMissing

_INTERRUPTED = 130
_CONTRADICTED = 1
_OWN_PACKAGES = ("highspy", "numpy", "scipy")


def command(
    suite_name: Annotated[
        str, typer.Argument(metavar="SUITE", help=f"One of {', '.join(SUITES)}.", show_default=False)
    ],
    peer_names: Annotated[
        str,
        typer.Option(
            "--peers",
            metavar="NAME,...",
            help=f"Run these besides the engine: {', '.join(PEERS)}.",
            show_default=False,
        ),
    ] = "",
    time_limit: Annotated[
        float | None,
        typer.Option(
            min=0.001, metavar="S", help="Seconds that each engine has for a case; as many as the suite states."
        ),
    ] = None,
    seeds: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many cases to draw; as many as the suite states.")
    ] = None,
    cases: Annotated[
        str, typer.Option(metavar="PATTERN", help="Run only the cases of such a name, such as 'seed-0*'.")
    ] = "*",
    file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the rows here, after each one.", show_default=False),
    ] = None,
) -> None:
    """Run SUITE and print what it comes to, engine by engine.

    Every engine solves every case in a process of its own, one at a time. Exit code: 0 all was run, 1 two of what came
    out cannot both be right, 2 a name or FILE cannot be used, 130 ended by Ctrl-C; FILE keeps the rows so far.
    """
    suite = known("suite", suite_name, SUITES)
    peers = _peers(peer_names)
    here = machine((*_OWN_PACKAGES, *(peer.package for peer in peers)))
    set_up = {engine.name: engine.options for engine in (SELECTOR, *peers)}
    rows: list[Row] = []
    if file is not None:
        _start(file, here)
    ended = 0
    try:
        with ending_like_interrupting():
            for row in run(
                suite,
                (SELECTOR, *peers),
                seeds=seeds or suite.seeds,
                time_limit=time_limit,
                complain=complain,
                cases=cases,
            ):
                rows = with_integrals((*rows, row))
                note(f"{row.case}  {row.engine}  {row.status}  {row.seconds:.2f} s")
                if file is not None:
                    results.write(file, rows, here, set_up)
    except KeyboardInterrupt:
        note(f"Stopped after {len(rows)} runs.")
        ended = _INTERRUPTED
    if not rows and not ended:
        raise InputInvalid(f"no case of the suite {suite.name} was run" + ("" if cases == "*" else f" for {cases!r}"))
    if rows:
        limits = sorted({row.time_limit for row in rows if row.time_limit is not None})
        out.print(
            table(suite.name, " to ".join(f"{each:g}" for each in (*limits[:1], *limits[1:][-1:])), summaries(rows))
        )
    for sentence in contradictions(rows):
        complain(sentence)
        ended = ended or _CONTRADICTED
    raise typer.Exit(ended)


def _peers(names: str) -> list[Peer]:
    peers = [known("peer", name.strip(), PEERS) for name in dict.fromkeys(names.split(",")) if name.strip()]
    for peer in peers:
        if importlib.util.find_spec(peer.package) is None:
            raise ExtraMissing(
                f"the peer {peer.name} needs the package {peer.package}, which is not installed: "
                "pip install 'supplier-selector[bench]'"
            )
    return peers


def _start(file: Path, here: dict[str, object]) -> None:
    """Write the file without rows: that it cannot be is better known before an hour than after."""
    try:
        results.write(file, [], here)
    except OSError as error:
        raise InputInvalid(f"{file} cannot be written: {error.strerror}") from None
