"""What was proven, in plain words."""

from collections.abc import Iterator, Mapping

from models import Evaluation, Level, Lexicographic, MoneyValued, Ratio
from selector.report.blocks import Block, Bullets, Paragraph
from selector.report.facts import Facts, at, rows
from selector.report.paper import Section
from selector.report.text import Figure, Piece, Quote, Source, Text
from selector.report.units import unit_of_objective

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
    if first.value == first.bound:
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
    """How far the award is from the bound: a difference, which the certificate states where it is in pounds.

    It is of the award's own value, not of the best that was found: for later levels it may have given up some of that.
    """
    unit = unit_of_objective(facts.case, level.objective)
    bound = level.value if level.bound is None else level.bound
    ends = (f"/certificate/levels/{place}/{end}" for end in ("value", "bound"))
    return Figure(abs(level.value - bound), unit, Source("award", next(ends), "apart", next(ends)), up=True)


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
    unit = unit_of_objective(facts.case, level.objective)
    value = at("award", f"/certificate/levels/{place}/value", level.value, unit)
    name = level.objective.replace("_", "-").capitalize()
    # The bound of a later level is of the awards that hold the earlier ones.
    scope = " among awards that hold what comes before" if place else ""
    if level.bound is None:
        return (f"{name}: ", value, "; nothing is proven of it.")
    if level.bound == level.value:
        return (f"{name}: ", value, f", and none better is possible{scope}.")
    given = ", part of which was given up for what comes later" if level.best != level.value else ""
    return (f"{name}: ", value, ", within ", _apart(facts, place, level), f" of the best possible{scope}{given}.")


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
