"""What buyers can pay."""

from collections.abc import Iterator

from models import Case
from selector.decide.member import Member
from selector.decide.members.stated import PENNY, at_most
from selector.verify.words import pounds


def budgets(case: Case) -> Iterator[Member]:
    """What buyers may spend."""
    for position, buyer in enumerate(case.buyers):
        for year, most in buyer.budget.items():
            yield at_most(
                f"budget[{buyer.id}, {year}]",
                ("buyers", position, "budget", year),
                f"the budget of {buyer.name} for {year}",
                f"{buyer.name} may spend at most {pounds(most)} in {year}.",
                [("budget", (buyer.id, year))],
                most,
                "£",
                PENNY,
            )


def liability_caps(case: Case) -> Iterator[Member]:
    """What buyers may have to pay in redundancy."""
    for position, buyer in enumerate(case.buyers):
        if buyer.liability_cap is not None:
            yield at_most(
                f"liability_cap[{buyer.id}]",
                ("buyers", position, "liability_cap"),
                f"the liability cap of {buyer.name}",
                f"{buyer.name} may have to pay at most {pounds(buyer.liability_cap)} of redundancy.",
                [("liability_cap", (buyer.id,))],
                buyer.liability_cap,
                "£",
                PENNY,
            )
    if case.liability_cap is not None:
        yield at_most(
            "liability_cap",
            ("liability_cap",),
            "the liability cap of all buyers together",
            f"All buyers together may have to pay at most {pounds(case.liability_cap)} of redundancy.",
            [("liability_cap", ())],
            case.liability_cap,
            "£",
            PENNY,
        )
