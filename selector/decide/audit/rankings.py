"""Pairs of bids for a lot whose order hangs on a third: each bid of each lot is withdrawn in its turn."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from models.audit import LotRankings, LotReversal
from selector.decide.audit.contests import Contest

_EXAMPLES = 10
_THOUSANDTHS = 3


def rankings(contests: Sequence[Contest], ids: Sequence[str], *, stated: bool, stop: Callable[[], bool]) -> LotRankings:
    """What withdrawing any one bid does to the order of the others, lot by lot, until it is told to stop.

    Scores are those that are awarded by, rounded to 0.001 point: a pair whose order they change has changed it before
    they were rounded as well.

    Parameters
    ----------
    ids
        Of all bids of the case.
    """
    pairs = reversible = lots_reversible = lots_first = looked_at = 0
    telling: list[LotReversal] = []
    for contest in contests:
        if stop():
            break
        looked_at += 1
        pairs += _ordered(contest)
        found = list(reversals(contest, ids))
        reversible += len({(each.ahead, each.behind) for each in found})
        lots_reversible += bool(found)
        lots_first += any(each.first_place for each in found)
        telling = sorted([*telling, *found], key=_telling)[:_EXAMPLES]
    return LotRankings(
        formula=contests[0].objective.formula,
        stated=stated,
        lots=looked_at,
        complete=looked_at == len(contests),
        pairs=pairs,
        reversible=reversible,
        lots_reversible=lots_reversible,
        lots_first=lots_first,
        examples=tuple(telling),
    )


def _ordered(contest: Contest) -> int:
    """Pairs of bids of which one is ahead."""
    scores = list(contest.scores().values())
    return sum(one != other for at, one in enumerate(scores) for other in scores[:at])


def _telling(reversal: LotReversal) -> tuple[bool, Decimal]:
    before = reversal.ahead_with - reversal.behind_with
    after = reversal.behind_without - reversal.ahead_without
    return not reversal.first_place, -min(before, after)


def reversals(contest: Contest, ids: Sequence[str]) -> Iterator[LotReversal]:
    """Every pair that changes its order once a third bid is withdrawn, with that bid."""
    if len(contest.bids) < 3:
        return
    scores = contest.scores()
    best = max(scores.values())
    for third in contest.bids:
        now = contest.scores({third})
        if all(now[bid] == scores[bid] for bid in now):
            continue
        best_now = max(now.values())
        for ahead in now:
            for behind in now:
                if scores[ahead] > scores[behind] and now[ahead] < now[behind]:
                    yield LotReversal(
                        lot=contest.lot.id,
                        ahead=ids[ahead],
                        behind=ids[behind],
                        withdrawn=ids[third],
                        first_place=scores[ahead] == best and now[behind] == best_now,
                        ahead_with=_points(scores[ahead]),
                        behind_with=_points(scores[behind]),
                        ahead_without=_points(now[ahead]),
                        behind_without=_points(now[behind]),
                    )


def _points(thousandths: int) -> Decimal:
    return Decimal(thousandths).scaleb(-_THOUSANDTHS)
