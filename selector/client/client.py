"""The client."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

from pydantic import BaseModel

from models import Case, Evaluation, Scenario, read_award, read_case
from selector.client.papers import Papers
from selector.client.problem import RunCancelled, ServiceProblem
from selector.client.questions import Questions, read_answer
from selector.client.sent import JSON, CaseSource, sent
from selector.client.told import CaseTold, Event, RunTold, ScenarioTold
from selector.client.wire import Wire, path_of

_T = TypeVar("_T", bound=BaseModel)
_PATCH = "application/merge-patch+json"
_LONGEST_LOOK = 2.0


class Client(Questions, Papers):
    """Talks to a service. Use it in a ``with``, or close it.

    Parameters
    ----------
    url
        Where the service is.
    key
        The API key or the token; none where the service asks nobody for one.
    timeout
        Seconds to wait for each part of an answer.
    """

    def __init__(self, url: str = "http://127.0.0.1:8000", key: str | None = None, timeout: float = 120.0) -> None:
        self._wire = Wire(url, key, timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the connections."""
        self._wire.close()

    def evaluate(self, case: CaseSource, **asked: Any) -> Evaluation:
        """The evaluation of a case; ``asked`` are the scenario, the time limit and the gap.

        Where the service makes a run of it, that is waited for.
        """
        return read_award(self.ask("evaluate", case, **asked))

    def ask(self, kind: str, case: CaseSource, **asked: Any) -> bytes:
        """The answer to a question of a kind, as JSON; where the service makes a run of it, once that is finished."""
        content, headers = sent(case)
        path = path_of(kind.replace("_", "-"))
        answer = self._wire.ask("POST", path, content=content, headers=headers, query=asked)
        if answer.status_code == 202:
            return self.result(self.wait(RunTold.model_validate_json(answer.content).id).id)
        return bytes(answer.content)

    def add_case(self, case: CaseSource) -> CaseTold:
        """Have a case kept, unless it is."""
        content, headers = sent(case)
        return CaseTold.model_validate_json(
            self._wire.ask("POST", "/v1/cases", content=content, headers=headers).content
        )

    def case(self, case_id: str) -> Case:
        """A case that is kept."""
        return read_case(self._wire.ask("GET", path_of("cases", case_id)).content)

    def cases(self) -> Iterator[CaseTold]:
        """All cases that are kept, the newest first."""
        return self._all(path_of("cases"), CaseTold)

    def delete_case(self, case_id: str) -> None:
        """Have a case no longer kept."""
        self._wire.ask("DELETE", path_of("cases", case_id))

    def add_scenario(
        self, case_id: str, scenario: Scenario | str, patch: Mapping[str, Any] | None = None
    ) -> ScenarioTold:
        """Have a scenario kept beside a case: one that is whole, or an id and a JSON Merge Patch."""
        if isinstance(scenario, Scenario):
            name, media_type, content = scenario.id, JSON, scenario.model_dump_json(exclude_defaults=True).encode()
        else:
            name, media_type, content = scenario, _PATCH, json.dumps(patch or {}).encode()
        path = path_of("cases", case_id, "scenarios", name)
        answer = self._wire.ask("PUT", path, content=content, headers={"Content-Type": media_type})
        return ScenarioTold.model_validate_json(answer.content)

    def scenario(self, case_id: str, scenario_id: str) -> ScenarioTold:
        """A scenario that is kept beside a case."""
        answer = self._wire.ask("GET", path_of("cases", case_id, "scenarios", scenario_id))
        return ScenarioTold.model_validate_json(answer.content)

    def scenarios(self, case_id: str) -> Iterator[ScenarioTold]:
        """All scenarios that are kept beside a case, by their ids."""
        return self._all(path_of("cases", case_id, "scenarios"), ScenarioTold)

    def delete_scenario(self, case_id: str, scenario_id: str) -> None:
        """Have a scenario no longer kept."""
        self._wire.ask("DELETE", path_of("cases", case_id, "scenarios", scenario_id))

    def start(
        self,
        kind: str,
        case_id: str,
        *,
        key: str | None = None,
        webhook: Mapping[str, str] | None = None,
        **asked: Any,
    ) -> RunTold:
        """Have a run accepted.

        Parameters
        ----------
        kind
            What is asked.
        case_id
            Of which case.
        key
            A name for this request: with the same, the same run comes back, however often it is sent.
        webhook
            The ``url`` and the ``secret`` of who is to be told of its end.
        asked
            What its kind asks, such as ``scenario`` and ``time_limit``; ``award`` is the id of a run that an award came of.
        """
        stated = {"kind": kind, "case": case_id, **asked} | ({} if webhook is None else {"webhook": dict(webhook)})
        headers = {"Content-Type": JSON} | ({} if key is None else {"Idempotency-Key": key})
        answer = self._wire.ask("POST", path_of("runs"), content=json.dumps(stated).encode(), headers=headers)
        return RunTold.model_validate_json(answer.content)

    def run(self, run_id: str) -> RunTold:
        """How a run is."""
        return RunTold.model_validate_json(self._wire.ask("GET", path_of("runs", run_id)).content)

    def runs(
        self, *, status: str | None = None, kind: str | None = None, case_id: str | None = None
    ) -> Iterator[RunTold]:
        """All runs, or those of a status, a kind or a case; the newest first."""
        return self._all(path_of("runs"), RunTold, status=status, kind=kind, case=case_id)

    def result(self, run_id: str) -> bytes:
        """The result of a finished run, as JSON."""
        return bytes(self._wire.ask("GET", path_of("runs", run_id, "result")).content)

    def answer(self, run: RunTold) -> BaseModel | None:
        """The result of a finished run, as what its kind gives."""
        return read_answer(run.kind, self.result(run.id))

    def cancel(self, run_id: str) -> None:
        """Cancel a run that has not ended; to do so again is no fault."""
        self._wire.ask("DELETE", path_of("runs", run_id))

    def events(self, run_id: str, after: str | None = None) -> Iterator[Event]:
        """What becomes of a run, as it comes, until it has ended or the service ends.

        ``after`` is the id of the last event that was seen.
        """
        headers = {} if after is None else {"Last-Event-ID": after}
        with self._wire.stream(path_of("runs", run_id, "events"), headers) as source:
            for event in source or ():
                if event.data:
                    yield Event(id=event.id, name=event.event, run=RunTold.model_validate_json(event.data))

    def wait(
        self, run_id: str, timeout: float | None = None, on_look: Callable[[RunTold], None] = lambda _: None
    ) -> RunTold:
        """A run, once it is finished.

        Raises
        ------
        TimeoutError
            if it has not ended in so many seconds.
        ServiceProblem
            if it fails, with what was wrong.
        RunCancelled
            if it is cancelled.
        """
        last = None if timeout is None else time.monotonic() + timeout
        pause = 0.05
        while not (run := self.run(run_id)).ended:
            on_look(run)
            if last is not None and time.monotonic() > last:
                raise TimeoutError(f"run {run_id} has not ended in {timeout:g} seconds: it is {run.status}")
            time.sleep(pause)
            pause = min(1.5 * pause, _LONGEST_LOOK)
        if run.status == "cancelled":
            raise RunCancelled(f"run {run_id} was cancelled")
        if run.status == "failed":
            problem = run.problem or {}
            raise ServiceProblem(int(problem.get("status", 500)), problem)
        return run

    def _all(self, path: str, entry: type[_T], **query: str | None) -> Iterator[_T]:
        following: str | None = path
        stated: Mapping[str, Any] | None = query
        while following is not None:
            page = json.loads(self._wire.ask("GET", following, query=stated).content)
            yield from map(entry.model_validate, page["items"])
            following, stated = page["next"], None  # the link has all of it
