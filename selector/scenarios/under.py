"""A case under a scenario: changed as the scenario says, and as sound as any case."""

from collections.abc import Iterator

from models import Case, CaseInvalid, Evaluation, Fault, Scenario, UnknownName
from models.faults import pointer, shown, suggestion
from models.read import case_of
from selector.scenarios.baselines import BASELINES, baseline
from selector.scenarios.faults import of_scenario
from selector.scenarios.mergers import merging
from selector.scenarios.patched import Path, patched

AS_STATED = "as-stated"
"""What the case itself is called beside its scenarios."""


def under(case: Case, scenario: str | Scenario) -> Case:
    """The case under a scenario.

    Parameters
    ----------
    case
        The case.
    scenario
        Id of one of its scenarios, name of a built-in baseline, or ``as-stated`` for the case itself; or a scenario
        that the case need not have.

    Returns
    -------
    Case
        with what the scenario changes, and without scenarios; as it is if the case itself was asked for.

    Raises
    ------
    UnknownName
        if there is no scenario of that id.
    CaseInvalid
        if the scenario does not fit the case, with every fault, each in its place within the scenario; or if a scenario
        of the case has an id that is kept for a baseline.
    """
    check_ids(case)
    if scenario == AS_STATED:
        return case
    found = named(case, scenario) if isinstance(scenario, str) else scenario
    above = _place(case, found)
    result = patched(case, found.patch)
    faults = [Fault(pointer((*above, "patch", *path)), message) for path, message in result.faults]
    if faults:
        raise CaseInvalid(faults)
    if found.mergers:
        # With the mergers alone in it the case says itself whether its bidders can merge.
        alone = found.model_copy(update={"patch": {}})
        result.document["scenarios"] = [alone.model_dump(mode="json", exclude_defaults=True)]
    try:
        changed = case_of(result.document)
    except CaseInvalid as error:
        raise CaseInvalid(tuple(of_scenario(above, found.patch, result, error.faults))) from None
    return merging(changed, found.mergers, (*above, "mergers"))


def named(case: Case, name: str) -> Scenario:
    """The scenario of the case, or the baseline, of that name.

    Raises
    ------
    UnknownName
        if there is none.
    """
    for scenario in case.scenarios:
        if scenario.id == name:
            return scenario
    if name in BASELINES:
        return baseline(case, name)
    own = [scenario.id for scenario in case.scenarios]
    there = f" (there is: {', '.join((AS_STATED, *own, *BASELINES))})"
    raise UnknownName(f"there is no scenario {shown(name)}{suggestion(name, (AS_STATED, *own, *BASELINES)) or there}")


def check_ids(case: Case) -> None:
    """Do nothing, unless a scenario of the case has the name of a baseline.

    Raises
    ------
    CaseInvalid
        if one has.
    """
    faults = tuple(_reserved(case))
    if faults:
        raise CaseInvalid(faults)


def stamped(evaluation: Evaluation, scenario: str) -> Evaluation:
    """An evaluation of a case under a scenario, which says so."""
    if scenario == AS_STATED:
        return evaluation
    return evaluation.model_copy(update={"provenance": evaluation.provenance.model_copy(update={"scenario": scenario})})


def _reserved(case: Case) -> Iterator[Fault]:
    for position, scenario in enumerate(case.scenarios):
        if scenario.id in BASELINES or scenario.id == AS_STATED:
            what = "the case itself" if scenario.id == AS_STATED else "a built-in scenario"
            yield Fault(
                pointer(("scenarios", position, "id")), f"{shown(scenario.id)} is the name of {what}: choose another"
            )


def _place(case: Case, scenario: Scenario) -> Path:
    """Where a scenario stands in the case; nowhere where it is none of its own."""
    for position, own in enumerate(case.scenarios):
        if own.id == scenario.id:
            return ("scenarios", position)
    return ()
