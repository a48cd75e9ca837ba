"""Whether a program is a location problem and nothing else, read from its rows: it may come without names."""

import math

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.location.location import Location
from selector.solve.location.rows import Rows

Ints = NDArray[np.int64]

# Beyond these, sums are no longer sure to be exact, or within a solver's tolerance.
_LARGEST_VOLUME = 2**28
_LARGEST_COST = 2**52


def recognised(program: Program, goal: Ints) -> Location | None:
    """The location problem that a program with a goal is; None where it says anything else.

    Pairs stand for the accept columns, in their order, and providers for the other columns.
    """
    accepts = program.accepts
    if (
        program.tiers
        or program.moves is not None
        or program.soft is not None
        or not accepts
        or len(program.pair_accept) != accepts
        or len(np.unique(program.pair_accept)) != accepts
        or not program.integral.all()
        or (program.upper != 1).any()
    ):
        return None
    lot = np.empty(accepts, dtype=np.int64)
    lot[program.pair_accept] = program.pair_lot
    size = np.abs(goal.astype(np.float64))
    most = np.zeros(int(lot.max()) + 1)
    np.maximum.at(most, lot, size[:accepts])
    if float(most.sum() + size[accepts:].sum()) >= _LARGEST_COST:
        return None
    rows = Rows.of(program, lot)
    return None if rows is None else _Reading(rows, goal).location()


class _Reading:
    def __init__(self, rows: Rows, goal: Ints) -> None:
        self.rows = rows
        self.goal = goal
        self.pairs = len(rows.lot)
        self.lots = int(rows.lot.max()) + 1
        self.providers = len(goal) - self.pairs
        self.provider = np.full(self.pairs, -1)
        self.served = np.zeros(self.providers, dtype=np.bool_)
        self.capacity = np.full(self.providers, math.inf)
        self.floor = np.zeros(self.providers, dtype=np.int64)
        self.volume = np.zeros(self.lots, dtype=np.int64)
        self.least: int | None = None
        self.most: int | None = None

    def location(self) -> Location | None:
        r = self.rows
        one = (r.accepts > 0) & (r.others == 1)
        whole = (r.accepts > 0) & (r.others == 0)
        over = (r.accepts == 0) & (r.others > 0)
        if not (one | whole | over).all() or not self._covered(np.flatnonzero(whole)):
            return None
        scale = self._linked(np.flatnonzero(one))
        if scale is None or not self._scaled(scale) or not self._counted(np.flatnonzero(over)):
            return None
        # A provider that serves nobody must not count, nor be paid for.
        fixed = self.goal[self.pairs :]
        if not self.served.all() and ((fixed < 0).any() or (self.least or 0) > 1):
            return None
        return Location(
            cost=self.goal[: self.pairs],
            lot=self.rows.lot,
            provider=self.provider,
            fixed=fixed,
            volume=self.volume,
            capacity=self.capacity,
            floor=self.floor,
            least=self.least,
            most=self.most,
        )

    def _covered(self, rows: Ints) -> bool:
        """Whether these rows give each lot to exactly one pair."""
        r = self.rows
        lot = r.least(rows, r.lot)
        return (
            bool((r.lower[rows] == 1).all() and (r.upper[rows] == 1).all())
            and bool((r.least(rows) == 1).all() and (r.most(rows) == 1).all())
            and np.array_equal(lot, r.most(rows, r.lot))
            and np.array_equal(r.accepts[rows], np.bincount(r.lot, minlength=self.lots)[lot])
            and len(np.unique(lot)) == self.lots
        )

    def _linked(self, rows: Ints) -> Ints | None:
        """Those of these rows that do more than tie pairs to their provider; None where some pair is not so tied."""
        r = self.rows
        place, column, _ = r.entries(rows)
        provider = r.provider(rows)
        self.provider[column] = provider[place]
        if (self.provider != -1).sum() != self.pairs or (self.provider[column] != provider[place]).any():
            return None
        value, least, most = r.value(rows), r.least(rows), r.most(rows)
        tied = (r.upper[rows] == 0) & np.isneginf(r.lower[rows]) & (least == most) & (value == -least)
        ties = tied & (value < 0) & (r.least(rows, r.lot) == r.most(rows, r.lot))
        linked = np.zeros(self.pairs, dtype=np.bool_)
        linked[column[ties[place]]] = True
        if not linked.all():
            return None
        serves = (
            tied & (value > 0) & (r.accepts[rows] == np.bincount(self.provider, minlength=self.providers)[provider])
        )
        self.served[provider[serves]] = True
        rest: Ints = rows[~ties & ~serves]
        return rest

    def _scaled(self, rows: Ints) -> bool:
        """Read floors and capacities, and from them the volumes; whether they are no more than that."""
        r = self.rows
        value, provider = r.value(rows), r.provider(rows)
        place, column, volume = r.entries(rows)
        no_more = (r.upper[rows] == 0) & np.isneginf(r.lower[rows])
        no_less = (r.lower[rows] == 0) & np.isposinf(r.upper[rows])
        if (value > 0).any() or (volume < 0).any() or not (no_more | no_less).all():
            return False
        np.minimum.at(self.capacity, provider[no_more], -value[no_more])
        np.maximum.at(self.floor, provider[no_less], -value[no_less])
        self.volume[self.rows.lot[column]] = volume
        # The rows of a provider hold all its pairs, but those of no volume.
        step = int(np.gcd.reduce(self.volume)) or 1
        if int(self.volume.max(initial=0)) // step > _LARGEST_VOLUME:
            return False
        offered = np.bincount(self.provider, self.volume[self.rows.lot], minlength=self.providers)
        held = np.bincount(place, volume, minlength=len(rows))
        return bool((self.volume[self.rows.lot[column]] == volume).all() and (held == offered[provider]).all())

    def _counted(self, rows: Ints) -> bool:
        """Read how many providers there may be; whether the other rows over providers only say what follows anyway."""
        r = self.rows
        offered = np.zeros(self.providers, dtype=np.int64)
        pairs = np.unique(np.stack([self.provider, r.lot]), axis=1)
        np.add.at(offered, pairs[0], self.volume[pairs[1]])
        total = int(self.volume.sum())
        room = np.minimum(np.minimum(self.capacity, offered), total)
        for row in rows.tolist():
            entries = slice(r.other.indptr[row], r.other.indptr[row + 1])
            column, value = r.other.indices[entries], r.other.data[entries]
            if (value == value[0]).all() and value[0] > 0 and len(column) == self.providers:
                least, most = math.ceil(r.lower[row] / value[0] if np.isfinite(r.lower[row]) else 0), r.upper[row]
                self.least = max(self.least or 0, least)
                if np.isfinite(most):
                    self.most = min(self.providers if self.most is None else self.most, math.floor(most / value[0]))
                continue
            rooms = np.zeros(self.providers)
            rooms[column] = value
            if np.isfinite(r.upper[row]) or r.lower[row] > total or (rooms < room).any():
                return False
        return True
