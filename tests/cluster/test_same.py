"""Whoever searches, the same comes out, but for seconds."""

import json
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest

from benchmarks.suites.uncoupled import uncoupled
from models import Case, Evaluation
from selector import (
    Cluster,
    Options,
    audit,
    choice,
    compare,
    evaluate,
    explain,
    pareto,
    prices,
    read_case_file,
    resilience,
    robust,
    stability,
    synthetic,
    verify,
    without,
)

pytestmark = pytest.mark.xdist_group("cluster")

Ask = Callable[[Case, Executor | None], Any]
_OF_A_RUN = ("seconds", "searches")
ASKED: dict[str, Ask] = {
    "audit": lambda case, executor: audit(case, executor=executor),
    "choice": lambda case, executor: choice(case, executor=executor),
    "compare": lambda case, executor: compare(case, executor=executor),
    "explain": lambda case, executor: explain(case, executor=executor),
    "pareto": lambda case, executor: pareto(case, executor=executor),
    "prices": lambda case, executor: prices(case, executor=executor),
    "resilience": lambda case, executor: resilience(case, executor=executor),
    "robust": lambda case, executor: robust(case, executor=executor),
    "stability": lambda case, executor: stability(case, samples=20, executor=executor),
    "without": lambda case, executor: without(case, [case.bids[0].id, case.bids[1].id], executor=executor),
}


def timeless(answer: Any) -> Any:
    """What an answer says, without how long it took, and how many searches: of a front, that hangs on which came first."""
    return _timeless(json.loads(answer.to_json()))


def _timeless(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _timeless(each) for name, each in part.items() if name not in _OF_A_RUN}
    return [_timeless(each) for each in part] if isinstance(part, list) else part


@pytest.fixture(scope="module")
def two_boards() -> Case:
    return read_case_file(Path(__file__).parents[2] / "examples" / "two-boards.json")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name == "explain" else pytest.mark.deep) for name in sorted(ASKED)]
)
def test_a_question_is_answered_alike(name: str, two_boards: Case, cluster: Cluster) -> None:
    here, there = (ASKED[name](two_boards, executor) for executor in (None, cluster))
    assert timeless(there) == timeless(here)


@pytest.mark.deep
@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_question_about_a_board_is_answered_alike(name: str, cluster: Cluster) -> None:
    case = synthetic(6, 4, 5, 3)
    here, there = (ASKED[name](case, executor) for executor in (None, cluster))
    assert timeless(there) == timeless(here)


@pytest.mark.parametrize("coupled", [False, True])
def test_an_award_in_parts_is_the_same(coupled: bool, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    case = synthetic(20, 6, 8, 1) if coupled else uncoupled(synthetic(20, 6, 8, 1))
    sent: list[str] = []
    submit = cluster.submit

    def noted(work: Callable[..., Any], *arguments: Any) -> Any:
        sent.append(work.__name__)
        return submit(work, *arguments)

    monkeypatch.setattr(cluster, "submit", noted)
    options = Options(method="parts", gap=0.0005)
    here = evaluate(case, options)
    there = evaluate(case, options, executor=cluster)
    assert set(sent) == {"priced" if coupled else "stepped"}
    assert timeless(there) == timeless(here)
    assert there.status == "optimal"
    assert verify(case, there).valid


@pytest.mark.deep
def test_a_search_in_parts_that_is_ended_has_what_it_found(cluster: Cluster) -> None:
    case = uncoupled(synthetic(60, 8, 20, 2))
    found: Evaluation = evaluate(case, Options(method="parts", gap=0.0, time_limit=6.0), executor=cluster)
    assert found.status in ("optimal", "feasible", "unknown")
    assert found.certificate.seconds < 12
    if found.awards:
        assert verify(case, found).valid
