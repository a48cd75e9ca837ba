"""New figures held against those kept: what got worse, and what cannot be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from benchmarks.report.figures import Figures
from benchmarks.running.row import Row
from benchmarks.running.summary import PROVEN, SELECTOR, SHIFT

FACTOR = 1.5
"""How much slower counts as worse, unless told otherwise: a machine at other work too is as much."""
GAP_FACTOR, GAP_SPARE = 1.1, 1e-6
"""A gap may grow by this factor and this much: two runs that meet a time limit never end alike."""

Judgement = Literal["as good", "worse", "not compared"]


@dataclass(frozen=True)
class Verdict:
    """What became of one figure of one case."""

    case: str
    figure: str
    kept: str
    new: str
    judgement: Judgement


def verdicts(new: Figures, kept: Figures, factor: float = FACTOR) -> list[Verdict]:
    """Verdicts on the engine's rows that both have.

    On the machine of the kept figures: whether the case is still proven, its gap, and its seconds over those of a peer in
    the same run, or its seconds alone where no peer ran in both. On another machine only the seconds over a peer's.
    Of several peers the one that speaks best for the engine counts, for each may have had a bad run.
    """
    before = {(row.case, row.engine): row for row in kept.rows}
    found: list[Verdict] = []
    for row in new.rows:
        old = before.get((row.case, SELECTOR))
        if row.engine != SELECTOR or old is None:
            continue
        if row.time_limit != old.time_limit:
            found.append(Verdict(row.case, "time limit", _seconds(old), _seconds(row), "not compared"))
            continue
        if new.same_machine(kept):
            found.extend((_proof(row, old), _gap(row, old)))
        found.extend(_pace(row, old, new, kept, factor))
    return found


def _seconds(row: Row) -> str:
    return "none" if row.time_limit is None else f"{row.time_limit:g} s"


def _proof(row: Row, old: Row) -> Verdict:
    lost = old.status in PROVEN and row.status not in PROVEN
    return Verdict(row.case, "proof", old.status, row.status, "worse" if lost else "as good")


def _gap(row: Row, old: Row) -> Verdict:
    worse = old.gap is not None and (row.gap is None or row.gap > old.gap * GAP_FACTOR + GAP_SPARE)
    return Verdict(row.case, "gap", _percent(old.gap), _percent(row.gap), "worse" if worse else "as good")


def _pace(row: Row, old: Row, new: Figures, kept: Figures, factor: float) -> Iterator[Verdict]:
    paces = sorted(_paces(row, old, new, kept))
    if paces:
        change, peer, before, now = paces[0]
        judgement: Judgement = "worse" if change > factor else "as good"
        yield Verdict(row.case, f"seconds over {peer}'s", f"{before:.2f}", f"{now:.2f}", judgement)
    elif new.same_machine(kept):
        change = (row.seconds + SHIFT) / (old.seconds + SHIFT)
        yield Verdict(
            row.case,
            "seconds",
            f"{old.seconds:.2f}",
            f"{row.seconds:.2f}",
            "worse" if change > factor else "as good",
        )
    else:
        yield Verdict(row.case, "seconds over a peer's", "-", "no peer in both", "not compared")


def _paces(row: Row, old: Row, new: Figures, kept: Figures) -> Iterator[tuple[float, str, float, float]]:
    """For each peer of both runs: how much slower the engine got beside it, its name, and the ratio before and now."""
    before = {each.engine: each for each in kept.rows if each.case == row.case}
    for peer in new.rows:
        rival = before.get(peer.engine)
        if peer.case != row.case or peer.engine == SELECTOR or rival is None:
            continue
        if "unknown" in (peer.status, rival.status):  # it may have broken down in a moment
            continue
        was = (old.seconds + SHIFT) / (rival.seconds + SHIFT)
        now = (row.seconds + SHIFT) / (peer.seconds + SHIFT)
        yield now / was, peer.engine, was, now


def _percent(gap: float | None) -> str:
    return "-" if gap is None else f"{gap:.4%}"
