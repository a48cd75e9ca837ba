"""Entries of public instances: found among them when the suite is run, or skipped with a reason.

They are read straight into programs: what is measured is the search that peers are asked for too, without the appraisal,
the settling of ties and the check that a case gets besides.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import instances
from benchmarks.errors import InputInvalid
from benchmarks.formats import Format
from benchmarks.instance import Instance
from benchmarks.known import Known, known_values
from benchmarks.suites.suite import Entry


def every(folder: str, its: Format, *, gap: float | None = None, time_limit: float | None = None) -> Iterator[Entry]:
    """An entry for each file in a folder of the instances, in the order a person would count them.

    One entry that is skipped stands for all where the folder is not there.
    """
    root = instances.folder()
    files = [path.name for path in (root / folder).glob("*") if path.is_file()]
    if not files:
        yield _absent(Path(folder).name, folder, root)
        return
    known = known_values(root)
    for file in sorted(files, key=_counted):
        yield _present(f"{folder}/{file}", its, root, known.get(f"{folder}/{file}"), gap, time_limit)


def one(file: str, its: Format, *, gap: float | None = None, time_limit: float | None = None) -> Entry:
    """The entry of one file, by its path under the folder of instances."""
    root = instances.folder()
    if not (root / file).is_file():
        return _absent(Path(file).stem, file, root)
    return _present(file, its, root, known_values(root).get(file), gap, time_limit)


def _present(
    file: str, its: Format, root: Path, known: Known | None, gap: float | None, time_limit: float | None
) -> Entry:
    return Entry(
        Path(file).stem, partial(its.read, root / file, "program"), known=known, gap=gap, time_limit=time_limit
    )


def _absent(case: str, what: str, root: Path) -> Entry:
    why = f"{what} is not among the instances in {root} (set {instances.VARIABLE}, or put them there)"
    return Entry(case, partial(_refuse, why), skip=why)


def _refuse(why: str) -> Instance:
    raise InputInvalid(why)


def _counted(name: str) -> list[tuple[int, str]]:
    """``p2`` before ``p10``."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", name)]
