"""The archive that a workbook is, unpacked within limits, whatever it says of its own size."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from selector.files.workbook.first_bytes import ZIP, said_of
from selector.files.workbook.refusal import AGAIN, refusal

MOST_PARTS = 5_000
MOST_UNPACKED = 512 << 20
"""Bytes of all parts together; 200,000 rows of ten columns take 100 MB."""
_MOST_RATIO = 400
_RATIO_COUNTS_FROM = 10 << 20
_CHUNK = 1 << 20
_LONGEST_NAME = 255
_DEEPEST = 12
_SLICE = 1 << 16
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_END = struct.Struct("<4s8xLLH")
_ENCRYPTED = 0x1


class Archive:
    """A zip archive that readers agree upon, its parts by name.

    Raises
    ------
    CaseInvalid
        if it is no zip archive, or a damaged or a hostile one.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.content = content
        self._left = MOST_UNPACKED
        if not content.startswith(ZIP):
            raise refusal(said_of(name, content))
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
            raise refusal(
                f"{name} is damaged, or only a part of it is there: copy or download it again, or {AGAIN}"
            ) from None
        if not _is_plain(content):
            raise refusal(f"{name} is packed in a way that workbooks are not: {AGAIN}")
        self.parts = self._checked(entries)

    def _checked(self, entries: Sequence[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(entries) > MOST_PARTS:
            raise refusal(
                f"{self.name} has {len(entries):,} parts inside, and a workbook has at most {MOST_PARTS:,}: {AGAIN}"
            )
        parts: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.orig_filename
            folders = name.split("/")
            if (
                not name.isprintable()
                or name.startswith("/")
                or any(letter in name for letter in "\\:")
                or ".." in folders
                or len(name) > _LONGEST_NAME
                or len(folders) > _DEEPEST
            ):
                raise refusal(f"{self.name} has a part inside whose name no workbook has: {AGAIN}")
            if name.casefold() in parts:
                raise refusal(f"{self.name} has the part {name} inside twice: {AGAIN}")
            if entry.flag_bits & _ENCRYPTED:
                raise refusal(f"{self.name} is protected by a password: remove it and save the workbook again")
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise refusal(f"{self.name} is packed in a way that workbooks are not: {AGAIN}")
            parts[name.casefold()] = entry
        return parts

    def chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """What a part unpacks to, bit by bit.

        Raises
        ------
        CaseInvalid
            if it is too large, out of proportion, damaged, or not what the table of contents says.
        """
        packed = self._packed(entry)
        size = 0
        for chunk in _unpacked(packed, entry.compress_type) if packed is not None else ():
            size += len(chunk)
            self._left -= len(chunk)
            if self._left < 0:
                raise refusal(
                    f"{self.name} unpacks to more than {MOST_UNPACKED >> 20:,} MB: leave out sheets and rows that no "
                    "table of the case needs, or give the case as a folder of CSV files or as .json"
                )
            if size > _RATIO_COUNTS_FROM and size > _MOST_RATIO * entry.compress_size:
                raise refusal(
                    f"{self.name} is packed as no workbook is, to fill up the memory of who opens it: {AGAIN}"
                )
            yield chunk
        if packed is None or size != entry.file_size:
            raise refusal(f"{self.name} is damaged inside ({entry.orig_filename}): copy it again, or {AGAIN}")

    def measure(self, entry: zipfile.ZipInfo) -> None:
        """Unpack a part for its size alone; errors as of ``chunks``."""
        for _ in self.chunks(entry):
            pass

    def _packed(self, entry: zipfile.ZipInfo) -> bytes | None:
        header = self.content[entry.header_offset : entry.header_offset + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size:
            return None
        mark, name, extra = _LOCAL_HEADER.unpack(header)
        start = entry.header_offset + _LOCAL_HEADER.size + name + extra
        packed = self.content[start : start + entry.compress_size]
        return packed if mark == ZIP and len(packed) == entry.compress_size else None


def _is_plain(content: bytes) -> bool:
    """Whether the table of contents ends right where the file does: then all readers take the same for it."""
    mark, size, offset, comment = _END.unpack(content[-_END.size :])
    return bool(mark == b"PK\x05\x06" and comment == 0 and offset + size == len(content) - _END.size)


def _unpacked(packed: bytes, method: int) -> Iterator[bytes]:
    slices = (packed[start : start + _SLICE] for start in range(0, len(packed), _SLICE))
    if method == zipfile.ZIP_STORED:
        yield from slices
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in slices:
            rest = piece
            while chunk := unpacker.decompress(rest, _CHUNK):
                yield chunk
                rest = unpacker.unconsumed_tail
    except zlib.error:
        return  # what is missing then shows in the size
