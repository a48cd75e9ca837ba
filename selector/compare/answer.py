"""What came of scenarios, side by side."""

from collections.abc import Iterable, Mapping, Sequence

from models import Case, Compared, Evaluation, Fault, ScenarioFault
from selector.compare.bounded import adds_only, no_better
from selector.compare.cleared import cleared, own_state
from selector.compare.crew import Outcome
from selector.compare.difference import Found, handovers, objective_difference, totals_differences
from selector.compare.market import market
from selector.compare.sentence import outcome, refusal
from selector.compare.task import Task
from selector.scenarios import own_rule


def answers(tasks: Sequence[Task], outcomes: Mapping[str, Outcome], baseline: str) -> tuple[Compared, ...]:
    """What came of each scenario, held against the baseline."""
    stated = tasks[0].case
    own = {task.scenario: None if stated is None else own_rule(stated, task.scenario) for task in tasks}
    as_stated = outcomes[tasks[0].scenario]
    known = {task.scenario: _cleared(task, outcomes[task.scenario], own[task.scenario], as_stated) for task in tasks}
    base_task, base = next(task for task in tasks if task.scenario == baseline), known[baseline]
    held_against = base if isinstance(base, Evaluation) else None
    return tuple(_compared(task, known[task.scenario], base_task, held_against, own[task.scenario]) for task in tasks)


def _cleared(task: Task, outcome: Outcome, own: str | None, as_stated: Outcome) -> Outcome:
    if task.case is None or not isinstance(outcome, Evaluation):
        return outcome
    objective = task.case.objective
    found = cleared(outcome, objective, own_state(outcome, own))
    if adds_only(task.stated, own) and isinstance(as_stated, Evaluation):
        return no_better(found, as_stated, objective)
    return found


def _compared(task: Task, found: Outcome, base_task: Task, base: Evaluation | None, own: str | None) -> Compared:
    about = {"scenario": task.scenario, "name": task.stated.name, "because": task.stated.because}
    if isinstance(found, tuple):
        return Compared(**about, status="faulty", sentence=refusal(found), faults=tuple(_faults(found)))
    if found is None or task.case is None:
        return Compared(**about, status="unknown", sentence="It was not looked for: the end came before its turn.")
    state = own_state(found, own)
    short = None if state is None else int(state.value)
    compared = Compared(
        **about,
        status=found.status,
        sentence=outcome(found, short),
        certificate=found.certificate,
        totals=found.totals,
        market=market(task.case, found),
        case_sha256=task.case.sha256,
    )
    if found.totals is None:
        return compared
    incumbents = {lot.id: lot.incumbent for lot in task.case.tendered}
    held = {} if base is None or base_task.case is None else _held(task, found, base_task, base_task.case, base)
    return compared.model_copy(
        update={
            "providers": len(found.providers),
            "moves": sum(incumbents[row.lot] not in (None, row.bidder) for row in found.awards),
            "short": short,
            "broken": tuple(rule for rule in found.rules if rule.soft and rule.violation and rule is not state),
            **held,
        }
    )


def _held(task: Task, found: Evaluation, base_task: Task, base_case: Case, base: Evaluation) -> dict[str, object]:
    """What is told against the baseline."""
    if task.case is None or task.scenario == base_task.scenario:
        return {}
    now, before = Found(task.case, found), Found(base_case, base)
    return {
        "objective": objective_difference(now, before),
        "differences": tuple(totals_differences(now, before)),
        "handovers": tuple(handovers(now, before, base_task.became | task.became)),
    }


def _faults(faults: Iterable[Fault]) -> Iterable[ScenarioFault]:
    return (ScenarioFault(pointer=fault.pointer, message=fault.message) for fault in faults)
