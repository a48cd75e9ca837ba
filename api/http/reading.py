"""Every reason why what was sent is no case."""

from collections.abc import Iterable

from api.http.problem import MOST_ERRORS, ErrorItem, Refused
from models import CaseInvalid, Fault


def not_json(error: CaseInvalid) -> Refused:
    """The refusal of what is no JSON."""
    return Refused(400, "The body is not sound JSON.", errors=items(error.faults))


def no_case(error: CaseInvalid, what: str = "case") -> Refused:
    """The refusal of a case that has faults."""
    faults = error.faults
    if len(faults) > MOST_ERRORS:
        detail = f"The {what} has more than {MOST_ERRORS:,} faults. Here are the first."
    else:
        detail = f"The {what} has {len(faults):,} fault{'' if len(faults) == 1 else 's'}."
    return Refused(422, detail, errors=items(faults[:MOST_ERRORS]))


def items(faults: Iterable[Fault]) -> list[ErrorItem]:
    """Faults as a problem lists them."""
    return [
        ErrorItem(
            pointer=fault.pointer,
            detail=fault.message,
            sheet=fault.place.sheet if fault.place else None,
            cell=(fault.place.cell or None) if fault.place else None,
        )
        for fault in faults
    ]
