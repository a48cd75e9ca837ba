"""What an award asks of the board's rules, and of what it left out by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import Rule
from selector.decide.members.rules import RULE
from selector.decide.relaxation import Relaxation
from selector.verify.award import Award
from selector.verify.board import rows


@dataclass(frozen=True)
class Board:
    """The rules and exclusions of a case, by the positions of their members."""

    relaxation: Relaxation

    def broken(self, award: Award) -> Iterator[tuple[int, Decimal | None]]:
        """The rules that an award breaks: what their limits would have to be, None where they can only be given up."""
        for member, rule in self._rules.items():
            for row in rows(award, rule):
                if row.violation:
                    value, limited = row.measure.value, self.relaxation.members[member].limit is not None
                    yield member, Decimal(value.numerator) / value.denominator if limited else None

    @cached_property
    def _rules(self) -> Mapping[int, Rule]:
        members = enumerate(self.relaxation.members)
        rules = self.relaxation.case.rules
        return {at: rules[int(member.path[1])] for at, member in members if member.family == RULE}

    @cached_property
    def excluding(self) -> Mapping[str, tuple[int, ...]]:
        """By bid: the exclusions that leave it out."""
        bids, by_name = self.relaxation.barred.bids, self.relaxation.by_name
        return {
            bids.ids[bid]: tuple(by_name[name] for name in names if name.startswith("exclusion["))
            for bid, names in bids.bars.items()
        }
