"""A certificate in words."""

from collections.abc import Iterator
from decimal import Decimal

from models import Evaluation, Level

_WHY_ENDED = {
    "time": "the time limit came",
    "stopped": "it was stopped",
    "failure": "the solver gave no proof",
}
_POINTS = ("quality", "score")
"""Objectives of which more is better."""
_TIES = {
    "proven_none": "No other award is as good.",
    "found": "Other awards are as good; the published tie-break chose this one.",
    "not_examined": "Whether another award is as good was not examined.",
}


def certificate_lines(evaluation: Evaluation) -> Iterator[str]:
    """What was proven, one sentence a line."""
    certificate = evaluation.certificate
    yield _headline(evaluation)
    if evaluation.awards:
        yield from map(level_line, certificate.levels)
        yield _TIES[certificate.ties]
        kept = sum(rule.satisfied for rule in evaluation.rules)
        soft = "" if kept == len(evaluation.rules) else "; what gives way is soft"
        yield f"Verified without the solver: every figure, and {kept} of {len(evaluation.rules)} rules kept{soft}."
    elif certificate.bound is not None:
        yield f"No award can be better than {certificate.bound:,}."
    solver = "No solver" if certificate.solver == "none" else certificate.solver
    yield f"{solver}, {certificate.method}, {certificate.seconds:.1f} s."


def _headline(evaluation: Evaluation) -> str:
    why = _WHY_ENDED.get(evaluation.certificate.limit or "", "")
    return {
        "optimal": "Optimal: proven within the gap asked for.",
        "feasible": f"Feasible, not proven best: {why} before the search was done.",
        "infeasible": "Infeasible: proven that no award keeps every rule of this case.",
        "unknown": f"Unknown: {why} before any award was found.",
    }[evaluation.status]


def level_line(level: Level) -> str:
    """What was proven of one objective, in a sentence."""
    name = level.objective.replace("_", "-").capitalize()
    if level.bound is None:
        return f"{name}: {_amount(level.objective, level.best)}; nothing is proven of it."
    if level.best == level.bound:
        text = f"{name}: {_amount(level.objective, level.best)}, and no award can do better."
    else:
        share = "" if level.gap is None else f" (gap {level.gap:.4%})"
        text = f"{name}: {_amount(level.objective, level.best)}, {_missing(level.objective, level.best, level.bound)}{share}."
    if level.value != level.best:
        text += f" {_later(level)}"
    return text


def _missing(objective: str, best: Decimal, bound: Decimal) -> str:
    if objective.startswith("priority"):
        return f"and no award can do better than {bound:,.4%}"
    return f"within {_amount(objective, abs(best - bound))} of the best possible"


def _later(level: Level) -> str:
    """What later objectives made of a level: less of it within its tolerance, or more where a gap had left some."""
    better = level.value > level.best if level.objective in _POINTS else level.value < level.best
    if better:
        return f"The award, found for later objectives, is better: {_amount(level.objective, level.value)}."
    given_up = _amount(level.objective, abs(level.value - level.best))
    return f"Within the board's tolerance the award gives up {given_up} of it for later objectives."


def _amount(objective: str, value: Decimal) -> str:
    if objective in ("money_valued", "cost", "liability", "charges", "penalty"):
        return f"{'-' if value < 0 else ''}£{abs(value):,.2f}"
    if objective.startswith("priority"):
        return f"rules broken by {value:,.4%} of their limits" if value else "every rule of it kept"
    return f"{value:,.3f} points" if objective in _POINTS else f"{value:,f}"
