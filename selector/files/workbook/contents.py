"""What a workbook says of its own parts: its sheets by name, and whether it is one that is read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from selector.files.workbook.refusal import AGAIN, refusal

TYPES, START, WORKBOOK, RELATIONS = (
    "[content_types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
)
KEPT = (TYPES, START, WORKBOOK, RELATIONS)
"""The parts that say what the others are, without regard to capitals."""

PICTURES = "xl/media/"
"""Where the parts are that are not looked through, as nothing but pictures may be there."""

_MACROS = (b"macroenabled", b"macrosheet", b"vbaproject")
_OTHERS: Mapping[str, str] = {
    "content.xml": "is an OpenDocument file (.ods): open it in LibreOffice or Excel and save it as an Excel workbook (.xlsx)",
    "xl/workbook.bin": "is a binary workbook (.xlsb): open it in Excel and save it as an Excel workbook (.xlsx)",
    "word/document.xml": "is a Word document, and no Excel workbook: give the workbook itself",
    "ppt/presentation.xml": "is a PowerPoint presentation, and no Excel workbook: give the workbook itself",
    "index/document.iwa": "is a document of Apple's Numbers: export it to Excel (.xlsx)",
}


@dataclass(frozen=True)
class Contents:
    """What a workbook says of itself."""

    sheets: Mapping[str, str]
    """By the name of its part, without regard to capitals, the name of each sheet."""
    to_be_worked_out: bool
    """Whether a spreadsheet is to work out every formula on opening it: its values may be none."""

    @classmethod
    def of(cls, file: str, parts: Collection[str], kept: Mapping[str, bytes]) -> "Contents":
        """Those of a file.

        Raises
        ------
        CaseInvalid
            if it is no workbook, or one with macros.
        """
        for part, what in _OTHERS.items():
            if part in parts:
                raise refusal(f"{file} {what}")
        if not {TYPES, START, WORKBOOK, RELATIONS} <= kept.keys():
            raise refusal(f"{file} is a zip archive, and no Excel workbook: give the workbook itself, saved as .xlsx")
        types = kept[TYPES].lower()
        if any(word in types for word in _MACROS) or any(
            "vbaproject" in part or "macrosheets" in part for part in parts
        ):
            raise refusal(
                f"{file} holds macros, which are never needed here: save it in Excel as an Excel workbook (.xlsx), "
                "which has none"
            )
        try:
            start, workbook, relations = (ElementTree.fromstring(kept[part]) for part in (START, WORKBOOK, RELATIONS))  # noqa: S314  (entities are refused before)
        except (ElementTree.ParseError, ValueError):
            raise refusal(f"{file} is damaged inside: {AGAIN}") from None
        main = [each.get("Target", "") for each in start if each.get("Type", "").endswith("/officeDocument")]
        if [target.lstrip("/").lower() for target in main] != [WORKBOOK]:
            raise refusal(f"{file} is put together as no workbook is: {AGAIN}")
        targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
        sheets = {}
        for element in workbook.iter():
            if _local(element.tag) == "sheet":
                ids = [value for key, value in element.attrib.items() if key.startswith("{") and _local(key) == "id"]
                sheets[_part(targets.get(ids[0] if ids else "", ""))] = element.get("name", "")
        if any(part.startswith(PICTURES) for part in sheets):
            raise refusal(f"{file} is put together as no workbook is: {AGAIN}")
        on_load = any(
            element.get("fullCalcOnLoad") in ("1", "true")
            for element in workbook.iter()
            if _local(element.tag) == "calcPr"
        )
        return cls(sheets, on_load)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _part(target: str) -> str:
    target = target.lstrip("/").lower()
    return target if target.startswith("xl/") else f"xl/{target}"
