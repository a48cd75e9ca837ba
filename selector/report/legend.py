"""Letters and colours of providers: the same in every table, map and chart of a paper."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models import Accepted, Case, Evaluation
from selector.report.blocks import Code
from selector.report.colours import OTHERS, OWN, PALETTE
from selector.report.names import Names
from selector.report.text import Quote

OWN_STAFF = ""
"""The key of all buyers that do their own lots."""
OWN_LETTERS = "own"
_NAME = "Buyers' own staff"


@dataclass(frozen=True)
class Legend:
    """Who provides what, with its letters and colour. Who wins most lots comes first, and has a colour of its own."""

    case: Case
    award: Evaluation

    @cached_property
    def _home(self) -> Mapping[str, str | None]:
        return {bidder.id: bidder.buyer for bidder in self.case.bidders}

    @cached_property
    def _names(self) -> Names:
        return Names(self.case)

    def key(self, row: Accepted) -> str:
        """The provider of a lot; buyers that do their own lots go together."""
        if row.bidder not in self._home or self._home[row.bidder] == row.buyer:
            return OWN_STAFF
        return row.bidder

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Every provider, who wins most lots first, buyers' own staff last."""
        lots = Counter(self.key(row) for row in self.award.awards)
        order = {bidder.id: at for at, bidder in enumerate(self.case.bidders)}
        own = (OWN_STAFF,) if lots.pop(OWN_STAFF, 0) else ()
        return (*sorted(lots, key=lambda key: (-lots[key], order[key])), *own)

    @cached_property
    def _codes(self) -> Mapping[str, Code]:
        codes = {}
        for at, key in enumerate(self.keys):
            if key == OWN_STAFF:
                codes[key] = Code(OWN_LETTERS, OWN, Quote(_NAME))
            else:
                colour = PALETTE[at] if at < len(PALETTE) else OTHERS
                codes[key] = Code(letters(at), colour, self._names.bidder(key))
        return codes

    def code(self, key: str) -> Code:
        """The letters and colour of a provider."""
        return self._codes[key]

    def of(self, row: Accepted) -> Code:
        """Those of the provider of a lot."""
        return self._codes[self.key(row)]

    def name(self, key: str) -> Quote:
        """Its name."""
        return self._codes[key].meaning

    @property
    def has_others(self) -> bool:
        """Whether some providers share a colour."""
        return sum(key != OWN_STAFF for key in self.keys) > len(PALETTE)


def letters(at: int) -> str:
    """A to Z, then AA, AB and so on, for the first, the second and so on from 0."""
    text = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
