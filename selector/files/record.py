"""Decision records as files, and the files that they name."""

import hashlib
import json
from pathlib import Path
from typing import Any

from models import AwardInvalid, CaseInvalid, Evaluation, Fault
from models.errors import RecordInvalid
from models.read_record import read_record
from models.record import DecisionRecord, RecordedFile, SealedRecord
from models.seal import sealed
from selector.files.case_text import case_text
from selector.files.content import content
from selector.files.writing import write_text

_LONGEST_NAME = 255


def record_text(record: DecisionRecord) -> str:
    """The text of a record: indented, each row of the case on a line of its own, its seal on the last line but one."""
    parts = {key: json.dumps(value, indent=2, ensure_ascii=False) for key, value in record.head().items()}
    parts["case"] = case_text(record.case).rstrip("\n")
    parts["award"] = json.dumps(_award(record.award), indent=2, ensure_ascii=False)
    # No JSON text has a line break within a string, so every one may be indented.
    fields = (f"  {json.dumps(key)}: " + text.replace("\n", "\n  ") + ",\n" for key, text in parts.items())
    return sealed("{\n" + "".join(fields))


def write_record_file(path: Path, record: DecisionRecord) -> str:
    """Write a record into a file of its own, and give back its seal.

    Raises
    ------
    FileExistsError
        if there is such a file: a record is never replaced.
    OSError
        if it cannot be written.
    """
    if path.exists():
        raise FileExistsError(17, "is there already, and a record is never replaced: name another file", str(path))
    text = record_text(record)
    write_text(path, text)
    seal: str = json.loads(text)["sha256"]
    return seal


def read_record_file(path: Path) -> SealedRecord:
    """The record in a file.

    Raises
    ------
    RecordInvalid
        if the file cannot be read, or holds no record.
    """
    text = content(path)
    if isinstance(text, Fault):
        raise RecordInvalid([text])
    return read_record(text)


def recorded_file(path: Path, refused: type[CaseInvalid | AwardInvalid] = CaseInvalid) -> RecordedFile:
    """A file by its name, its length and its SHA-256; a folder by those of the files in it.

    Of a folder it is the SHA-256 of what ``sha256sum *`` prints in it where names are sorted byte by byte.

    Raises
    ------
    CaseInvalid
        or what ``refused`` says, if it cannot be read.
    """
    try:
        if path.is_dir():
            files = sorted((each for each in path.iterdir() if _is_listed(each)), key=lambda each: each.name.encode())
            digests = [(each.name, *_digest(each)) for each in files]
            listed = "".join(f"{sha256}  {name}\n" for name, sha256, _ in digests)
            sha256, size = hashlib.sha256(listed.encode()).hexdigest(), sum(length for _, _, length in digests)
        else:
            sha256, size = _digest(path)
    except FileNotFoundError:
        raise refused([Fault("", f"there is no file {path}")]) from None
    except OSError as error:
        raise refused([Fault("", f"{path} cannot be read: {error.strerror}")]) from None
    return RecordedFile(name=_printable(path.resolve().name), bytes=size, sha256=sha256)


def _is_listed(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _digest(path: Path) -> tuple[str, int]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, file.tell()


def _printable(name: str) -> str:
    kept = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    return kept[:_LONGEST_NAME] or "-"


def _award(award: Evaluation) -> dict[str, Any]:
    """As JSON; without the lists that an award of an earlier version does not state, which are not the same as empty."""
    document = award.model_dump(mode="json")
    return {key: value for key, value in document.items() if key in award.model_fields_set}
