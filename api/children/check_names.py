"""Names that are asked for, held against the case before anything is solved."""

from collections.abc import Callable, Collection, Mapping

from models import Case, SelectorError, UnknownName
from models.base import Model
from models.faults import shown, suggestion
from selector.decide.members.rules import RULE
from selector.decide.prices.statements import statements
from selector.scenarios import AS_STATED, named

_MOST_SUGGESTIONS = 10


def _rules(case: Case) -> set[str]:
    names = {each.name for each in statements(case)}
    return names | {rule.id for rule in case.rules if f"{RULE}[{rule.id}]" in names}


def _bidders(case: Case) -> set[str]:
    return {bidder.id for bidder in case.bidders}


_NAMED: Mapping[str, tuple[str, Callable[[Case], Collection[str]]]] = {
    "bids": ("bid", lambda case: {bid.id for bid in case.bids}),
    "bidders": ("bidder", _bidders),
    "free": ("bidder", _bidders),
    "rules": ("rule in force, floor, cap or threshold", _rules),
}
"""By field: what its names are of, and which there are in a case."""


class AskedInvalid(SelectorError):
    """What is asked names what there is not; each is a field, its position where it is one of many, and a message."""

    def __init__(self, faults: Collection[tuple[str, int | None, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)


def check_names(case: Case, asked: Model, beside: Collection[str] = ()) -> None:
    """Do nothing, unless what is asked names what is not of the case; scenarios may be kept beside it.

    Raises
    ------
    AskedInvalid
        if some are, with all of them.
    """
    faults: list[tuple[str, int | None, str]] = []
    for field in ("scenario", "scenarios", "baseline"):
        stated = getattr(asked, field, ())
        for position, name in _each(stated):
            try:
                if name != AS_STATED and name not in beside:
                    named(case, name)
            except UnknownName as error:
                faults.append((field, position, str(error)))
    for field, (what, known_in) in _NAMED.items():
        wanted = getattr(asked, field, ())
        known = known_in(case) if wanted else ()
        for position, name in enumerate(wanted):
            if name not in known:
                near = suggestion(name, known) if len(faults) < _MOST_SUGGESTIONS else ""
                faults.append((field, position, f"There is no {what} {shown(name)} in the case{near}."))
    if faults:
        raise AskedInvalid(faults)


def _each(stated: str | tuple[str, ...]) -> list[tuple[int | None, str]]:
    return [(None, stated)] if isinstance(stated, str) else list(enumerate(stated))
