"""Repairs under options, drawn at random and judged by looking at every award of the case."""

from collections.abc import Callable, Sequence

from models import Conflict, Repair
from tests.decide.asked import Asked, Document, unlike
from tests.oracle.allowed import allowed
from tests.oracle.draw.dice import Dice
from tests.oracle.patch import patched
from tests.oracle.repairs import Repairs
from tests.oracle.ways import Way, ways

_CLOSE = 1e-9  # sizes are told as floats
_PROVEN = 1e-6  # how far, as a share, a solver's bound may be off


def drawn(seed: int, draw: Callable[[int], Document]) -> Asked:
    """A case without an award, some of whose members may not move and some of which weigh more or less."""
    document, dice = draw(seed), Dice(f"options {seed}")
    names = sorted({name for _, way in ways(document) for name in way})
    fixed = tuple(_pattern(dice, name) for name in dice.some(names, 0.3))
    weights = {_pattern(dice, name): dice.choice(("0.01", "0.5", "3", "40.25")) for name in dice.some(names, 0.5)}
    return Asked(document, fixed, weights)


def _pattern(dice: Dice, name: str) -> str:
    """A pattern that fits a name, and maybe others."""
    family, bracket, about = name.partition("[")
    return dice.choice((name, name, f"{family}*", f"*{bracket}{about}", f"{name[:-2]}*{name[-1]}"))


def judge(asked: Asked, conflict: Conflict) -> None:
    """Hold the repairs of a conflict, and that there are none, against every award."""
    possible = asked.ways()
    oracle = Repairs(asked.document)
    assert not oracle.feasible
    clash = not oracle.hold_together([name for name in oracle.members if asked.is_fixed(name)])
    assert conflict.mendable is not clash, "what is fixed clashes by itself, or it does not"
    if clash:
        assert conflict.repair is None
        assert conflict.alternatives == ()
        return
    assert conflict.repair is not None, "there is a repair"
    repairs = (conflict.repair, *conflict.alternatives)
    for position, repair in enumerate(repairs):
        _judge_repair(asked, possible, repair, repairs[:position])
    if len(repairs) == 1:
        assert not unlike(possible, [_names(conflict.repair)]), "there is another repair"


def _judge_repair(asked: Asked, possible: Sequence[Way], repair: Repair, earlier: Sequence[Repair]) -> None:
    assert not any(map(asked.is_fixed, _names(repair))), "what is fixed moves"
    assert allowed(patched(asked.document, [each.model_dump(mode="json") for each in repair.patch])), "no award"
    told = sum(float(asked.weight(move.rule)) * move.relative for move in repair.moves)
    assert abs(repair.distance - told) <= _CLOSE * told, "a distance that its moves do not have"
    left = unlike(possible, [_names(each) for each in earlier])
    assert left, "no other repair is left"
    least, rounded = (min(map(measure, left)) for measure in (asked.distance, asked.rounded))
    moved = [way for way in left if way.keys() == _names(repair)]
    assert moved, "no award needs these moves"
    most = max(float(rounded), float(least + max(asked.rounding(way.values()) for way in moved)))
    assert float(least) * (1 - _CLOSE) <= repair.distance <= most * (1 + _PROVEN), "not the least distance"
    assert repair.least, "not proven the least"


def _names(repair: Repair) -> frozenset[str]:
    return frozenset(move.rule for move in repair.moves)
