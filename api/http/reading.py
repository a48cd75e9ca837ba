"""From a body to a case, or to every reason why it is none."""

from api.http.problem import MOST_ERRORS, ErrorItem, Refused
from models import Case, CaseInvalid, read_case
from models.json_text import NotJsonError, parse


def case_in(body: bytes) -> Case:
    """The case that a body holds.

    Raises
    ------
    Refused
        with 400 if the body is not JSON, and with 422 if it is, but no case; with every fault.
    """
    try:
        return read_case(body)
    except CaseInvalid as error:
        refused = no_case(error)
    if not _is_json(body):
        raise Refused(400, "The body is not sound JSON.", errors=refused.errors)
    raise refused


def no_case(error: CaseInvalid) -> Refused:
    """The refusal of a case that has faults."""
    faults = error.faults
    if len(faults) > MOST_ERRORS:
        detail = f"The case has more than {MOST_ERRORS:,} faults. Here are the first."
    else:
        detail = f"The case has {len(faults):,} fault{'' if len(faults) == 1 else 's'}."
    errors = [ErrorItem(pointer=fault.pointer, detail=fault.message) for fault in faults[:MOST_ERRORS]]
    return Refused(422, detail, errors=errors)


def _is_json(body: bytes) -> bool:
    try:
        parse(body)
    except NotJsonError:
        return False
    return True
