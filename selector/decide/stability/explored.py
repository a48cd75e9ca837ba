"""What is done with weights in a process of its own: looking along lines, or making a map."""

from collections.abc import Callable

from selector.decide.stability import regions, turning

Piece = turning.Piece | regions.Piece


def explored(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> turning.Turns | regions.Map:
    """The turns of lines, or a map. Work as ``Many`` takes it."""
    if isinstance(piece, turning.Piece):
        return turning.turns(piece, seconds, stop)
    return regions.mapped(piece, seconds, stop)
