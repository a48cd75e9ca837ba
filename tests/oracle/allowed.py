"""The awards that a case allows."""

from tests.oracle.award import Award
from tests.oracle.enumerate import awards
from tests.oracle.reading import Document, read
from tests.oracle.rows import broken


def allowed(document: Document) -> list[Award]:
    """The awards that keep every rule.

    Raises
    ------
    ValueError
        if there are more than 4,096 to look at.
    """
    case = read(document)
    return [award for award in awards(case) if next(broken(case, award), None) is None]
