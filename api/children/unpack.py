"""CSV files out of a zip archive, whatever it says of its own size."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from models import CaseInvalid, Fault

_MOST_FILES = 200
_MOST_BYTES = 256 << 20
_CHUNK = 1 << 20
_LONGEST_NAME = 255
"""Bytes: what file systems take."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that programs use; others may ask for as much memory as there is."""
_ENDINGS = (".csv", ".txt", ".tsv")
_UNREADABLE = "is no zip archive that can be read: it is damaged, encrypted or packed in a rare way"


def unpack(content: bytes, folder: Path) -> None:
    """Write the tables of an archive into a folder, which is made: by their names alone, wherever they stand in it.

    Raises
    ------
    CaseInvalid
        if it is no zip archive, or a damaged or a hostile one.
    """
    folder.mkdir()
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in _tables(archive.infolist()):
                with archive.open(entry) as source, (folder / _name(entry)).open("xb") as target:
                    while chunk := source.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            raise _refusal(f"holds more than {_MOST_BYTES // 2**20} MiB")
                        target.write(chunk)
    except CaseInvalid:
        raise  # which is a ValueError too
    except FileExistsError:
        raise _refusal("holds two files of the same name") from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError):
        raise _refusal(_UNREADABLE) from None


def _tables(entries: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(entries) > _MOST_FILES:
        raise _refusal(f"holds more than {_MOST_FILES} files")
    # Programs leave notes of their own beside the files, such as __MACOSX/._bids.csv.
    tables = [
        entry for entry in entries if _name(entry).lower().endswith(_ENDINGS) and not _name(entry).startswith(".")
    ]
    if not tables:
        raise _refusal("holds no CSV files: it is to have tables such as buyers.csv, services.csv and bids.csv")
    if any(entry.compress_type not in _PACKED for entry in tables):
        raise _refusal(_UNREADABLE)
    if any(len(_name(entry).encode()) > _LONGEST_NAME for entry in tables):
        raise _refusal(f"holds a file with a name of more than {_LONGEST_NAME} bytes")
    return tables


def _name(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename.replace("\\", "/")).name


def _refusal(message: str) -> CaseInvalid:
    return CaseInvalid([Fault("", message)])
