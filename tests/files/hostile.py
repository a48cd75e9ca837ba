"""Files that are made to do harm, or are not what they are called: small on disk, all of them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"

Parts = dict[str, bytes]


def parts(rows: str = '<row r="1"><c r="A1"><v>1</v></c></row>') -> Parts:
    """The parts of a least workbook, whose one sheet, Bids, has these rows."""
    found = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{_OFFICE}"><sheets><sheet name="Bids" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        _SHEET: f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
    }
    return {name: text.encode() for name, text in found.items()}


def packed(found: Mapping[str, bytes]) -> bytes:
    """The archive of some parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_part(name: str, pieces: Iterator[bytes]) -> bytes:
    """A workbook with a part that is too large to be held at once."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, content in parts().items():
            if other != name:
                archive.writestr(other, content)
        with archive.open(name, "w") as part:
            for piece in pieces:
                part.write(piece)
    return file.getvalue()


def _repeated(before: str, piece: str, times: int, after: str) -> Iterator[bytes]:
    yield before.encode()
    block = piece.encode() * 1000
    for _ in range(times // 1000):
        yield block
    yield after.encode()


def _bomb() -> bytes:
    return with_part("xl/media/image1.png", (bytes(1 << 20) for _ in range(700)))


def _large() -> bytes:
    # Random enough not to be out of proportion.
    def pieces() -> Iterator[bytes]:
        seed = zlib.crc32(b"seed")
        for _ in range(700):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            yield (seed.to_bytes(4, "big") * 16 + bytes(4096)) * 252

    return with_part("xl/media/image1.png", pieces())


def _lying() -> bytes:
    """An entry that says it unpacks to 10 bytes, and unpacks to 700 megabytes."""
    content = bytearray(_bomb())
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = content.rfind(mark)
        content[start + at : start + at + 4] = struct.pack("<L", 10)
    return bytes(content)


def _twice() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
        archive.writestr(_SHEET.upper(), parts()[_SHEET])
    return file.getvalue()


def _many() -> bytes:
    return packed(parts() | {f"xl/media/{number}.png": b"" for number in range(6_000)})


def _encrypted() -> bytes:
    content = bytearray(packed(parts()))
    start = content.find(b"PK\x01\x02")
    content[start + 8] |= 1
    return bytes(content)


def _doctype(encoding: str, declared: str) -> bytes:
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        f"<worksheet {MAIN}><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
    )
    return packed(parts() | {_SHEET: text.encode(encoding)})


def _cell(cell: str, row: str = "<row>") -> bytes:
    return packed(parts(f"{row}{cell}</row>"))


def _shown_often(cell: str) -> bytes:
    """A text of a megabyte, which 20,000 cells point to."""
    relation = f'<Relationship Id="b" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    found = parts("".join(f'<row r="{row}">{cell.format(row)}</row>' for row in range(1, 20_001)))
    found["xl/_rels/workbook.xml.rels"] = found["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>", relation.encode()
    )
    text = zlib.compress(bytes(range(256)) * 8, 0).hex() * 250
    return packed(found | {_STRINGS: f"<sst {MAIN}><si><t>b</t></si><si><t>{text}</t></si></sst>".encode()})


def _sheet(piece: str, times: int) -> bytes:
    return with_part(_SHEET, _repeated(f"<worksheet {MAIN}><sheetData>", piece, times, "</sheetData></worksheet>"))


def _macros() -> bytes:
    return packed(parts() | {"xl/vbaProject.bin": b"Attribute VB_Name"})


def _macro_types() -> bytes:
    types = b'<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    return packed(parts() | {"[Content_Types].xml": types})


def _ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(512)


OUT_OF_PROPORTION = "is packed as no workbook is, to fill up the memory of who opens it"
FAR = "has cells as far as column"
APART = "has a sheet whose cells cannot be told apart"
HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (_bomb, OUT_OF_PROPORTION),
    "a bomb that lies": (_lying, OUT_OF_PROPORTION),
    "a large archive": (_large, OUT_OF_PROPORTION),
    "a part twice": (_twice, "has the part XL/WORKSHEETS/SHEET1.XML inside twice"),
    "thousands of parts": (_many, "has 6,005 parts inside, and a workbook has at most 5,000"),
    "a part outside": (lambda: packed(parts() | {"../../etc/passwd": b""}), "has a part inside whose name no workbook has"),
    "a part of the root": (lambda: packed(parts() | {"/etc/passwd": b""}), "has a part inside whose name no workbook has"),
    "nested folders": (lambda: packed(parts() | {"a/" * 50 + "b": b""}), "has a part inside whose name no workbook has"),
    "an entry with a password": (_encrypted, "is protected by a password"),
    "something before the archive's end": (lambda: packed(parts()) + b"junk", "is packed in a way that workbooks are not"),
    "half of an archive": (lambda: packed(parts())[:600], "is damaged, or only a part of it is there: copy or download"),
    "a spoilt part": (lambda: packed(parts()).replace(b"\xcb", b"\x00", 3), "is damaged"),
    "entities": (lambda: _doctype("utf-8", "UTF-8"), "defines entities in its XML, which no spreadsheet does"),
    "entities in UTF-16": (lambda: _doctype("utf-16", "UTF-16"), "is written in an encoding that spreadsheets do not use"),
    "entities in UTF-16 without a mark": (lambda: _doctype("utf-16-le", "UTF-16LE"), "is written in an encoding that"),
    "another encoding": (lambda: _doctype("cp037", "cp037"), "is "),
    "the last cell of a sheet": (lambda: _cell('<c r="XFD1048576"><v>1</v></c>'), "column XFD and row 1,048,576"),
    "in other quotes": (lambda: _cell("<c r='XFD1048576'><v>1</v></c>"), "column XFD and row 1,048,576"),
    "with spaces": (lambda: _cell('<c s="1"\n r = "XFD1048576" ><v>1</v></c>'), "column XFD and row 1,048,576"),
    "with a prefix": (lambda: _cell('<x:c r="XFD1048576"><x:v>1</x:v></x:c>'), "column XFD and row 1,048,576"),
    "in small letters": (lambda: _cell('<c r="xfd1048576"><v>1</v></c>'), "column XFD and row 1,048,576"),
    "behind a bracket": (lambda: _cell('<c a=">" r="XFD1048576"><v>1</v></c>'), "column XFD and row 1,048,576"),
    "behind a comment": (lambda: _cell('<!-- <c a=" --><c r="XFD1048576"><v>1</v></c><!-- "> -->'), "cannot be told apart"),
    "a row beyond all": (lambda: _cell('<c r="A4000000000"><v>1</v></c>'), FAR),
    "a row without end": (lambda: _cell('<c r="A99999999999999999999"><v>1</v></c>'), APART),
    "a column beyond all": (lambda: _cell('<c r="ZZZZZZ1"><v>1</v></c>'), FAR),
    "a row that only says so": (lambda: _cell("<c><v>1</v></c>", '<row r="900000000">'), FAR),
    "a reference with an entity": (lambda: _cell('<c r="&#88;FD1"><v>1</v></c>'), APART),
    "an open tag": (lambda: _cell('<c r="A1'), APART),
    "two far cells": (lambda: _cell('<c r="A1"><v>1</v></c><c r="ZZ1000000"><v>1</v></c>'), FAR),
    "a million columns": (lambda: _sheet("<c><v>1</v></c>", 1_000_000), FAR),
    "millions of rows": (lambda: _sheet("<row/>", 2_000_000), OUT_OF_PROPORTION),
    "millions of values in one cell": (lambda: _sheet('<c r="A1"><v>1</v></c>', 12_000_000), FAR),
    "millions of texts": (
        lambda: with_part(_STRINGS, (b"<x:si/>%d" % number * 8 for number in range(420_000))),
        "has more than 2,000,000 different texts, which no workbook needs",
    ),
    "millions of equal texts": (
        lambda: with_part(_STRINGS, _repeated("<x:sst>", "<x:si/>", 5_000_000, "</x:sst>")),
        OUT_OF_PROPORTION,
    ),
    "millions of formats": (
        lambda: with_part(_STYLES, _repeated(f"<styleSheet {MAIN}><cellXfs>", "<xf/>", 3_000_000, "</cellXfs></styleSheet>")),
        "has more than 200,000 formats of cells",
    ),
    "a text without end": (
        lambda: _sheet(" " * 100, 300_000),
        "",
    ),
    "a long text in many cells": (
        lambda: _shown_often('<c r="A{0}" t="s"><v>1</v></c><c r="B{0}" t="s"><v>0</v></c>'),
        "shows long texts in so many cells that no memory holds them",
    ),
    "a long text in many odd cells": (
        lambda: _shown_often("<c r='A{0}' t='s'> <v>1</v></c>"),
        "shows long texts in so many cells that no memory holds them",
    ),
    "macros": (_macros, "holds macros, which are never needed here: save it in Excel as an Excel workbook (.xlsx)"),
    "macros by type": (_macro_types, "holds macros"),
    "an old workbook": (lambda: _ole("Workbook"), "is a workbook of Excel 97-2003 (.xls): open it in Excel and save it"),
    "a workbook with a password": (lambda: _ole("EncryptedPackage"), "is protected by a password: open it in Excel"),
    "an old document": (lambda: _ole("WordDocument"), "is an old document of Microsoft Office"),
    "nothing": (lambda: b"", "is empty: if it was copied or downloaded, do that again"),
    "CSV": (lambda: b"id,name\n1,North\n", "is no Excel workbook but text with separators (CSV)"),
    "a web page": (lambda: b"<!doctype html><html><table></table>", "is no Excel workbook but a web page (HTML)"),
    "XML": (lambda: b'<?xml version="1.0"?><Workbook/>', "is no Excel workbook but XML"),
    "PDF": (lambda: b"%PDF-1.7\n", "is no Excel workbook but a PDF document"),
    "JSON": (lambda: b'{"format": 1}', "is no Excel workbook but JSON: give it the ending .json"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n", "is no Excel workbook but a picture"),
    "anything": (lambda: bytes(range(256)), "is no Excel workbook, or a damaged one"),
    "some archive": (lambda: packed({"a.txt": b"a"}), "is a zip archive, and no Excel workbook"),
    "OpenDocument": (lambda: packed({"mimetype": b"", "content.xml": b""}), "is an OpenDocument file (.ods)"),
    "a binary workbook": (lambda: packed({"xl/workbook.bin": b""}), "is a binary workbook (.xlsb)"),
    "a letter": (lambda: packed({"word/document.xml": b""}), "is a Word document"),
    "an empty archive": (lambda: b"PK\x05\x06" + bytes(18), "is no Excel workbook but an empty archive"),
}  # fmt: skip
