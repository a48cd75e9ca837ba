"""What strategies of the parts of a case have in common."""

from collections.abc import Sequence
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from models.bidder_kind import BidderKind

Row = dict[str, Any]
T = TypeVar("T")


def maybe(draw: st.DrawFn, row: Row, **fields: st.SearchStrategy[Any]) -> None:
    """Set some of the fields, and leave the others out."""
    # One draw for all of them: a flag for each would take most of the time.
    present = draw(st.integers(0, 2 ** len(fields) - 1))
    for at, (name, values) in enumerate(fields.items()):
        if present >> at & 1:
            row[name] = draw(values)


def some(of: Sequence[T], least: int = 0, most: int = 3) -> st.SearchStrategy[list[T]]:
    """A few of those there are, each once, in any order."""
    if not of:
        return st.just([])
    return st.lists(
        st.sampled_from(of), min_size=min(least, len(set(of))), max_size=min(most, len(set(of))), unique=True
    )


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    """One of the words that a type allows."""
    return st.sampled_from(get_args(literal))


FLAG = st.booleans()
KINDS: tuple[BidderKind, ...] = get_args(BidderKind)
