"""What was proven, in plain words."""

from collections.abc import Iterator, Mapping

from models import Evaluation, Level, Lexicographic, MoneyValued, Ratio
from selector.report.blocks import Block, Bullets, Paragraph
from selector.report.facts import Facts, at, rows
from selector.report.paper import Section
from selector.report.shown import Unit
from selector.report.text import Figure, Piece, Quote, Source, Text

_POUNDS = ("money_valued", "cost", "liability", "charges", "penalty")
_WHY_ENDED = {
    "time": "the time limit came",
    "stopped": "it was stopped",
    "failure": "the solver gave no proof",
}
_BETTER: Mapping[str, str] = {
    "cost": "cheaper",
    "quality": "better in quality",
    "liability": "lower in redundancy cost",
    "disruption": "less disruptive",
    "score": "better in score",
    "charges": "lower in charges",
    "penalty": "lower in penalties",
}


def certificate(facts: Facts) -> Section:
    """How sure it is that no better award exists, and that this one is what it says."""
    award = facts.award
    found: list[Block] = [Paragraph(tuple(proof_sentence(facts)), strong=True), Paragraph((sought(facts),))]
    levels = award.certificate.levels
    if len(levels) > 1:
        found.append(Bullets(tuple(_level(facts, place, level) for place, level in enumerate(levels))))
    found.append(Paragraph(_ties(award)))
    found.append(Paragraph(_checked(facts)))
    return Section("proof", ("How sure it is",), tuple(found))


def proof_sentence(facts: Facts) -> Iterator[Piece]:
    """The first level of the certificate in one sentence."""
    award = facts.award
    levels = award.certificate.levels
    if not levels or levels[0].bound is None:
        yield "How far it is from the best possible award is not known."
        return
    first = levels[0]
    if first.best == first.bound:
        yield "It is proven that no award that these rules allow is better"
        yield "." if len(levels) == 1 else " in what the board puts first."
        return
    yield "It is proven that no award that these rules allow is more than "
    yield _apart(facts, 0, first)
    yield f" {_better(facts, first.objective)}."
    if award.status == "feasible":
        why = _WHY_ENDED.get(award.certificate.limit or "")
        yield f" The search ended early: {why}." if why else " The search ended before more was proven."


def _apart(facts: Facts, place: int, level: Level) -> Figure:
    """How far the best that was found is from the bound: a difference, which the certificate states where it is in pounds."""
    unit = _unit(facts, level.objective)
    bound = level.best if level.bound is None else level.bound
    ends = (f"/certificate/levels/{place}/{end}" for end in ("best", "bound"))
    return Figure(abs(level.best - bound), unit, Source("award", next(ends), "apart", next(ends)))


def _better(facts: Facts, objective: str) -> str:
    if objective == "money_valued":
        stated = facts.case.objective
        assert isinstance(stated, MoneyValued)  # noqa: S101  that is what the level is of
        plain = stated.liability_weight == 0 and not stated.quality_value and not stated.disruption_value
        return "cheaper" if plain else "better, all counted in pounds as the board weighs them"
    return _BETTER.get(objective, "better at keeping the rules that come first")


def sought(facts: Facts) -> str:
    """What the board sought, in a sentence."""
    stated = facts.case.objective
    if isinstance(stated, Lexicographic):
        names = {"penalty": "penalties of rules"}
        order = ", then ".join(names.get(level.objective, level.objective) for level in stated.levels)
        return f"The board put its objectives in order: {order}."
    if isinstance(stated, Ratio):
        return "Bids were scored on price and quality, lot by lot, by the published formula."
    parts = ["cost"]
    if stated.liability_weight:
        parts.append("expected redundancy cost")
    if stated.disruption_value:
        parts.append("disruption")
    less = ", less what quality is worth" if stated.quality_value else ""
    return f"What was sought is the least {' plus '.join(parts)}{less}, each at the value in pounds that the board has set."


def _level(facts: Facts, place: int, level: Level) -> Text:
    unit = _unit(facts, level.objective)
    best = at("award", f"/certificate/levels/{place}/best", level.best, unit)
    name = level.objective.replace("_", "-").capitalize()
    if level.bound is None:
        return (f"{name}: ", best, "; nothing is proven of it.")
    if level.bound == level.best:
        return (f"{name}: ", best, ", and no award can do better.")
    return (f"{name}: ", best, ", within ", _apart(facts, place, level), " of the best possible.")


def _unit(facts: Facts, objective: str) -> Unit:
    if objective in _POUNDS:
        return "£"
    if objective.startswith("priority"):
        return "share"
    return facts.disruption_unit if objective == "disruption" else "points"


def _ties(award: Evaluation) -> Text:
    return (
        {
            "proven_none": "No other award is as good.",
            "found": "Other awards are as good. The published tie-break, which nobody can steer, chose this one.",
            "not_examined": "Whether another award is exactly as good was not examined.",
        }[award.certificate.ties],
    )


def _checked(facts: Facts) -> Text:
    award = facts.award
    kept = rows("award", "/rules", sum(rule.satisfied for rule in award.rules), "", satisfied="true")
    stated = rows("award", "/rules", len(award.rules), "rules")
    soft = "; what gives way is soft" if kept.value != stated.value else ""
    told: Text = ("Limits and rules were checked too: ", kept, " of ", stated, f" kept{soft}. ") if award.rules else ()
    return (
        "Every figure was worked out again from the case by a check that does not use the solver, and agrees. ",
        *told,
        "The search used ", Quote(award.certificate.solver), " and took ",
        at("award", "/certificate/seconds", award.certificate.seconds, "seconds"), ".",
    )  # fmt: skip
