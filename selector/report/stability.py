"""What a paper reads of the answer of ``selector stability``: how far weights may move, in words."""

from models.award import Figure
from models.without import BestAward
from selector.report.front import OfCase, Read


class Told(Read):
    """Something that tells itself."""

    sentence: str = ""


class Share(Read):
    """How often something came out, with its 95 % interval."""

    share: Figure
    low: Figure
    high: Figure


class Acceptability(Read):
    """What is best where figures are drawn at random."""

    examined: int
    same: Share


class Stability(Read):
    """How far weights and figures may move before another award is best."""

    no_weights: str | None = None
    smallest: Told | None = None
    ranges: tuple[Told, ...] = ()
    criteria: tuple[Told, ...] = ()
    acceptability: Acceptability | None = None
    best: BestAward
    provenance: OfCase
