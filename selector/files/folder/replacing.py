"""Writing several files of a folder, all or none."""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_Contents = Mapping[str, Iterator[bytes]]


def write_files(folder: Path, contents: _Contents) -> None:
    """Write files into a folder, which is made if it is not there; what else is in it stays.

    An error leaves the folder as it was. Files appear under their names only once all are written.

    Raises
    ------
    OSError
        if they cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    made = _made(folder)
    try:
        # Within it, so that to move a file is not to copy it.
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=folder) as name:
            new, old = Path(name, "new"), Path(name, "old")
            new.mkdir()
            old.mkdir()
            for file, content in contents.items():
                _write(new / file, content)
            with _put_back(folder, old) as replaced:
                for file in contents:
                    if (folder / file).exists():
                        (folder / file).replace(old / file)
                    replaced.append(file)
                    (new / file).replace(folder / file)
    except BaseException:
        for path in made:
            path.rmdir()
        raise


def _made(folder: Path) -> list[Path]:
    """The folders that had to be made, the innermost first."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return made


def _write(path: Path, content: Iterator[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _put_back(folder: Path, old: Path) -> Iterator[list[str]]:
    """On an error, take away the files that are named, and put those that they replaced back in their place."""
    replaced: list[str] = []
    try:
        yield replaced
    except BaseException:
        for file in replaced:
            (folder / file).unlink(missing_ok=True)
        for path in old.iterdir():
            path.replace(folder / path.name)
        raise
