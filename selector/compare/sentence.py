"""The outcome of a scenario in words."""

from collections.abc import Sequence

from models import Difference, Evaluation, Fault
from selector.verify.words import count

_WHY = {"time": "the time limit came", "stopped": "it was stopped", "failure": "the solver gave no proof"}


def outcome(evaluation: Evaluation, short: int | None) -> str:
    """What came of a scenario that fits its case."""
    certificate = evaluation.certificate
    why = _WHY.get(certificate.limit or "", "")
    if evaluation.status == "infeasible":
        reason = evaluation.conflict.explanation if evaluation.conflict is not None else ""
        return f"No award keeps every rule. {reason}".rstrip()
    if evaluation.status == "unknown":
        return f"No award was found: {why}."
    worst = max((level.gap for level in certificate.levels if level.gap is not None), default=None)
    near = "" if worst is None else " to the last figure" if worst == 0 else f" within {worst:.2%}"
    proof = f"Proven the best{near}." if evaluation.status == "optimal" else f"Not proven the best: {why}."
    if short is None:
        return proof
    return f"{proof} {count(short, 'lot') if short else 'No lot'} {'falls' if short <= 1 else 'fall'} short of it."


def refusal(faults: Sequence[Fault]) -> str:
    """Why a scenario does not fit its case: the first fault, and how many more there are."""
    more = f" ({len(faults) - 1:,} more)" if len(faults) > 1 else ""
    return f"The scenario does not fit the case: {faults[0]}{more}"


def interval(scenario: str, found: Difference, base: str) -> str:
    """Between which two figures the best possible award differs from that of the baseline."""
    what = found.objective.replace("_", "-")
    pounds = found.objective in ("money_valued", "cost", "liability")
    least, most = (
        None if end is None else f"{'-' if end < 0 else '+'}{'£' if pounds else ''}{abs(end):,.2f}"
        for end in (found.at_least, found.at_most)
    )
    if least is None or most is None:
        return f"{scenario}: how its best possible award compares with that of {base} is open."
    if least == most:
        return f"{scenario}: {what} {least} against {base}, proven of the best possible awards."
    return f"{scenario}: {what} between {least} and {most} against {base}, proven of the best possible awards."
