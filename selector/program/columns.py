"""Which columns a program has, and where: decisions first, then the indicators that some row or charge needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.program.distinct import distinct
from selector.program.ground_columns import GroundColumns
from selector.program.move_columns import MoveColumns
from selector.program.outpost_columns import OutpostColumns
from selector.program.pairs import Pairs
from selector.program.program import Family
from selector.program.rule_columns import RuleColumns
from selector.program.slack_columns import SlackColumns
from selector.program.tier_columns import TierColumns

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Columns(Pairs):
    """The columns of the program of an appraisal.

    ``accept`` has a column for each bid that is not barred; ``provide`` for each bidder and service it may provide;
    ``active`` for each bidder with an overhead or a vacancy; ``serve`` for each buyer and bidder that must be viable, ``stand`` for
    each such bidder; ``member`` for each group that may form the network of a service. Outposts, tiers of discounts and
    grounds that are to hang together, and rules have columns of their own, after these; last come the moves of displaced
    staff and what soft rules give way by.
    """

    @cached_property
    def _provide(self) -> tuple[Ints, Ints]:
        services = len(self.appraisal.services)
        return distinct(self.bidder * services + self.service, len(self.appraisal.bidders) * services)

    @property
    def provide_bidder(self) -> Ints:
        """Bidder of each provide column."""
        return self._provide[0] // len(self.appraisal.services)

    @property
    def provide_service(self) -> Ints:
        """Service of each provide column."""
        return self._provide[0] % len(self.appraisal.services)

    @cached_property
    def provide(self) -> Ints:
        """Provide column of each pair."""
        return self.first_provide + self._provide[1]

    @cached_property
    def provides(self) -> Ints:
        """All provide columns."""
        return np.arange(self.first_provide, self.first_active)

    @property
    def first_provide(self) -> int:
        """Where the provide columns start."""
        return len(self.bid)

    @cached_property
    def group(self) -> Ints:
        """Service of each column that is of one service alone; -1 of the others."""
        lowest, highest = np.full(len(self), len(self.appraisal.services)), np.full(len(self), -1)
        np.minimum.at(lowest, self.accept, self.service)
        np.maximum.at(highest, self.accept, self.service)
        highest[lowest != highest] = -1
        highest[self.provides] = self.provide_service
        return highest

    @cached_property
    def active_bidder(self) -> Ints:
        """Bidder of each active column: those that may win something and have an overhead or a vacancy."""
        able = np.unique(self.provide_bidder)
        matters = self.appraisal.bidders.overhead[able] > 0
        if self.appraisal.redeployment is not None:
            matters |= np.isin(able, self.appraisal.redeployment.bidder)
        return able[matters]

    def active_of(self, bidder: Ints) -> Ints:
        """The active columns of bidders that have one."""
        return self.first_active + np.searchsorted(self.active_bidder, bidder)

    @property
    def first_active(self) -> int:
        """Where the active columns start."""
        return self.first_provide + len(self._provide[0])

    @cached_property
    def local(self) -> Ints:
        """Positions of the pairs whose bidder wins people there that its viability counts."""
        must = self.appraisal.bidders.viability[self.bidder] > 0
        counted = self.appraisal.limits.counted[self.buyer]
        return np.flatnonzero(self.appraisal.services.local[self.service] & must & counted)

    @cached_property
    def _serve(self) -> tuple[Ints, Ints]:
        buyers = len(self.appraisal.limits.buyers)
        key = self.bidder[self.local] * buyers + self.buyer[self.local]
        return distinct(key, len(self.appraisal.bidders) * buyers)

    @property
    def serve_bidder(self) -> Ints:
        """Bidder of each serve column."""
        return self._serve[0] // len(self.appraisal.limits.buyers)

    @property
    def serve_buyer(self) -> Ints:
        """Buyer of each serve column."""
        return self._serve[0] % len(self.appraisal.limits.buyers)

    @property
    def first_serve(self) -> int:
        """Where the serve columns start."""
        return self.first_active + len(self.active_bidder)

    @cached_property
    def serve(self) -> Ints:
        """Serve column of each local pair."""
        return self.first_serve + self._serve[1]

    @property
    def first_stand(self) -> int:
        """Where the stand columns start."""
        return self.first_serve + len(self._serve[0])

    @cached_property
    def stand_bidder(self) -> Ints:
        """Bidder of each stand column."""
        return np.unique(self.serve_bidder)

    @property
    def first_member(self) -> int:
        """Where the member columns start."""
        return self.first_stand + len(self.stand_bidder)

    @cached_property
    def _member(self) -> tuple[Ints, Ints]:
        """Keys (group, service) of the member columns, and for each provide column of a network its key's position."""
        network = np.flatnonzero(self.appraisal.services.network[self.provide_service])
        group = self.appraisal.bidders.group[self.provide_bidder[network]]
        return np.unique(group * len(self.appraisal.services) + self.provide_service[network], return_inverse=True)

    @property
    def member_service(self) -> Ints:
        """Service of each member column."""
        return self._member[0] % len(self.appraisal.services)

    @cached_property
    def member(self) -> Ints:
        """Member column of each provide column of a network, in the order of the provide columns."""
        return self.first_member + self._member[1]

    @property
    def first_outpost(self) -> int:
        """Where the outpost columns start."""
        return self.first_member + len(self._member[0])

    @cached_property
    def outposts(self) -> OutpostColumns:
        """The outpost columns."""
        return OutpostColumns(self, self.first_outpost)

    @cached_property
    def tiers(self) -> TierColumns:
        """The tier and priced columns."""
        return TierColumns(self, self.outposts.stop)

    @cached_property
    def grounds(self) -> GroundColumns:
        """The columns of presence, roots and flows."""
        return GroundColumns(self, self.tiers.stop)

    @cached_property
    def moves(self) -> MoveColumns:
        """The move columns."""
        return MoveColumns(self, self.rules.stop)

    @cached_property
    def rules(self) -> RuleColumns:
        """The columns of who wins and who is served in rules."""
        return RuleColumns(self, self.grounds.stop)

    @cached_property
    def slacks(self) -> SlackColumns:
        """The columns by which soft rules give way."""
        return SlackColumns(self.appraisal.rules, self.moves.stop)

    def __len__(self) -> int:
        return self.slacks.stop

    @property
    def upper(self) -> NDArray[np.float64]:
        """The largest value of each column."""
        upper = np.ones(len(self))
        flow, most = self.grounds.whole_upper
        upper[flow] = most
        upper[self.moves.first : self.moves.stop] = self.moves.upper
        upper[self.slacks.first :] = np.inf
        return upper

    @property
    def integral(self) -> NDArray[np.bool_]:
        """Which columns are whole: all but the moves and the slacks."""
        return np.arange(len(self)) < self.moves.first

    def provide_of(self, bidder: int, service: int) -> int:
        """The provide column of a bidder that may provide a service."""
        key = bidder * len(self.appraisal.services) + service
        return self.first_provide + int(np.searchsorted(self._provide[0], key))

    def families(self) -> Iterator[Family]:
        """The families of columns with their names."""
        a = self.appraisal
        bids, bidders, services, buyers = a.bids.ids, a.bidders.ids, a.services.ids, a.limits.buyers
        yield Family("accept", 0, self.first_provide, lambda k: (bids[self.bid[k]],))
        yield Family(
            "provide",
            self.first_provide,
            self.first_active,
            lambda k: (bidders[self.provide_bidder[k]], services[self.provide_service[k]]),
        )
        yield Family("active", self.first_active, self.first_serve, lambda k: (bidders[self.active_bidder[k]],))
        yield Family(
            "serve",
            self.first_serve,
            self.first_stand,
            lambda k: (buyers[self.serve_buyer[k]], bidders[self.serve_bidder[k]]),
        )
        yield Family("stand", self.first_stand, self.first_member, lambda k: (bidders[self.stand_bidder[k]],))
        yield Family(
            "member",
            self.first_member,
            self.first_outpost,
            lambda k: (str(self._member[0][k]), services[self.member_service[k]]),
        )
        yield from self.outposts.families()
        yield from self.tiers.families()
        yield from self.grounds.families()
        yield from self.rules.families()
        yield from self.moves.families()
        yield from self.slacks.families()
