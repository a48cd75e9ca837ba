"""All that the failures of one award have in common, made once in each process that repairs it."""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from models import Case, Evaluation, Options
from selector.appraise import Appraisal, appraise
from selector.decide.member import Member
from selector.decide.members import members
from selector.decide.resilience.failing import Fall
from selector.decide.resilience.left_open import left_open, left_open_id, with_units
from selector.verify.least_price import least_prices
from selector.verify.tender import Tender

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Situation:
    """A case with the award that is to be repaired, and how freely."""

    case: Case
    options: Options
    appraisal: Appraisal
    award: Evaluation
    freed: frozenset[str]
    """Bidders whose lots may move; all of them where ``free_all``."""
    free_all: bool

    @cached_property
    def accepted(self) -> Bools:
        """By bid: whether the award accepts it."""
        return np.isin(np.array(self.appraisal.bids.ids), [row.bid for row in self.award.awards])

    @cached_property
    def _bidder(self) -> NDArray[np.str_]:
        bidders = np.array(self.appraisal.bidders.ids)
        found: NDArray[np.str_] = bidders[self.appraisal.bids.bidder]
        return found

    def gone(self, fall: Fall) -> Bools:
        """By bid: whether its bidder has failed."""
        return np.isin(self._bidder, sorted(fall.gone))

    def movable(self, fall: Fall) -> Bools:
        """By lot: whether a repair may give it to another bid."""
        bids, lots = self.appraisal.bids, self.appraisal.lots
        if self.free_all:
            return np.ones(len(lots), dtype=np.bool_)
        moving = self.accepted & (self.gone(fall) | np.isin(self._bidder, sorted(self.freed)))
        found = np.zeros(len(lots), dtype=np.bool_)
        found[bids.pair_lot[moving[bids.pair_bid]]] = True
        return found

    def open(self, fall: Fall, movable: Bools) -> Bools:
        """By bid: whether a repair may accept it: what others keep, and what is for lots that may move alone."""
        bids = self.appraisal.bids
        outside = np.bincount(bids.pair_bid, weights=~movable[bids.pair_lot], minlength=len(bids)) > 0
        open_: Bools = bids.open & ~self.gone(fall) & (self.accepted | ~outside)
        return open_

    def after(self, fall: Fall) -> tuple[Case, Appraisal]:
        """The case after a failure, with no other bid open than a repair may accept.

        The bids that failed stay in the case: what others were worth beside them, and that these were admitted to
        compete, was settled before. What was picked of them by hand is void.
        """
        bids = self.appraisal.bids
        void = self.void_picks(fall)
        case = self.case
        if void:
            case = case.model_copy(update={"picks": tuple(pick for pick in case.picks if pick.id not in void)})
        return case, replace(
            self.appraisal,
            bids=replace(bids, open=self.open(fall, self.movable(fall))),
            picks=tuple((pick, bid) for pick, bid in self.appraisal.picks if pick not in void),
        )

    def void_picks(self, fall: Fall) -> frozenset[str]:
        """The picks by hand of bids that fail."""
        gone = self.gone(fall)
        return frozenset(pick for pick, bid in self.appraisal.picks if gone[bid])

    def without_other_bids(self, fall: Fall) -> tuple[str, ...]:
        """The lots that have fallen, and must be awarded, for which nobody else has a bid that may be accepted."""
        bids, lots = self.appraisal.bids, self.appraisal.lots
        open_ = bids.open & ~self.gone(fall)
        some = set(np.unique(bids.pair_lot[open_[bids.pair_bid]]).tolist())
        place = {name: position for position, name in enumerate(lots.ids)}
        return tuple(lot for lot in fall.lots if place[lot] not in some)

    def people(self, lots: Iterable[str]) -> int:
        """People of the buyers of some lots, counted for each lot by itself."""
        place = {name: position for position, name in enumerate(self.appraisal.lots.ids)}
        return sum(int(self.appraisal.lots.people[place[lot]]) for lot in lots)

    @cached_property
    def stated(self) -> tuple[Member, ...]:
        """Every statement of the case."""
        return members(self.incomplete)

    @cached_property
    def without_fallback(self) -> frozenset[str]:
        """Lots that must be awarded: those that are required, and those whose fallback may not be accepted."""
        bids = self.appraisal.bids
        usable = {bids.ids[bid] for bid in np.flatnonzero(bids.open).tolist()}
        return frozenset(lot.id for lot in self.case.tendered if left_open_id(lot.id) not in usable)

    @cached_property
    def incomplete(self) -> Case:
        """The case in which any lot may stay without a supplier."""
        return left_open(self.case, self.without_fallback)

    @cached_property
    def tender(self) -> Tender:
        """That case as the solver-free check sees it; prices of nothing are not the least that a lot is offered for."""
        tender = Tender(self.incomplete)
        if any(rule.active and rule.is_soft for rule in self.case.rules):
            tender.least_prices.update(least_prices(Tender(self.case)))
        return tender

    @cached_property
    def _incomplete(self) -> Appraisal:
        """Its appraisal, in which bids are worth, and may be accepted, as in the case itself."""
        appraisal, known = appraise(self.incomplete), self.appraisal
        bids, before = appraisal.bids, known.bids
        place = {name: position for position, name in enumerate(bids.ids)}
        at = np.array([place[name] for name in before.ids], dtype=np.int64)
        open_ = np.zeros(len(bids), dtype=np.bool_)
        open_[at] = before.open
        scores = None
        if known.scores is not None:
            # A bid for one lot after the other: the pairs of a bid are in the same order in both.
            scores = np.zeros(len(bids.pair_bid), dtype=np.int64)
            kept = np.isin(bids.pair_bid, at)
            order = np.argsort(at[before.pair_bid], kind="stable")
            scores[np.flatnonzero(kept)] = known.scores[order]
        rules = with_units(appraisal.rules, known.rules)
        return replace(appraisal, bids=replace(bids, open=open_), scores=scores, rules=rules)

    def prepare(self) -> None:
        """Make what repairs that break limits have in common."""
        _ = self._incomplete, self.stated, self.tender

    def incomplete_after(self, fall: Fall) -> Appraisal:
        """As ``after``, of the case in which the lots that may move may also stay without a supplier."""
        _, after = self.after(fall)
        appraisal = self._incomplete
        bids = appraisal.bids
        place = {name: position for position, name in enumerate(bids.ids)}
        open_ = np.zeros(len(bids), dtype=np.bool_)
        open_[[place[after.bids.ids[bid]] for bid in np.flatnonzero(after.bids.open).tolist()]] = True
        for lot in np.flatnonzero(self.movable(fall)).tolist():
            name = self.appraisal.lots.ids[lot]
            if name in self.without_fallback:
                open_[place[left_open_id(name)]] = True
        void = self.void_picks(fall)
        return replace(
            appraisal,
            bids=replace(bids, open=open_),
            picks=tuple((pick, bid) for pick, bid in appraisal.picks if pick not in void),
        )


def packed(situation: Situation) -> bytes:
    """A situation as it is sent to any process."""
    return pickle.dumps(situation)


@lru_cache(maxsize=1)
def unpacked(sent: bytes) -> Situation:
    """The situation that was sent; the last one is kept, with all that was made of it."""
    situation: Situation = pickle.loads(sent)  # noqa: S301 - from the process that asked
    return situation
