"""What the guide says of each sheet."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What a sheet is for, and when it is needed."""

    holds: str
    needed: str = "Always."

    @property
    def always(self) -> bool:
        """Whether it is needed in every case."""
        return self.needed == "Always."


SAID: Mapping[str, Said] = {
    "Case": Said("The name and the dates of the procurement, and how cost, quality and liability are weighed."),
    "Buyers": Said("Who buys: a row for each body, with its people, its budgets and its wishes."),
    "Services": Said(
        "What is bought: a row for each service, with its limits on size, quality and number of providers."
    ),
    "Lots": Said(
        "What is awarded: one service for one buyer in each row.",
        "Unless each buyer buys each service for all its people: then lots need no rows and are called buyer:service.",
    ),
    "Bidders": Said("Who may supply: a row for each body, its own staff included."),
    "Bidder services": Said(
        "What a bidder charges, can do and does elsewhere in one service.",
        "If bidders have set-up charges or limits, or work elsewhere that counts.",
    ),
    "Partners": Said("Who stands behind a partnership, and with what share.", "If a partnership bids."),
    "Criteria": Said("What quality is made of, with weights.", "If quality counts."),
    "Bids": Said("What is offered: a row for each bid, with its lots, its price and its scores."),
    "Evaluators": Said("Who marks bids.", "If bids are marked by people rather than scored."),
    "Marks": Said("The mark of one evaluator for one bid on one criterion.", "If there are evaluators."),
    "Moderated": Said("The mark that evaluators agreed upon, and why.", "If marks are far apart."),
    "Staff groups": Said(
        "Whose posts are at stake: pay, service and number of staff alike.", "If staff may be displaced."
    ),
    "Staff on lots": Said("Which lots a staff group works on.", "If a group works on some lots of its employer only."),
    "Vacancies": Said("Posts for displaced staff.", "If displaced staff can be redeployed."),
    "Bidder kinds": Said(
        "VAT, and what becomes of staff, by kind of winner.",
        "If prices bear VAT, or staff do not move as usual: all within the NHS, none outside it.",
    ),
    "Outposts": Said("Local staff that a provider has to keep in an area.", "If a service asks for them."),
    "Discounts": Said("What a bidder takes off its prices, the more it wins.", "If a bidder offers it."),
    "Discount tiers": Said("From which quantity on how much is taken off.", "If there are discounts."),
    "Frameworks": Said("Agreements under which services are called off.", "If a service is called off under one."),
    "Joint purchases": Said("Buyers that take one supplier together.", "If buyers commit themselves to do so."),
    "Neighbours": Said("Which places border on each other.", "If a service asks for contiguity."),
    "Rules": Said(
        "What the board demands of the award: so much of something, at least, at most or exactly.",
        "If the board has rules of its own.",
    ),
    "Picks": Said("Bids that are to be accepted, and why.", "If the board has decided so by hand."),
    "Exclusions": Said("Bids that are left out, and why.", "If bids were withdrawn or disqualified."),
    "Objective levels": Said(
        "What counts most, what next, and how much of it may be given up.", "If the objective mode is lexicographic."
    ),
    "Published": Said(
        "Redundancy figures published elsewhere, to print beside your own.", "If there are such figures."
    ),
    "Scenarios": Said("Questions of the kind: what if? A row for each.", "If you want to compare awards."),
    "Scenario changes": Said(
        "What a scenario changes in the case, value by value.", "If a scenario changes something."
    ),
    "Mergers": Said("Bidders that merge in a scenario.", "If you want to ask what a merger does."),
}
"""By the name of the sheet."""
