"""Where instances are: in a folder beside the checkout, unless told otherwise."""

import os
from pathlib import Path

from benchmarks.errors import InputInvalid

VARIABLE = "SELECTOR_INSTANCES"
_CHECKOUT = Path(__file__).resolve().parents[1]


def folder(chosen: Path | None = None) -> Path:
    """The folder of instances: ``chosen``, else what ``SELECTOR_INSTANCES`` names, else ``../shared/instances``.

    Raises
    ------
    InputInvalid
        if a folder was named, by either, that is not there.
    """
    named = chosen or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if named is None:
        return _CHECKOUT.parent / "shared" / "instances"
    if not named.is_dir():
        raise InputInvalid(f"there is no folder of instances {named}")
    return named


def find(file: Path, instances: Path) -> Path:
    """The path of an instance: as given, else under the folder of instances.

    Raises
    ------
    InputInvalid
        if it is in neither place.
    """
    if file.is_file():
        return file
    if not file.is_absolute() and (instances / file).is_file():
        return instances / file
    if file.is_dir():
        raise InputInvalid(f"{file} is a folder, not a file")
    raise InputInvalid(f"there is no file {file}" + ("" if file.is_absolute() else f", here or under {instances}"))
