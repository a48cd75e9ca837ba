"""Why members cannot hold together, in a sentence with the figures that show it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from selector.decide.ledger import Ledger
from selector.decide.market import Market
from selector.decide.member import Member
from selector.decide.reasons import competition, ground, joint, kept_out, lots, picked, room
from selector.decide.reasons.alone import alone

_TOGETHER: tuple[Callable[[Market, Sequence[Member]], str | None], ...] = (
    room.more_than_there_is,
    ground.in_pieces,
    competition.on_the_list,
    kept_out.every_bid,
    picked.kept_out,
    picked.alternatives,
    joint.every_supplier_kept_out,
    lots.too_few,
    room.too_little,
)


@dataclass(frozen=True)
class Reasons:
    """Finds the figures that show why members of a case clash."""

    ledger: Ledger

    @cached_property
    def _market(self) -> Market:
        return Market(self.ledger)

    def alone(self, member: Member, reach: Decimal | None) -> str:
        """Why no award keeps a member, whatever else is given up; ``reach`` is what its limit would have to be."""
        return alone(self._market, member, reach)

    def together(self, members: Sequence[Member]) -> str | None:
        """Why no award keeps all of some members, at least two; None where no sum or count shows it."""
        found = (reason(self._market, members) for reason in _TOGETHER)
        return next((sentence for sentence in found if sentence is not None), None)
