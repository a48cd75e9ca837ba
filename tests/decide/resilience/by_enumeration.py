"""The best repair of a small case by looking at every award that could be one."""

import copy
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.oracle.award import Award
from tests.oracle.covers import covers
from tests.oracle.objectives import Candidate, Level, candidate, figure, levels
from tests.oracle.reading import read
from tests.oracle.tables import Case
from tests.oracle.ways import _Asking
from tests.oracle.worth import Worth, worths

Document = dict[str, Any]
_SAME = Fraction(1, 10**7)


@dataclass(frozen=True)
class Best:
    """What the best repair comes to.

    Attributes
    ----------
    people
        Of lots that stay open, each by itself.
    distance
        The sum of the shares by which limits have to move.
    values
        The best at each level of the objective, of those that break as little: pence, points, lots or WTE.
    """

    open_lots: int
    people: int
    distance: Fraction
    values: tuple[Fraction, ...]
    levels: tuple[Level, ...]


def best_repair(document: Document, accepted: Mapping[str, str], gone: Collection[str], freed: Collection[str]) -> Best:
    """The best repair of an award, by lot, once the bidders in ``gone`` fail, those in ``freed`` giving way.

    Raises
    ------
    ValueError
        where the objective cannot be told: a score of a lot that stays open.
    """
    bidder_of = {bid["id"]: bid["bidder"] for bid in document["bids"]}
    moving = {lot for lot, bid in accepted.items() if bidder_of.get(bid) in {*gone, *freed}}
    told = _without_void_picks(document, {bid for bid, bidder in bidder_of.items() if bidder in gone})
    known = read(told)
    open_lots = moving & _without_fallback(known)
    opened = _left_open(told, open_lots)
    case = read(opened)
    usable = {
        name: worth
        for name, worth in worths(known).items()
        if not worth.bars
        and bidder_of.get(name) not in gone
        and (name in accepted.values() or set(worth.lots) <= moving)
    }
    stays = {f"in-house:{lot}" for lot in open_lots}
    offered: dict[str, Worth] = {name: worth for name, worth in worths(case).items() if name in usable or name in stays}
    found = [Award(case, tuple(map(offered.__getitem__, each))) for each in _covers(case, offered)]
    asking = _Asking(opened)
    ranked: dict[tuple[int, int, Fraction], list[Award]] = {}
    for award in found:
        left = [name for name in dict.fromkeys(award.ids) if name in stays]
        people = sum(case.lots[offered[name].lots[0]].people for name in left)
        for distance in _distances(asking, award):
            ranked.setdefault((len(left), people, distance), []).append(award)
    assert ranked, "whatever has fallen can stay open"
    least = min(ranked)
    # Limits are broken alike where a solver can not tell them apart.
    kept = [
        award
        for (*left, distance), some in ranked.items()
        if tuple(left) == least[:2]
        for award in some
        if distance <= least[2] + (_SAME if least[2] else 0)
    ]
    if not least[0]:
        by_id = worths(known)
        kept = [Award(known, tuple(by_id[bid.id] for bid in award.bids)) for award in kept]
    elif document.get("objective", {}).get("mode") == "ratio" or _has_soft_shares(document):
        raise ValueError("a price of nothing changes what scores and shares are measured against")
    judged = known if not least[0] else case
    values = tuple(_values(judged, [candidate(judged, award) for award in kept]))
    return Best(*least, values, tuple(levels(judged)))


def _has_soft_shares(document: Document) -> bool:
    return any(
        rule["metric"] == "share_of_spend" and (rule.get("penalty") is not None or rule.get("priority") is not None)
        for rule in document.get("rules", ())
    )


def _covers(case: Case, offered: Mapping[str, Worth]) -> Iterator[tuple[str, ...]]:
    for chosen in covers(list(case.lots), {name: worth.lots for name, worth in offered.items()}):
        groups = [offered[name].exclusive_group for name in chosen if offered[name].exclusive_group is not None]
        if len(set(groups)) == len(groups):
            yield chosen


def _distances(asking: _Asking, award: Award) -> Iterator[Fraction]:
    for way in asking.ways(award):
        if not any(name.startswith("pick[") or move.hopeless for name, move in way.items()):
            yield sum((move.size for move in way.values()), Fraction(0))


def _values(case: Case, held: list[Candidate]) -> Iterator[Fraction]:
    """The best of each level, among those that hold the earlier ones within their tolerance."""
    for level in levels(case):
        figures = [Fraction(figure(case, level, each)) for each in held]
        best = max(figures) if level.up else min(figures)
        yield best
        held = [each for each, value in zip(held, figures, strict=True) if abs(value - best) <= level.tolerance]


def in_units(level: Level, value: Fraction) -> Fraction:
    """A value in pounds where it is money."""
    return value / 100 if level.name in ("money_valued", "cost", "liability", "penalty", "charges") else value


def _without_fallback(case: Case) -> set[str]:
    """Lots that must be awarded to a bid: their buyers have no work of their own that may be accepted."""
    offered = worths(case)
    return {lot for lot in case.lots if f"in-house:{lot}" not in offered or offered[f"in-house:{lot}"].bars}


def _without_void_picks(document: Document, gone: Collection[str]) -> Document:
    told = copy.deepcopy(document)
    if "picks" in told:
        told["picks"] = [pick for pick in told["picks"] if pick["bid"] not in gone]
    return told


def _left_open(document: Document, lots: Collection[str]) -> Document:
    """The case in which some lots that must be awarded may be left to their buyers, for nothing."""
    opened = copy.deepcopy(document)
    if opened.get("lots") is None:
        opened["lots"] = [
            {"id": f"{buyer['id']}:{service['id']}", "buyer": buyer["id"], "service": service["id"]}
            for buyer in opened["buyers"]
            for service in opened["services"]
        ]
    for lot in opened["lots"]:
        if lot["id"] in lots:
            lot |= {"required": False, "in_house": {"cost": "0", "quality": 0}, "min_quality": 0}
    return opened
