"""A question as the function of a kind of run gets it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from models import Case, Evaluation, Options, Scenario
from selector.scenarios import AS_STATED, under

if TYPE_CHECKING:
    from selector import ScenarioSign, Sign  # whoever only reads what is asked needs no search

A = TypeVar("A")


@dataclass(frozen=True)
class Question(Generic[A]):
    """A case, and what is asked of it."""

    case: Case
    """Where an award is asked about: under the scenario that it is of."""
    asked: A
    options: Options
    kept: tuple[Scenario, ...]
    """The scenarios asked for that are kept beside the case."""
    isolated: bool
    """Whether searches have processes of their own, which hold the time limit whatever the solver does."""
    tell: "Callable[[Sign | ScenarioSign], None]"
    stop: Callable[[], bool]
    award: Evaluation | None = None
    """The award that is asked about, where it is known already."""

    @property
    def search(self) -> dict[str, Any]:
        """How a question about an award is to be answered."""
        return {"award": self.award, "on_progress": self.tell, "stop": self.stop, "isolated": self.isolated}

    @property
    def searches(self) -> dict[str, Any]:
        """The same of a question that could do many searches at once: here they take turns."""
        return {**self.search, "workers": 1}

    def under(self, scenario: str) -> Case:
        """The case under a scenario."""
        found = next((each for each in self.kept if each.id == scenario), None)
        return self.case if scenario == AS_STATED else under(self.case, found or scenario)

    @property
    def with_kept(self) -> Case:
        """The case as if those scenarios were its own."""
        return (
            self.case.model_copy(update={"scenarios": (*self.case.scenarios, *self.kept)}) if self.kept else self.case
        )


def of_award(case: Case, award: Evaluation | None, kept: Sequence[Scenario]) -> Case:
    """The case under the scenario that an award is of, be it one that is kept beside the case.

    Raises
    ------
    UnknownName
        if there is no such scenario any more.
    """
    scenario = None if award is None else award.provenance.scenario
    if scenario is None:
        return case
    return under(case, next((each for each in kept if each.id == scenario), scenario))


def until(seconds: float, stop: Callable[[], bool] = lambda: False) -> Callable[[], bool]:
    """Whether to stop: so many seconds from now on, or sooner."""
    last = time.monotonic() + seconds
    return lambda: stop() or time.monotonic() > last
