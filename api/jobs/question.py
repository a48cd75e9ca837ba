"""A question as the function of a kind of run gets it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from models import Case, Options, Scenario
from selector import ScenarioSign, Sign
from selector.scenarios import AS_STATED, under

A = TypeVar("A")


@dataclass(frozen=True)
class Question(Generic[A]):
    """A case, and what is asked of it."""

    case: Case
    asked: A
    options: Options
    kept: tuple[Scenario, ...]
    """The scenarios asked for that are kept beside the case."""
    isolated: bool
    """Whether searches have processes of their own, which hold the time limit whatever the solver does."""
    tell: Callable[[Sign | ScenarioSign], None]
    stop: Callable[[], bool]

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
