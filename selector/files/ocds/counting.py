"""Which bids count."""

from models.faults import shown
from selector.files.ocds.view import View

_OUT = ("withdrawn", "disqualified")
_SEALED = ("pending", "submitted")
_STATUSES = ("invited", "pending", "valid", "disqualified", "withdrawn")
_INVITED = "invited bid was never made and stays out", "invited bids were never made and stay out"
_INTEREST = (
    "submission is an expression of interest and stays out",
    "submissions are expressions of interest and stay out",
)


def counts(bid: View, name: str, *, is_over: bool) -> bool:
    """Whether a bid is one that is evaluated; what stays out is counted, and what must not be evaluated yet is a fault."""
    if bid.text("submissionType") == "expressionOfInterest":
        bid.log.tally(_INTEREST, name)
        return False
    status = bid.text("status")
    if status in _OUT:
        bid.log.tally((f"bid is {status} and stays out", f"bids are {status} and stay out"), name)
        return False
    if status == "invited":
        if is_over:
            bid.log.tally(_INVITED, name)
        else:
            bid.fault('is not yet opened: "invited" is no bid, and one may still come', "status")
        return False
    if status in _SEALED:
        bid.fault(f"is not yet opened: a bid that is {shown(status)} cannot be evaluated before it is valid", "status")
    elif status is None:
        bid.fault("is missing: only bids that are valid are evaluated", "status")
    elif status != "valid":
        bid.fault(f"{shown(status)} is not a status of a bid: {', '.join(_STATUSES)}", "status")
    return True
