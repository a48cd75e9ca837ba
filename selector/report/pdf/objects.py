"""The objects of a PDF file, apart from one another: of files whose table of them is plain, as Typst writes it."""

import re
from dataclasses import dataclass

_TABLE = re.compile(
    rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [fn]\r\n)+)(trailer\n.*?startxref\n)(\d+)(\s+%%EOF\s*)$", re.DOTALL
)
_ENTRY = 20
"""Bytes of an entry of the table."""


@dataclass(frozen=True)
class Objects:
    """What stands before the first object, the objects by number, each to the start of the next, and what ends the file."""

    head: bytes
    bodies: dict[int, bytes]
    trailer: bytes
    tail: bytes

    def to_bytes(self) -> bytes:
        """The file, its table of objects made anew."""
        parts, places, place = [self.head], {}, len(self.head)
        for number, body in self.bodies.items():
            places[number] = place
            parts.append(body)
            place += len(body)
        last = max(self.bodies)
        entries = (b"%010d 00000 n\r\n" % places[number] for number in range(1, last + 1))
        table = b"xref\n0 %d\n0000000000 65535 f\r\n" % (last + 1)
        return b"".join([*parts, table, *entries, self.trailer, b"%d" % place, self.tail])


def objects(file: bytes) -> Objects | None:
    """Those of a file; None where its table is of another sort, or it has parts that were replaced."""
    start = file.rfind(b"xref\n0 ")
    found = _TABLE.match(file, start) if start >= 0 else None
    if found is None or int(found[4]) != start:
        return None
    entries = [found[2][at : at + _ENTRY] for at in range(0, len(found[2]), _ENTRY)]
    if len(entries) != int(found[1]) or any(entry[17:18] != b"n" for entry in entries[1:]):
        return None
    order = sorted((int(entry[:10]), number) for number, entry in enumerate(entries) if number)
    ends = [place for place, _ in order[1:]] + [start]
    bodies = {number: file[place:end] for (place, number), end in zip(order, ends, strict=True)}
    return Objects(file[: order[0][0]], bodies, found[3], found[5])
