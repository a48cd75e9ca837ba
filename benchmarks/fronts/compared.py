"""The engine and its peer on one problem with several objectives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fronts import FORMATS, peer
from benchmarks.fronts.format import Front
from selector import nondominated


@dataclass(frozen=True)
class Case:
    """A public instance by its name in the table, its format, and its path under the folder of instances."""

    name: str
    format: str
    path: str


# Those that are put to the peer as well.
CASES: Mapping[str, Case] = {
    each.name: each
    for each in (
        Case("2kp50", "mavrotas-kp", "fronts/mavrotas-kp/2kp50"),
        Case("2kp100", "mavrotas-kp", "fronts/mavrotas-kp/2kp100"),
        Case("2kp250", "mavrotas-kp", "fronts/mavrotas-kp/2kp250"),
        Case("3kp40", "mavrotas-kp", "fronts/mavrotas-kp/3kp40"),
        Case("KP_p-3_n-40_ins-3", "kirlik-kp", "fronts/kirlik-kp/KP_p-3_n-40_ins-3.dat"),
        Case("AP_p-3_n-10_ins-3", "kirlik-ap", "fronts/kirlik-ap/AP_p-3_n-10_ins-3.dat"),
    )
}


def published(folder: Path, most: int) -> list[Case]:
    """The instances of a folder of instances of which points are published, and no more than so many; the fewest first."""
    every = [
        (len(file_format.read(path).known), Case(path.stem, name, f"fronts/{name}/{path.name}"))
        for name, file_format in FORMATS.items()
        for path in (folder / "fronts" / name).glob("*" if file_format.folder else "*.dat")
        if path.is_dir() == file_format.folder
    ]
    few = [each for each in every if 0 < each[0] <= most]
    return [case for _, case in sorted(few, key=lambda each: (each[0], each[1].name))]


@dataclass(frozen=True)
class Row:
    """One engine on one case. ``missing`` are published points that it has not found."""

    case: str
    format: str
    engine: str
    workers: int
    points: int
    known: int
    missing: int
    complete: bool
    """Whether all published points were found, or it is proven that there are no others."""
    searches: int | None
    seconds: float | None
    complaint: str = ""

    @property
    def told(self) -> str:
        """Its seconds, or why there are none."""
        return self.complaint or ("-" if self.seconds is None else f"{self.seconds:.1f}")


def compared(case: Case, front: Front, *, python: str | None, workers: int, seconds: float) -> Iterator[Row]:
    """The engine's row, and that of its peer where an interpreter has it."""
    found = nondominated(front.program, time_limit=seconds, workers=workers)
    points = {front.told(each.values) for each in found.points}
    missing = len(front.known - points)
    yield Row(
        case.name, case.format, "selector", workers, len(points), len(front.known), missing,
        found.complete and not missing, found.searches, round(found.seconds, 3),
    )  # fmt: skip
    if python is None:
        return
    answer = peer.solve(front, python=python, workers=workers, seconds=seconds)
    theirs = {front.told(each) for each in answer.points}
    missing = len((front.known or frozenset(points)) - theirs)
    yield Row(
        case.name, case.format, "pyaugmecon", workers, len(theirs), len(front.known), missing,
        not missing and not answer.complaint, answer.searches,
        None if answer.seconds is None else round(answer.seconds, 3), answer.complaint,
    )  # fmt: skip
