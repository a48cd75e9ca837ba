"""Scenarios that a query names."""

from collections.abc import Iterable

from api.http.problem import ErrorItem, Refused
from models import Case, UnknownName
from selector.scenarios import AS_STATED, named


def check_scenarios(case: Case, asked: Iterable[tuple[str, str]]) -> None:
    """Do nothing, unless the query names a scenario that there is not; each is given with its parameter.

    Raises
    ------
    Refused
        with 422 if it does, with every such name.
    """
    errors = []
    for parameter, name in asked:
        try:
            if name != AS_STATED:
                named(case, name)
        except UnknownName as error:
            errors.append(ErrorItem(parameter=parameter, detail=str(error)))
    if errors:
        raise Refused(422, "The query has faults.", errors=errors)
