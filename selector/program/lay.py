"""From an appraisal to its program: every family of rows, joined and scaled."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from selector.appraise import Appraisal
from selector.program import (
    budgets,
    caps,
    contiguity,
    cover,
    discounts,
    exclusive,
    joint,
    liability,
    linking,
    mobilisation,
    outposts,
    partners,
    picks,
    providers,
    quality,
    redeployment,
    rules,
    scale,
    shapes,
    strengthen,
    tier_limits,
    viability,
)
from selector.program.block import Block
from selector.program.columns import Columns
from selector.program.moves import Moves
from selector.program.program import Family, Program
from selector.program.soft import Soft

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

RowFamily = Callable[[Columns], Iterator[Block]]
FAMILIES: Sequence[RowFamily] = (
    cover.rows,
    exclusive.rows,
    linking.rows,
    outposts.rows,
    discounts.rows,
    scale.rows,
    partners.rows,
    caps.rows,
    mobilisation.rows,
    providers.rows,
    viability.rows,
    budgets.rows,
    liability.rows,
    quality.rows,
    shapes.rows,
    joint.rows,
    contiguity.rows,
    redeployment.rows,
    picks.rows,
    rules.rows,
    strengthen.rows,
    tier_limits.rows,
)

_SETTLED = ("tier_start", "tier_end", "displaced", "vacancy", "soft_rule")
"""Rows over columns that the accepted bids settle exactly."""
_FINER = 2.0**10
"""A soft rule that is broken within a solver's tolerance would cost nothing: these rows are laid so much larger."""


def lay(appraisal: Appraisal, families: Sequence[RowFamily] = FAMILIES) -> Program:
    """The program of an appraisal; its first columns are the bids that are open, in their order."""
    columns = Columns(appraisal)
    blocks = [kept for rows in families for block in rows(columns) if len(kept := _without_vacant(block))]
    starts = np.cumsum([0, *(len(block) for block in blocks)])
    row = np.concatenate([block.row + start for block, start in zip(blocks, starts, strict=False)])
    value = np.concatenate([block.value for block in blocks])
    factor = _factors(row, value, int(starts[-1]))
    for block, start in zip(blocks, starts, strict=False):
        if block.name == "soft_rule":
            factor[start : start + len(block)] *= _FINER
    matrix = coo_array(
        (value * factor[row], (row, np.concatenate([block.column for block in blocks]))),
        shape=(int(starts[-1]), len(columns)),
    ).tocsr()
    matrix.eliminate_zeros()  # of packages that are on both sides of a row
    return Program(
        matrix=matrix,
        row_lower=np.concatenate([block.lower for block in blocks]) * factor,
        row_upper=np.concatenate([block.upper for block in blocks]) * factor,
        factor=factor,
        upper=columns.upper,
        integral=columns.integral,
        accepts=len(columns.bid),
        pair_accept=columns.accept,
        pair_lot=columns.lot,
        group=columns.group,
        tiers=tuple(columns.tiers.settling()),
        moves=_moves(columns),
        soft=_soft(columns),
        settled_rows=np.concatenate(
            [
                np.arange(start, start + len(block))
                for block, start in zip(blocks, starts, strict=False)
                if block.name in _SETTLED
            ]
            or [np.zeros(0, dtype=np.int64)]
        ),
        columns=tuple(columns.families()),
        rows=tuple(
            Family(block.name, int(start), int(start) + len(block), block.key)
            for block, start in zip(blocks, starts, strict=False)
        ),
    )


def _moves(columns: Columns) -> Moves | None:
    redeployment, moves = columns.appraisal.redeployment, columns.moves
    if redeployment is None or not len(moves.moves):
        return None
    group, accept, _, displaced = moves.displaced
    return Moves(
        redeployment=redeployment,
        column=moves.column,
        move=moves.moves,
        left=moves.left,
        movable=moves.groups,
        group=group,
        accept=accept,
        displaced=displaced,
        bidder=columns.appraisal.bids.bidder[columns.bid],
    )


def _soft(columns: Columns) -> Soft | None:
    which = [at for at, row in enumerate(columns.rules.rows) if row.soft]
    if not which:
        return None
    chosen = [columns.rules.rows[at] for at in which]
    size, missed = rules.slacks(columns)
    return Soft(
        rows=chosen,
        accept=[columns.rules.accept(row.pair) for row in chosen],
        base_accept=[columns.rules.accept(row.base_pair) for row in chosen],
        under=columns.slacks.under[which],
        over=columns.slacks.over[which],
        size=size[which],
        missed=missed[which],
    )


def _without_vacant(block: Block) -> Block:
    """The block without rows that no column enters and that hold so: their limits would only mislead the scaling."""
    entered = np.zeros(len(block), dtype=np.bool_)
    entered[block.row] = True
    kept = np.flatnonzero(entered | (block.lower > 0) | (block.upper < 0))
    if len(kept) == len(block):
        return block
    place = np.full(len(block), -1)
    place[kept] = np.arange(len(kept))
    key = block.key
    return replace(
        block,
        row=place[block.row],
        lower=block.lower[kept],
        upper=block.upper[kept],
        key=lambda k: key(int(kept[k])),
    )


def _factors(row: Ints, value: Floats, rows: int) -> Floats:
    """What brings each row's largest coefficient between 1 and 2: powers of two, which change no digit."""
    largest = np.zeros(rows)
    np.maximum.at(largest, row, np.abs(value))
    _, exponent = np.frexp(np.where(largest > 0, largest, 1))
    factors: Floats = np.ldexp(1.0, 1 - exponent)
    return factors
