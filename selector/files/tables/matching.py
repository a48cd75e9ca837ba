"""Which of the tables that were found is which of the layout's."""

import re
from collections.abc import Sequence

from models import CaseInvalid
from models.faults import Fault, Place, suggestion
from selector.files.cells.text import COMMENT
from selector.files.tables.column import bare
from selector.files.tables.given import Given
from selector.files.tables.layout import layout
from selector.files.tables.records import Records
from selector.files.tables.settings import Settings

_FILE = re.compile(r"\.csv$", re.IGNORECASE)


def plain(name: str) -> str:
    """The name of a table as it is compared: without the ending of a file, capitals, spaces, hyphens and underscores."""
    return bare(_FILE.sub("", name).replace("-", " "))


def matched(given: Sequence[Given], whole: str) -> tuple[dict[str, Given], list[str], list[Fault]]:
    """The tables by the names of the layout, what is said of the others, and what is wrong with them."""
    found: dict[str, Given] = {}
    remarks: list[str] = []
    faults: list[Fault] = []
    names = {plain(sheet.name): sheet for sheet in layout()}
    strangers = []
    for each in given:
        sheet = names.get(plain(each.name))
        if sheet is None:
            strangers.append(each)
        elif sheet.name in found:
            faults.append(
                Fault("", f"is a second table of {sheet.name}: {found[sheet.name].name} is the first", Place(each.name))
            )
        else:
            found[sheet.name] = each
    for each in strangers:
        if each.name.lstrip().startswith(COMMENT):
            continue
        known = [*(sheet.name for sheet in layout() if sheet.name not in found), *found]
        # A copy or a new name of a table is seldom meant to be left out; somebody's own workings are.
        stem = re.sub(r"\W*[0-9]*\W*$", "", _FILE.sub("", each.name)).strip()
        near = suggestion(stem, known) or suggestion(stem.replace("-", " ").capitalize(), known)
        if near:
            faults.append(
                Fault(
                    "", f"is not a table of a case{near}: begin its name with # to have it left out", Place(each.name)
                )
            )
        else:
            remarks.append(f"{each.name} is not a table of a case: it was not read")
    demanded = [
        sheet for sheet in layout() if isinstance(sheet, Settings) or (isinstance(sheet, Records) and sheet.demanded)
    ]
    absent = [sheet.name for sheet in demanded if sheet.name not in found]
    if len(absent) == len(demanded):
        raise CaseInvalid([Fault("", f"{whole} holds no table of a case: `selector template` writes one to fill in")])
    faults += [Fault("", f"there is no table {name}", Place(name)) for name in absent]
    return found, remarks, faults
