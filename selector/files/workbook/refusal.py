"""A file that is not read at all."""

from models import CaseInvalid, Fault


def refusal(message: str) -> CaseInvalid:
    """What to raise of a file as a whole: one sentence of what it is, and what to do."""
    return CaseInvalid([Fault("", message)])


AGAIN = "open it in Excel or LibreOffice and save it again as an Excel workbook (.xlsx)"
"""What most files that a program wrote badly need."""
