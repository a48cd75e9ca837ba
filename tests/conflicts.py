"""A conflict and its repairs, judged by looking at every award of the case.

Every judgement is an assertion. What the engine says is tried on the document itself, by its own patches and by those of
the oracle, which shares no code with it.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models import Clash, Conflict, ConflictRule, PatchOperation, Repair, read_case
from tests.oracle.allowed import allowed
from tests.oracle.members import Member, lifted, members
from tests.oracle.patch import patched
from tests.oracle.reading import read
from tests.oracle.repairs import Repairs

Document = dict[str, Any]

_CLOSE = 1e-9  # sizes are told as floats
_PROVEN = 1e-6  # how far, as a share, a solver's bound may be off


def judge(document: Document, conflict: Conflict) -> None:
    """Hold a conflict against its case, which has no award."""
    oracle = Repairs(document)
    assert not oracle.feasible
    if not oracle.hold_together(()):
        _judge_bids(conflict)
        return
    clashes = (conflict, *conflict.further)
    for clash in clashes:
        _judge_clash(document, oracle, clash)
    named = [rule.rule for clash in clashes for rule in clash.rules]
    assert len(set(named)) == len(named), "clashes share no member"
    if len(clashes) == 1:
        assert oracle.hold_together(oracle.members.keys() - set(named)), "there is a further clash"
    assert conflict.repair is not None, "there is always a repair"
    repairs = (conflict.repair, *conflict.alternatives)
    for position, repair in enumerate(repairs):
        _judge_repair(document, oracle, repair, repairs[:position])
    single = oracle.least_of_one()
    assert single is None or conflict.repair.distance <= float(single.rounded) * (1 + _CLOSE), "one move is cheaper"
    if not conflict.alternatives:
        assert oracle.least([_names(conflict.repair)]) is None, "there is another repair"


def _judge_bids(conflict: Conflict) -> None:
    """No choice of bids covers each lot once: no member is to blame, and none can mend it."""
    assert conflict.rules == (), "a rule is blamed for what the bids do not offer"
    assert conflict.minimal
    assert conflict.explanation
    assert conflict.further == ()
    assert (conflict.repair, conflict.alternatives, conflict.mendable) == (None, (), False)


def _judge_clash(document: Document, oracle: Repairs, clash: Clash) -> None:
    names = {rule.rule for rule in clash.rules}
    assert names, "no rule"
    assert len(names) == len(clash.rules)
    assert names <= oracle.members.keys()
    assert clash.minimal, "not proven minimal"
    assert clash.explanation
    alone = _only(document, names)
    assert not allowed(alone), "these members can be kept together"
    for rule in clash.rules:
        member = oracle.members[rule.rule]
        _judge_rule(rule, member)
        assert allowed(_only(document, names - {rule.rule})), f"{rule.rule} is needless"
        without = patched(document, _operations(rule.lift))
        assert _same(without, lifted(document, [member])), f"the lift of {rule.rule} does something else"
        assert allowed(_only(without, names)), f"the lift of {rule.rule} does not lift it"
        _judge_reach(alone, oracle, names, rule)


def _judge_rule(rule: ConflictRule, member: Member) -> None:
    assert rule.pointer == member.pointer, "another pointer"
    assert rule.sentence
    if member.limit is None:
        assert (rule.limit, rule.sense, rule.unit, rule.reach) == (None, None, None, None)
    else:
        assert rule.limit is not None
        assert Fraction(rule.limit) == member.limit, "another limit"
        assert rule.sense == ("at most" if member.up else "at least")
        assert rule.unit


def _judge_reach(alone: Document, oracle: Repairs, names: set[str], rule: ConflictRule) -> None:
    """In the case with all others lifted, the limit at its reach allows an award, and a step before it none."""
    member = oracle.members[rule.rule]
    if rule.reach is None:
        assert member.limit is None or oracle.reach(rule.rule, names) is None, f"{rule.rule} has a reach"
        return
    step = Decimal(member.step.numerator) / member.step.denominator
    assert rule.reach % step == 0, "a reach that is not rounded"
    assert allowed(_with_limit(alone, member, rule.reach)), f"the reach of {rule.rule} is too near"
    before = rule.reach - step if member.up else rule.reach + step
    assert not allowed(_with_limit(alone, member, before)), f"the reach of {rule.rule} is too far"


def _judge_repair(document: Document, oracle: Repairs, repair: Repair, earlier: Sequence[Repair]) -> None:
    mended = patched(document, _operations(repair.patch))
    read_case(json.dumps(mended))
    _judge_moves(document, oracle, repair, mended)
    _judge_award(repair, mended)
    others = [_names(each) for each in earlier]
    assert not any(names <= _names(repair) for names in others), "an earlier repair, and more"
    least, rounded = oracle.least(others), oracle.least_rounded(others)
    assert least is not None, "no other repair is left"
    assert rounded is not None
    assert repair.least, "not proven the least"
    steps = {oracle.members[move.rule] for move in repair.moves}
    rounding = sum(float(member.step / (member.limit or 1)) for member in steps if member.limit is not None)
    most = max(float(rounded), float(least.distance) + rounding)
    assert float(least.distance) * (1 - _CLOSE) <= repair.distance <= most * (1 + _PROVEN), "not the least distance"
    assert repair.bound <= max(float(least.distance) * (1 + _PROVEN), float(rounded) * (1 + _CLOSE)), "a bound too good"


def _judge_moves(document: Document, oracle: Repairs, repair: Repair, mended: Document) -> None:
    """The patch does what the moves say, and nothing else; their sizes and the distance are right."""
    after = members(mended)
    assert _same(lifted(document, oracle.members.values()), lifted(mended, after.values()))
    sizes: dict[str, Fraction] = {}
    for name, member in oracle.members.items():
        size = _moved_by(document, mended, member, after.get(name))
        if size:
            sizes[name] = size
    assert after.keys() <= oracle.members.keys()
    told: defaultdict[str, float] = defaultdict(float)
    for move in repair.moves:
        member = oracle.members[move.rule]
        told[move.rule] += move.relative
        assert move.pointer == member.pointer
        assert move.sentence
        if member.limit is None:
            assert (move.before, move.after) == (None, None)
        else:
            assert move.before is not None
            assert move.after is not None
            assert Fraction(move.before) == member.limit
            assert Fraction(move.after) == _limit(after.get(move.rule)), f"the patch does not move {move.rule} so"
            assert Fraction(move.after) % member.step == 0
    assert told == pytest.approx({name: float(size) for name, size in sizes.items()}, rel=_CLOSE), "a wrong size"
    assert repair.distance == pytest.approx(float(sum(sizes.values())), rel=_CLOSE), "a wrong distance"


def _moved_by(document: Document, mended: Document, member: Member, after: Member | None) -> Fraction:
    """How far a member was moved; a limit only ever outward, a list of bidders only ever longer."""
    if member.limit is not None:
        assert after is not None or not member.up, f"{member.name} was lifted, not moved"
        limit = _limit(after)
        assert limit >= member.limit if member.up else limit <= member.limit
        return member.size(limit)
    if member.path[-1] not in ("shortlist", "accredited"):
        return Fraction(after is None)
    assert after is not None, f"{member.name} was given up, not opened"
    before, now = (set(_stated(case, member)) for case in (document, mended))
    assert before <= now
    return Fraction(len(now - before))


def _stated(document: Document, member: Member) -> list[str]:
    """The list of bidders that a member is."""
    place: Any = document
    for part in member.path:
        place = place[part]
    return list(place)


def _judge_award(repair: Repair, mended: Document) -> None:
    """The award told is one that the mended case allows, with its totals."""
    won = {row.lot: row.bid for row in repair.award.awards}
    fits = [each for each in allowed(mended) if {row.lot.id: row.id for row in each.offers} == won]
    assert fits, "the mended case does not allow the award"
    (award,) = fits
    totals = award.totals(read(mended))
    assert repair.award.totals.cost == Decimal(totals.cost) / 100
    assert repair.award.totals.liability == Decimal(totals.liability) / 100
    assert {(row.bidder, row.service) for row in repair.award.providers} == award.won.keys()


def _same(one: Document, other: Document) -> bool:
    """Whether two documents are of one case; rules that ask for at least nothing are none."""
    first, second = (vars(read(_without_void_rules(document))) for document in (one, other))
    return first == second


def _without_void_rules(document: Document) -> Document:
    kept = [row for row in document.get("rules", ()) if row["sense"] != "at_least" or Fraction(str(row["limit"]))]
    return document | {"rules": kept}


def _names(repair: Repair) -> frozenset[str]:
    return frozenset(move.rule for move in repair.moves)


def _limit(after: Member | None) -> Fraction:
    """The limit of what is a member still; one that moved down to 0 is none."""
    return after.limit if after is not None and after.limit is not None else Fraction(0)


def _only(document: Document, names: set[str]) -> Document:
    """The document with every member lifted but those named."""
    return lifted(document, [member for name, member in members(document).items() if name not in names])


def _with_limit(document: Document, member: Member, limit: Decimal) -> Document:
    value = int(limit) if member.step == 1 else str(limit)
    return patched(document, [{"op": "add", "path": member.pointer, "value": value}])


def _operations(patch: Sequence[PatchOperation]) -> list[dict[str, Any]]:
    return [operation.model_dump(mode="json") for operation in patch]
