"""One scenario to be evaluated, or what keeps it from being so."""

from collections.abc import Mapping
from dataclasses import dataclass

from models import Case, CaseInvalid, Fault, Lexicographic, Options, Scenario
from selector.scenarios import AS_STATED, named, successors, under


@dataclass(frozen=True)
class Task:
    """A scenario of a case."""

    stated: Scenario
    case: Case | None
    """The case under it; None where it does not fit."""
    options: Options
    became: dict[str, str]
    """By the id of each bidder that merges under it: the id of what it becomes."""
    first: bool = False
    """Whether the others are held against it."""
    faults: tuple[Fault, ...] = ()

    @property
    def scenario(self) -> str:
        """Its id."""
        return self.stated.id

    @property
    def searches(self) -> int:
        """How many objectives are sought one after another: those with many take longest."""
        if self.case is None:
            return 0
        objective = self.case.objective
        levels = len(objective.levels) if isinstance(objective, Lexicographic) else 1
        return levels + len({rule.priority for rule in self.case.rules if rule.active and rule.priority is not None})


def prepared(case: Case, name: str, options: Options, baseline: str) -> Task:
    """The case under a scenario that it has, ready to be evaluated."""
    first = name == baseline
    if name == AS_STATED:
        return Task(Scenario(id=AS_STATED, name="As stated"), case, options, {}, first)
    stated = named(case, name)
    became = dict(successors(stated))
    # What a scenario says of a gap is part of it.
    said = stated.patch.get("options")
    own = options.model_copy(update={"gap": None}) if isinstance(said, Mapping) and "gap" in said else options
    try:
        return Task(stated, under(case, name), own, became, first)
    except CaseInvalid as error:
        return Task(stated, None, own, became, first, error.faults)
