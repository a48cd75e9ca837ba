"""The answer to which awards are on the front."""

from collections.abc import Callable, Mapping

from models import BestAward, ObjectiveName
from models.front import Front, FrontObjective, FrontPoint
from selector.decide.asked import Asked, bids_of
from selector.decide.pareto.by_parts import by_parts
from selector.decide.pareto.figures import UNITS, Figure
from selector.decide.pareto.laid import Laid, Values
from selector.decide.pareto.large import large
from selector.decide.pareto.standing import Check, Standing
from selector.decide.provenance import provenance
from selector.decide.without.measure import is_priority
from selector.fronts import Nondominated, SoFar
from selector.fronts.search import Search
from selector.search import Sign


def front(begun: Asked, names: tuple[ObjectiveName, ...], epsilon: float, on_front: Callable[[Front], None]) -> Front:
    """The front of a question that has begun."""
    best = begun.best
    if not best.awards or best.certificate is None:
        empty = Nondominated((), complete=best.status == "infeasible")
        return Told(begun, names, (), epsilon).front(empty, {})
    priorities = tuple(level for level in best.certificate.levels if is_priority(level.objective))
    laid = Laid(begun.appraisal, names, priorities, Check(begun.case, begun.appraisal, best))
    told = Told(begun, names, laid.figures, epsilon)

    def progress(so_far: SoFar) -> None:
        found = f"{len(so_far.known.points)} points, {so_far.known.regions} regions open"
        name = f"{so_far.part}: {so_far.known.regions} regions open" if so_far.part else found
        begun.on_progress(Sign(name, so_far.known.seconds, None, None, so_far.known.gap))
        on_front(told.front(so_far.known, laid.awards))

    known = {laid.known(best): laid.columns(best)}
    if begun.is_large:
        return told.front(*large(begun, laid, epsilon, known, progress))
    found = by_parts(begun, laid, epsilon, known, progress)
    if found is not None:
        return told.front(found, laid.awards)
    search = Search(laid.program, begun.many, epsilon, judge=laid.checked, known=known, on_progress=progress)
    return told.front(search.run(), laid.awards)


class Told:
    """What was found, put into figures of the case."""

    def __init__(
        self, begun: Asked, names: tuple[ObjectiveName, ...], figures: tuple[Figure, ...], epsilon: float
    ) -> None:
        self._begun, self._names, self._figures, self._epsilon = begun, names, figures, epsilon

    def front(self, found: Nondominated, awards: Mapping[Values, Standing]) -> Front:
        """A front as its model has it."""
        begun = self._begun
        points = tuple(self._point(each.values, awards[each.values]) for each in found.points if each.values in awards)
        return Front(
            name=begun.case.name,
            best=BestAward.of(begun.best),
            objectives=tuple(self._objective(at, name, found) for at, name in enumerate(self._names)),
            points=points,
            complete=found.complete,
            epsilon=self._epsilon,
            gap=found.gap,
            on_front=self._on_front(found, points),
            regions=found.regions,
            searches=found.searches,
            seconds=begun.seconds,
            provenance=provenance(begun.case, begun.options),
        )

    def _point(self, values: Values, award: Standing) -> FrontPoint:
        return FrontPoint(
            values=tuple(figure.read(value) for figure, value in zip(self._figures, values, strict=True)),
            totals=award.totals,
            bids=award.bids,
            best=set(award.bids) == set(bids_of(self._begun.best)),
        )

    def _objective(self, at: int, name: ObjectiveName, found: Nondominated) -> FrontObjective:
        unit, step = UNITS[name]
        if name == "disruption":
            unit = "WTE" if self._begun.case.objective.disruption == "staff" else "lots"
        values = [each.values[at] for each in found.points]
        read = self._figures[at].read if values else None
        return FrontObjective(
            name=name,
            unit=unit,
            step=step,
            more_is_better=name == "quality",
            best=None if read is None else read(min(values)),
            worst=None if read is None else read(max(values)),
            bound=None if read is None or not found.low else read(found.low[at]),
        )

    def _on_front(self, found: Nondominated, points: tuple[FrontPoint, ...]) -> bool | None:
        if not points or not self._begun.best.awards:
            return None
        if not any(each.best for each in points):
            return False  # another point is at least as good in everything
        return True if found.complete and not found.epsilon else None
