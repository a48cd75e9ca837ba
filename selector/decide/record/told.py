"""A place where two records differ, in words."""

from typing import Any

from models.faults import pointer
from models.record_difference import Changed
from selector.decide.record.leaves import ABSENT, Leaf, cut, text


def told(leaf: Leaf, what: str) -> Changed:
    """A value that came, went or differs; ``what`` is what it is called."""
    before, after = _spoken(leaf.before), _spoken(leaf.after)
    if leaf.before is ABSENT:
        return _changed(leaf, f"{what} is new: {after}.")
    if leaf.after is ABSENT:
        return _changed(leaf, f"{what} is gone: it was {before}.")
    return _changed(leaf, f"{what}: {before} became {after}.")


def told_in_full(leaf: Leaf, what: str) -> Changed:
    """A sentence that came, went or differs; ``what`` is what it is about."""
    if leaf.before is ABSENT:
        return _changed(leaf, f"{what} is new. {leaf.after}")
    if leaf.after is ABSENT:
        return _changed(leaf, f"{what} is gone. It was: {leaf.before}")
    return _changed(leaf, f"{what} was: {leaf.before} It is now: {leaf.after}")


def _changed(leaf: Leaf, sentence: str) -> Changed:
    return Changed(pointer=pointer(leaf.path), before=text(leaf.before), after=text(leaf.after), sentence=sentence)


def _spoken(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case str():
            return cut(value) or "no text"
    return text(value) or ""
