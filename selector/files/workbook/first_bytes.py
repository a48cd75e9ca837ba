"""What a file is that is no Excel workbook, by its content: names are often wrong."""

from collections.abc import Mapping

from selector.files.workbook.refusal import AGAIN

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS: Mapping[bytes, str] = {
    b"PK\x05\x06": "an empty archive",
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "a gzip archive: unpack it first",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive: unpack it first",
    b"Rar!": "a RAR archive: unpack it first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a text document (RTF)",
}


def said_of(name: str, content: bytes) -> str:
    """One sentence on a file that is no zip archive: what it is, and what to do."""
    if not content:
        return f"{name} is empty: if it was copied or downloaded, do that again"
    if content.startswith(_OLE):
        return f"{name} {_old_or_locked(content)}"
    for beginning, what in _BEGINNINGS.items():
        if content.startswith(beginning):
            return f"{name} is no Excel workbook but {what}{'' if ':' in what else f': {_ELSE}'}"
    text = _text(content)
    if text is None:
        return f"{name} is no Excel workbook, or a damaged one: {_ELSE}"
    return f"{name} is no Excel workbook but {_of_text(text)}"


_ELSE = "give the workbook itself, saved as .xlsx"


def _old_or_locked(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "is protected by a password: open it in Excel, remove the password and save it again"
    if any(stream.encode("utf-16-le") in content for stream in ("Workbook", "Book")):
        return "is a workbook of Excel 97-2003 (.xls): open it in Excel and save it as an Excel workbook (.xlsx)"
    return f"is an old document of Microsoft Office, and no Excel workbook (.xlsx): {_ELSE}"


def _text(content: bytes) -> str | None:
    """The beginning of a file of text; None where it is none."""
    beginning = content[:4096]
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if beginning.startswith(mark):
            return beginning[2:].decode(encoding, "replace")
    if any(byte < 9 or 13 < byte < 32 for byte in beginning):
        return None
    return beginning.decode("utf-8-sig", "replace")


def _of_text(text: str) -> str:
    start = text.lstrip()[:200].casefold()
    if start.startswith(("{", "[")):
        return "JSON: give it the ending .json"
    if start.startswith("<") and "<html" in text.casefold():
        return f"a web page (HTML), as some systems export it: {AGAIN}"
    if start.startswith("<"):
        return f"XML: {AGAIN}"
    line = text.partition("\n")[0]
    if any(separator in line for separator in ",;\t"):
        return (
            "text with separators (CSV): save every table in a folder of its own name, such as bids.csv, and give "
            "the folder; or open it in Excel and save it as an Excel workbook (.xlsx)"
        )
    return f"text: {_ELSE}"
