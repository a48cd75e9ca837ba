"""Winner determination in a combinatorial auction, as CATS writes it down (Leyton-Brown, Pearson and Shoham 2000).

Lines that begin with ``%`` are remarks. ``goods g``, ``bids b``, ``dummy d``; then for each bid its number, its price, the
numbers of its goods from 0, and ``#``. A good is sold at most once, and the revenue is to be as high as can be. Dummy goods
stand after the others and are goods too: bids that share one exclude each other.

A good is a lot, and goes either to a bid or, for nothing, to nobody: a column ``unsold`` for each good makes every lot
awarded exactly once, as the engine has it. The program minimises minus the revenue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import numpy as np

from benchmarks.errors import InputInvalid
from benchmarks.formats.exact import HUNDREDTH, MOST, scale, whole
from benchmarks.formats.format import Format
from benchmarks.formats.rows import Rows
from benchmarks.formats.tokens import text_of
from benchmarks.instance import HUNDREDTHS, Instance, Laid

_HEAD = ("goods", "bids", "dummy")


def read(path: Path) -> Instance:
    """The program of a file, exactly: prices finer than a hundredth are scaled up first.

    Raises
    ------
    InputInvalid
        if the file is no such file, or its prices are too large, or too fine, to be counted exactly.
    """
    goods, bids = _Auction(path).goods_and_bids()
    prices = [bid.price for bid in bids]
    money = scale(prices, HUNDREDTH)
    if sum(prices) * money * HUNDREDTHS > MOST:
        raise InputInvalid(f"{path.name}: prices, kept exact, are beyond what can be counted")
    accept = np.repeat(np.arange(len(bids)), [len(bid.goods) for bid in bids])
    lot = np.array([good for bid in bids for good in bid.goods], dtype=np.int64)
    unsold = np.arange(goods)
    pair_accept = np.concatenate([accept, len(bids) + unsold])
    pair_lot = np.concatenate([lot, unsold])
    rows = Rows().add(pair_lot, pair_accept, 1, 1, 1, goods)
    program = rows.program(len(bids) + goods, pair_accept, pair_lot)
    cost = np.zeros(len(bids) + goods, dtype=np.int64)
    cost[: len(bids)] = -whole(prices, money * HUNDREDTHS)
    return Instance(Laid(program, cost), scale=money, sense="maximise")


@dataclass(frozen=True)
class _Bid:
    price: Decimal
    goods: tuple[int, ...]


class _Auction:
    """The lines of a file that are no remarks, in their order."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        lines = enumerate(text_of(path).splitlines(), 1)
        self._lines = [(number, line.split()) for number, line in lines if line.strip() and line.strip()[0] != "%"]

    def goods_and_bids(self) -> tuple[int, list[_Bid]]:
        """How many goods there are, dummies included, and the bids."""
        if len(self._lines) < len(_HEAD):
            raise InputInvalid(f"{self._name} ends before it says how many {_HEAD[len(self._lines)]} there are")
        real, bids, dummy = (self._count(word, line) for word, line in zip(_HEAD, self._lines, strict=False))
        found = list(self._bids(real + dummy))
        if len(found) != bids:
            raise InputInvalid(f"{self._name} has {len(found)} bids, and says that there are {bids}")
        if not bids:
            raise InputInvalid(f"{self._name} has no bids")
        return real + dummy, found

    def _count(self, word: str, line: tuple[int, list[str]]) -> int:
        number, words = line
        if len(words) != 2 or words[0] != word or not _is_whole(words[1]):
            raise InputInvalid(f"{self._name}, line {number}: {word} and how many of them is expected here")
        return int(words[1])

    def _bids(self, goods: int) -> Iterator[_Bid]:
        for number, words in self._lines[len(_HEAD) :]:
            where = f"{self._name}, line {number}"
            if len(words) < 4 or words[-1] != "#":
                raise InputInvalid(f"{where}: a bid is its number, its price, its goods and #")
            named = words[2:-1]
            for good in named:
                if not _is_whole(good) or int(good) >= goods:
                    raise InputInvalid(f"{where}: {good[:40]!r} is no good: these go from 0 to {goods - 1}")
            # One good named twice is one good.
            yield _Bid(self._price(words[1], where), tuple(dict.fromkeys(int(good) for good in named)))

    def _price(self, word: str, where: str) -> Decimal:
        try:
            price = Decimal(word)
        except InvalidOperation:
            price = Decimal("nan")
        if not price.is_finite() or price < 0:
            raise InputInvalid(f"{where}: {word[:40]!r} stands where a price is expected, a number of 0 or more")
        return price


def _is_whole(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 9


FORMAT = Format("cats", "winner determination in combinatorial auctions: CATS", program=read)
