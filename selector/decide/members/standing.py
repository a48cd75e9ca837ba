"""Who may not stand alone."""

from collections.abc import Iterator

from models import Case
from selector.decide.member import Member
from selector.decide.members.stated import kept


def partner_only(case: Case) -> Iterator[Member]:
    """Bidders that may win only as partners."""
    for position, bidder in enumerate(case.bidders):
        if bidder.partner_only:
            yield kept(
                f"partner_only[{bidder.id}]",
                ("bidders", position, "partner_only"),
                f"the rule that {bidder.name} may win only as a partner",
                f"{bidder.name} may win only as the partner of a body of the NHS family.",
                [("bar", (f"partner_only[{bidder.id}]",))],
            )
