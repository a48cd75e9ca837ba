"""Whom services may be called off from, and with how much competition."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models import Case, Framework
from selector.decide.member import Member, RowKey
from selector.decide.members.stated import at_least, kept
from selector.decide.words import amount, listed, whole

_MOST_NAMED = 8


def frameworks(case: Case) -> Iterator[Member]:
    """The lists of accredited bidders."""
    bidders = {bidder.id: bidder.name for bidder in case.bidders}
    for position, framework in enumerate(case.frameworks):
        if framework.accredited is not None:
            names = [bidders[name] for name in framework.accredited]
            yield kept(
                f"framework[{framework.id}]",
                ("frameworks", position, "accredited"),
                f"the list of bidders accredited to {framework.name}",
                f"{_services(case, framework)}: {_only(names, framework)}.",
                [
                    ("bar", (f"framework[{framework.id}]",)),
                    *_contests("accredited_competition", case, framework),
                ],
            )


def competition(case: Case) -> Iterator[Member]:
    """How many must compete for a lot."""
    for position, framework in enumerate(case.frameworks):
        if framework.min_competitors:
            least, of = Decimal(framework.min_competitors), "" if framework.accredited is None else "accredited "
            yield at_least(
                f"competition[{framework.id}]",
                ("frameworks", position, "min_competitors"),
                f"the least number of bidders that must compete under {framework.name}",
                f"{_services(case, framework)}: a lot may be called off {framework.name} only where at least"
                f" {_bidders(least, of)} for it.",
                # Those that are not accredited compete as well once the list is lifted.
                [
                    *_contests("competition", case, framework),
                    *_contests("accredited_competition", case, framework),
                ],
                least,
                "bidders",
                Decimal(1),
            )


def _only(names: Sequence[str], framework: Framework) -> str:
    if not names:
        return f"only bidders accredited to {framework.name} may win, and nobody is"
    if len(names) > _MOST_NAMED:
        return f"only the {len(names):,} bidders accredited to {framework.name} may win"
    return f"only bidders accredited to {framework.name} may win: {', '.join(names)}"


def _bidders(least: Decimal, of: str) -> str:
    return f"1 {of}bidder bids" if least == 1 else f"{amount(least, f'{of}bidders')} bid"


def _services(case: Case, framework: Framework) -> str:
    return whole(listed([row.name for row in case.services if row.id in framework.services], "service"))


def _contests(family: str, case: Case, framework: Framework) -> Iterator[RowKey]:
    return ((family, (framework.id, lot.id)) for lot in case.tendered if lot.service in framework.services)
