"""The certificate: its objective is the award's, and bound and gap are consistent with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models import Evaluation, MoneyValued
from selector.verify.exact import same_figure
from selector.verify.levels import Level
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number, pounds

_HALF_A_PENNY = Decimal("0.005")
# Values that are not money are rounded to six decimals, so two that are alike may seem to differ by one of the last.
_ROUNDING = Decimal("0.000001")
# A gap is a float: a penny of a billion pounds shows in it, its own rounding must not.
_FLOAT_ROUNDING = Decimal("1e-12")


@dataclass(frozen=True)
class _Goal:
    """One level of the board's objective, and its value in the award."""

    level: Level
    value: Decimal
    gap_base: Decimal | None
    """What its gap is a share of; None where it is the value itself."""

    @property
    def name(self) -> str:
        return self.level.name

    @property
    def step(self) -> Decimal:
        """To what its values are proven."""
        return Decimal("0.01") if self.level.in_pounds else Decimal("0.001")

    def shown(self, value: Decimal) -> str:
        """A value of it in words."""
        return pounds(value) if self.level.in_pounds else number(value)

    def same(self, stated: Decimal) -> bool:
        """Whether a stated value is that of the award."""
        return stated == self.value if self.level.in_pounds else same_figure(stated, self.value)

    def behind(self, value: Decimal, other: Decimal) -> Decimal:
        """By how much ``value`` is worse than ``other``; negative where it is better."""
        return other - value if self.level.upwards else value - other


def certificate(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """The certificate itself, its gap in pounds and each of its levels."""
    found, optimal = evaluation.certificate, evaluation.status == "optimal"
    goals = _goals(recomputed)
    # The priorities come before what the certificate itself is of.
    at, first = next((at, goal) for at, goal in enumerate(goals) if goal.level.priority is None)
    if found.objective is None:
        yield Finding("certificate.objective", f"The award is not valued; it is {first.shown(first.value)}.")
    else:
        yield from _value("certificate.objective", first, found.objective)
    # A later level may have given up what was found, down to nothing, of which no fraction can be told.
    reached = found.levels[at].best if at < len(found.levels) else None
    given_up = Decimal(0) if reached is None else max(first.behind(first.value, reached), Decimal(0))
    yield from _proof("certificate", first, first.value, found.bound, found.gap, optimal=optimal, given_up=given_up)
    if found.gap_pounds is not None:
        yield from _gap_pounds(first, found.bound, found.gap_pounds)

    names = [goal.name for goal in goals]
    listed = [level.objective for level in found.levels]
    # A limit may cut levels off; what is called optimal has them all.
    if listed != (names if optimal else names[: len(listed)]):
        yield Finding(
            "certificate.levels",
            f"The levels are stated as {', '.join(listed) or 'none'}; the board's are {', '.join(names)}.",
        )
        return
    for position, (level, goal) in enumerate(zip(found.levels, goals, strict=False)):
        place = f"certificate.levels[{position}]"
        yield from _value(f"{place}.value", goal, level.value)
        if goal.behind(goal.value, level.best) > goal.level.slack + _ROUNDING:
            yield Finding(
                f"{place}.best",
                f"The best {goal.name} is stated as {goal.shown(level.best)}; the award has {goal.shown(goal.value)},"
                f" and may fall behind by at most {goal.shown(goal.level.slack)}.",
            )
        yield from _proof(place, goal, level.best, level.bound, level.gap, optimal=optimal)


def _goals(recomputed: Recomputed) -> tuple[_Goal, ...]:
    objective = recomputed.award.tender.case.objective
    over_cost = isinstance(objective, MoneyValued) and bool(objective.quality_value)
    return tuple(
        _Goal(level, value, recomputed.totals.cost if over_cost and level.priority is None else None)
        for level, value in recomputed.levels
    )


def _value(rule: str, goal: _Goal, stated: Decimal) -> Iterator[Finding]:
    if not goal.same(stated):
        yield Finding(
            rule,
            f"The {goal.name} of the award is stated as {goal.shown(stated)};"
            f" recomputed from the case it is {goal.shown(goal.value)}.",
        )


def _proof(
    place: str,
    goal: _Goal,
    proven: Decimal,
    bound: Decimal | None,
    gap: float | None,
    *,
    optimal: bool,
    given_up: Decimal = Decimal(0),
) -> Iterator[Finding]:
    """Bound and gap of one objective, of which the value ``proven`` was found, and ``given_up`` may have been for others."""
    if bound is None:
        if gap is not None:
            yield Finding(f"{place}.gap", f"The gap is stated as {gap:g}, without a bound to prove it.")
        elif optimal:
            yield Finding(f"{place}.gap", f"The award is called optimal, and nothing was proven of its {goal.name}.")
        return
    for value, whose in ((goal.value, "the award's own"), (proven, "the best")):
        if goal.behind(value, bound) < -_ROUNDING:
            side = "less" if goal.level.upwards else "more"
            yield Finding(
                f"{place}.bound",
                f"The bound {goal.shown(bound)} is {side} than {whose} {goal.name} of {goal.shown(value)},"
                " so it bounds nothing.",
            )
            break
    base = abs(proven if goal.gap_base is None else goal.gap_base)
    missing = abs(proven - bound)
    if gap is None:
        # Of an objective of 0 no fraction can be taken; it is proven where the bound is within a step.
        if optimal and (base or missing > goal.step + given_up):
            yield Finding(f"{place}.gap", f"The award is called optimal, and no gap was proven of its {goal.name}.")
    elif not base:
        if gap or missing > goal.step:
            yield Finding(f"{place}.gap", f"The gap is stated as {gap:g}, as a share of nothing.")
    elif abs(Decimal(gap) - missing / base) > _FLOAT_ROUNDING * max(Decimal(1), missing / base):
        yield Finding(
            f"{place}.gap",
            f"The gap is stated as {gap:g}; between the value found and the bound it is {float(missing / base):g}.",
        )


def _gap_pounds(goal: _Goal, bound: Decimal | None, stated: Decimal) -> Iterator[Finding]:
    if not goal.level.in_pounds or bound is None:
        why = "there is no bound" if goal.level.in_pounds else f"{goal.name} is not counted in pounds"
        yield Finding("certificate.gap_pounds", f"The gap is stated as {pounds(stated)}, and {why}.")
    elif abs(stated - abs(goal.value - bound)) > _HALF_A_PENNY:
        missing = pounds(abs(goal.value - bound))
        yield Finding(
            "certificate.gap_pounds",
            f"The gap is stated as {pounds(stated)}; between the award and the bound it is {missing}.",
        )
