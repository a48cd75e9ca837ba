"""What an evaluation says of the board's rules and of single bids, held against the oracle."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from selector import Evaluation
from tests.oracle.award import Award
from tests.oracle.board_rows import Row, rows
from tests.oracle.exact import pence
from tests.oracle.low_bids import low_bids
from tests.oracle.tables import Case
from tests.oracle.worth import worths

_MILLIONTH = Fraction(1, 1_000_000)  # what is no money is told to six decimals
_SENSES = {"at_least": "at least", "at_most": "at most", "exactly": "exactly"}


def same_rules(evaluation: Evaluation, case: Case, award: Award) -> None:
    """Hard rules are kept; picks and rows of the board's rules are told one for one, as the oracle counts them."""
    assert all(state.satisfied for state in evaluation.rules if not state.soft)
    told = [state for state in evaluation.rules if state.rule.startswith(("pick[", "rule["))]
    picked, ruled = told[: len(case.board.picks)], told[len(case.board.picks) :]
    assert [state.rule for state in picked] == [f"pick[{name}]" for name in case.board.picks]
    bound = [row for row in rows(case, award.offers) if row.binds]
    assert [state.rule for state in ruled] == [row.name for row in bound]
    for state, row in zip(ruled, bound, strict=True):
        _same_state(state, row)


def _same_state(state: Any, row: Row) -> None:
    assert (state.satisfied, state.soft) == (row.kept, row.rule.soft)
    assert (Fraction(state.limit), state.sense) == (row.rule.limit, _SENSES[row.rule.sense])
    assert abs(Fraction(state.value) - row.value) <= _MILLIONTH
    assert state.priority == row.rule.priority
    if not row.rule.soft:
        assert (state.violation, state.penalty) == (None, None)
        return
    assert abs(Fraction(state.violation) - row.violation) <= _MILLIONTH
    assert state.penalty == (None if row.rule.penalty is None else Decimal(pence(row.penalty)) / 100)


def same_bids(evaluation: Evaluation, case: Case) -> None:
    """Who is barred, and why; which bids are flagged, and what they are held against."""
    barred = [(row.bid, [reason.rule for reason in row.reasons]) for row in evaluation.disqualified]
    assert barred == [(row.id, sorted(set(row.bars))) for row in worths(case).values() if row.bars]
    accepted = {(row.bid, row.lot) for row in evaluation.awards}
    flagged = [(row.bid, row.lot, row.price, row.mean, row.next, row.accepted) for row in evaluation.abnormally_low]
    assert flagged == [
        (
            row.bid,
            row.lot,
            Decimal(row.price) / 100,
            Decimal(pence(row.mean / 100)) / 100,
            Decimal(row.next) / 100,
            (row.bid, row.lot) in accepted,
        )
        for row in low_bids(case)
    ]
    stated = [f"pick[{name}]" for name in case.board.picks] + [f"exclusion[{row.id}]" for row in case.board.exclusions]
    assert [row.name for row in evaluation.by_hand] == stated
