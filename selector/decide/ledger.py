"""What an award needs of every member: computed without tolerance, by the parts of the solver-free check."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from models import Bid, Case, RuleState
from selector.decide.admission import Admission
from selector.decide.board import Board
from selector.decide.lever import Lever
from selector.decide.member import Path
from selector.decide.members.rules import RULE
from selector.decide.pace import months_by_rule
from selector.decide.relaxation import Relaxation
from selector.verify.award import Award, mean_quality
from selector.verify.limits import FAMILIES
from selector.verify.limits.rules import rules as board_rules
from selector.verify.tender import Tender


@dataclass(frozen=True)
class Needs:
    """What must move for one award to be allowed: levers, each with the new limit, None where a rule is given up."""

    limits: Mapping[Lever, Decimal | None]
    exact: Mapping[Lever, Decimal | None]
    """The same before limits are rounded outward."""


@dataclass(frozen=True)
class Ledger:
    """A case, to hold awards against."""

    relaxation: Relaxation

    @property
    def case(self) -> Case:
        """The case."""
        return self.relaxation.case

    @cached_property
    def tender(self) -> Tender:
        """The case as the solver-free check sees it."""
        return Tender(self.case)

    @cached_property
    def _owner(self) -> Mapping[str, tuple[int, ...]]:
        """The members that each rule of ``award.json`` has for reasons."""
        found: dict[str, tuple[int, ...]] = {}
        for position, member in enumerate(self.relaxation.members):
            for family, ids in member.rows if member.family != RULE else ():
                name = f"{family}[{', '.join(ids)}]" if ids else family
                found[name] = (*found.get(name, ()), position)
        return found

    def award(self, bids: Iterable[str]) -> Award:
        """The award of those bids; lots that none of them is for go to any bid."""
        accepted: dict[str, Bid] = {lot: bid for bid in self.tender.bids.values() for lot in bid.lots}
        accepted |= {lot: bid for bid in map(self.tender.bids.__getitem__, bids) for lot in bid.lots}
        return Award(self.tender, accepted)

    def needs(self, award: Award, among: Iterable[int], chosen: Collection[Lever]) -> Needs:
        """What must move, of the members in ``among``, for the award to be allowed where all others are lifted.

        ``chosen`` holds what the award leaves open: the shapes that go, and bidders that join a list. Of these bidders
        those count that win, or that a competition would have to do without.
        """
        among = set(among)
        given_up = {lever.member for lever in chosen if lever.bidder is None}
        found: dict[Lever, Decimal | None] = {Lever(member): None for member in given_up}
        for state in _limits(award):
            owners = set(self._owner.get(state.rule, ()))
            if not state.satisfied and owners and owners <= among - given_up:
                limited = [member for member in owners if self.relaxation.members[member].limit is not None]
                for member in limited:
                    self._widen(found, member, self._in_units(state.rule, state.value))
                if not limited:
                    found |= {Lever(member): None for member in owners}
        for member, limit in self._board.broken(award):
            if member in among and limit is None:
                found[Lever(member)] = None
            elif member in among and limit is not None:
                self._widen(found, member, limit)
        for member, value in (*self._overall_means(award, among - given_up), *self._least_points(award)):
            if member in among:
                self._widen(found, member, value)
        for lever in self._refusals(award):
            if lever.member in among:
                found[lever] = None
        found |= Admission(self.relaxation, award, among).needs(chosen)
        return Needs({lever: self._rounded(lever, limit) for lever, limit in found.items()}, found)

    def _rounded(self, lever: Lever, limit: Decimal | None) -> Decimal | None:
        stated = self.relaxation.members[lever.member]
        return None if limit is None else outward(limit, stated.step, up=stated.sense == "at most")

    def _in_units(self, rule: str, value: Decimal) -> Decimal:
        """The value of a rule in the units of the member it is of: a pace, where the rule is what it allows by a day."""
        months = self._months.get(rule)
        return value if months is None else value / months

    @cached_property
    def _months(self) -> Mapping[str, int]:
        return months_by_rule(self.case, self.relaxation.members)

    def _widen(self, found: dict[Lever, Decimal | None], member: int, value: Decimal) -> None:
        """Have a limit reach a value."""
        before = found.get(Lever(member))
        if before is not None:
            value = max(before, value) if self.relaxation.members[member].sense == "at most" else min(before, value)
        found[Lever(member)] = value

    @cached_property
    def _board(self) -> Board:
        return Board(self.relaxation)

    def _overall_means(self, award: Award, kept: set[int]) -> Iterator[tuple[int, Decimal]]:
        """Standards of plural services whose shape is not kept: they hold for all providers together."""
        by_name = self.relaxation.by_name
        for service in self.case.services:
            standard = by_name.get(f"quality_standard[{service.id}]")
            if service.shape != "plural" or standard is None or by_name.get(f"shape[{service.id}]") in kept:
                continue
            mean = mean_quality(award.by_service[service.id], award.tender.people)
            if mean < (service.quality_standard or 0):
                yield standard, Decimal(mean.numerator) / mean.denominator

    def _least_points(self, award: Award) -> Iterator[tuple[int, Decimal]]:
        """Scores and qualities of accepted bids that are too low."""
        by_path, tender = self.relaxation.by_path, award.tender
        for won in award.won:
            path: Path = ("lots", self._places["lots"].get(won.lot.id, -1), "min_quality")
            least = won.lot.min_quality
            if least is None:
                path = ("services", self._places["services"][won.lot.service], "min_quality")
                least = tender.services[won.lot.service].min_quality
            if least is not None and won.worth.quality < least:
                yield by_path[path], won.worth.quality
            if won.bid.id not in tender.fallbacks:
                for criterion, points in self._points(won.bid, won.lot.service).items():
                    least = self._minimums.get(criterion)
                    if least is not None and points < least:
                        exact = Decimal(points.numerator) / points.denominator
                        yield by_path["criteria", self._places["criteria"][criterion], "minimum"], exact

    def _points(self, bid: Bid, service: str) -> Mapping[str, Fraction]:
        """What each criterion that applies to a service comes to for a bid; nothing where none has a minimum."""
        return self.relaxation.scales[service].points(bid) if self._minimums else {}

    @cached_property
    def _minimums(self) -> Mapping[str, Decimal]:
        return {each.id: each.minimum for each in self.case.criteria if each.minimum}

    def _refusals(self, award: Award) -> Iterator[Lever]:
        """Vetoes of accepted bidders, shortlists without them, and exclusions of accepted bids."""
        by_path, tender = self.relaxation.by_path, award.tender
        for won in award.won:
            if won.bid.id in tender.fallbacks:
                continue
            yield from map(Lever, self._board.excluding.get(won.bid.id, ()))
            buyer, bidder = tender.buyers[won.lot.buyer], won.bidder.id
            place = self._places["buyers"][buyer.id]
            if bidder in buyer.vetoes:
                yield Lever(by_path["buyers", place, "vetoes", buyer.vetoes.index(bidder)])
            if buyer.shortlist is not None and bidder not in buyer.shortlist:
                yield Lever(by_path["buyers", place, "shortlist"], bidder)

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, int]]:
        """By table: where each row stands in it."""
        case = self.case
        tables = {
            "lots": [row.id for row in case.lots or ()],
            "services": [row.id for row in case.services],
            "criteria": [row.id for row in case.criteria],
            "buyers": [row.id for row in case.buyers],
        }
        return {name: {row: place for place, row in enumerate(rows)} for name, rows in tables.items()}


def _limits(award: Award) -> Iterator[RuleState]:
    """Every limit but the rules of the board, of which each is one statement however many rows it has."""
    return (state for family in FAMILIES if family is not board_rules for state in family(award))


def outward(value: Decimal, step: Decimal, *, up: bool) -> Decimal:
    """A value rounded to a step, up or down."""
    steps = value / step
    return (steps.to_integral_value("ROUND_CEILING" if up else "ROUND_FLOOR")) * step
