"""An award and what it rests on, as the database keeps them, read in a process that has the time."""

import zlib
from dataclasses import dataclass

from api.jobs.question import of_award
from models import Case, Evaluation, Scenario, SelectorError, UnknownName, read_award, read_case


class ScenarioGone(SelectorError):
    """The scenario that an award is of is no longer kept beside its case."""


@dataclass(frozen=True)
class KeptAward:
    """An award with its case."""

    award: bytes
    """As JSON."""
    case: bytes
    """Canonical JSON, by zlib."""
    beside: str | None
    """The scenario that the award is of, as JSON, where it is kept beside the case."""


@dataclass(frozen=True)
class AwardRead:
    """What a kept award holds."""

    award: Evaluation
    stated: Case
    """With the scenario that was kept beside it among its own: so the award can be checked with it alone."""
    in_force: Case
    """Under the scenario that the award is of."""


def read_kept(kept: KeptAward) -> AwardRead:
    """An award, with its case as stated and under the scenario that it is of.

    Raises
    ------
    ScenarioGone
        if that scenario is not kept any more.
    """
    award, stated = read_award(kept.award), read_case(zlib.decompress(kept.case))
    if kept.beside is not None:
        scenario = Scenario.model_validate_json(kept.beside)
        stated = stated.model_copy(update={"scenarios": (*stated.scenarios, scenario)})
    try:
        return AwardRead(award, stated, of_award(stated, award, ()))
    except UnknownName as error:
        raise ScenarioGone(str(error)) from None
