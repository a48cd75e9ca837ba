"""The id of one rule of a preset that has several."""

from models import CaseInvalid, Fault
from models.faults import shown
from models.quantities import LONGEST_ID


def own_id(preset: str, table: str, position: int, row: str) -> str:
    """The preset's name and the id of a row of the case.

    Raises
    ------
    CaseInvalid
        if that is too long for an id.
    """
    name = f"{preset}:{row}"
    if len(name) > LONGEST_ID:
        message = f"{shown(row)} is too long to be part of a rule's id, as this preset asks: give it a shorter one"
        raise CaseInvalid([Fault(f"/{table}/{position}/id", message)])
    return name
