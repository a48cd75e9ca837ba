"""Every choice of bids that covers each lot exactly once."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache


def covers(lots: Sequence[str], bids: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Each choice, as the ids of its bids in the order of the first lots they cover.

    Parameters
    ----------
    bids
        The lots of each bid, by its id.
    """
    by_first = _by_first(lots, bids)

    def cover(left: int) -> Iterator[tuple[str, ...]]:
        if not left:
            yield ()
            return
        for bid, mask in by_first[left & -left]:
            if mask & left == mask:
                for others in cover(left & ~mask):
                    yield (bid, *others)

    return cover((1 << len(lots)) - 1)


def count(lots: Sequence[str], bids: Mapping[str, Collection[str]]) -> int:
    """How many choices there are."""
    by_first = _by_first(lots, bids)

    @cache
    def below(left: int) -> int:
        if not left:
            return 1
        return sum(below(left & ~mask) for _, mask in by_first[left & -left] if mask & left == mask)

    return below((1 << len(lots)) - 1)


def _by_first(lots: Sequence[str], bids: Mapping[str, Collection[str]]) -> dict[int, list[tuple[str, int]]]:
    """The bids whose first lot it is, for each lot; lots as bits, the first the lowest."""
    bit = {lot: 1 << at for at, lot in enumerate(lots)}
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for bid, its in bids.items():
        mask = sum(bit[lot] for lot in its)
        found[mask & -mask].append((bid, mask))
    return found
