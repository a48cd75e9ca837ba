"""Why a buyer can not buy alone, in a sentence."""

from collections.abc import Callable, Sequence

from models import Case, Options
from selector.appraise import appraise
from selector.decide.choice.alone import Best, Finder
from selector.decide.choice.restricted import restricted
from selector.decide.conflict import Ask, conflict
from selector.decide.early import early

_SECONDS = 5.0
"""Within which the rules that can not be kept are looked for, if there is no less time left."""
_MOST = 3


def none_alone(
    finder: Finder, buyer: str, best: Best, seconds: float | None, stop: Callable[[], bool] = lambda: False
) -> str:
    """Why no award of its own keeps every rule: lots without a bid, or the first rules that cannot hold together."""
    case = finder.case
    if best.without_bid:
        return f"no bid that is for nobody else can be accepted for {_named(case, best.without_bid)}"
    alone = restricted(case, (buyer,), finder.tendering)
    left = _SECONDS if seconds is None else min(max(seconds, 0.0), _SECONDS)
    ask = Ask(alone, Options(), left, clashes=1, repairs=0, known=early(alone, appraise(alone)))
    found = conflict(ask, stop=stop, isolated=False)
    sentences = [rule.sentence.removesuffix(".") for rule in found.rules] or list(found.explanation)
    return f"these rules leave no award of its own: {_first(sentences, '; ')}".removesuffix(".")


def _named(case: Case, lots: Sequence[str]) -> str:
    services = {service.id: service.name for service in case.services}
    rows = {lot.id: services[lot.service] for lot in case.tendered}
    return _first([rows[lot] for lot in lots], ", ")


def _first(parts: Sequence[str], between: str) -> str:
    more = [f"and {len(parts) - _MOST:,} more"] if len(parts) > _MOST else []
    return between.join([*parts[:_MOST], *more])
