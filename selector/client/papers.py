"""What a service gives of a finished run to take away, and what is decided on it."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Literal

from models import Case, read_case
from models.statements import CaseStatements
from selector.client.sent import JSON, CaseSource, sent
from selector.client.told import CaseTold, DecisionTold, ExampleTold
from selector.client.wire import Wire, path_of

PaperForm = Literal["html", "pdf", "xlsx", "json"]


class Papers:
    """Papers, releases, letters, decisions, examples and the words of a case."""

    _wire: Wire

    def paper(
        self,
        run_id: str,
        form: PaperForm = "pdf",
        *,
        answer: Collection[str] = (),
        since: str | None = None,
        publish: bool = False,
    ) -> bytes:
        """The board paper of a finished run.

        Parameters
        ----------
        run_id
            Of the kind ``evaluate``.
        form
            What it is written as.
        answer
            Ids of finished runs about its award, each of which has its section.
        since
            Id of an earlier run to tell the differences from.
        publish
            Whether to give the paper that may be published instead.
        """
        query: Mapping[str, Any] = {"answer": list(answer) or None, "since": since, "publish": publish or None}
        return bytes(self._wire.ask("GET", path_of("runs", run_id, f"paper.{form}"), query=query).content)

    def release(self, run_id: str, ocid: str, date: str | None = None) -> dict[str, Any]:
        """The award of a finished run as an OCDS release package, of the date when it ended if none is stated."""
        answer = self._wire.ask("GET", path_of("runs", run_id, "release.json"), query={"ocid": ocid, "date": date})
        found: dict[str, Any] = json.loads(answer.content)
        return found

    def letters_archive(self, run_id: str) -> bytes:
        """The letters of a finished run of the kind ``letters`` or ``analyse``, as a zip archive."""
        return bytes(self._wire.ask("GET", path_of("runs", run_id, "letters.zip")).content)

    def decide(self, run_id: str, *, by: str, because: str) -> DecisionTold:
        """Put a decision on the award of a finished run on record: who decided, and why."""
        content = json.dumps({"by": by, "because": because}).encode()
        answer = self._wire.ask(
            "POST", path_of("runs", run_id, "decisions"), content=content, headers={"Content-Type": JSON}
        )
        return DecisionTold.model_validate_json(answer.content)

    def decisions(self, run_id: str) -> list[DecisionTold]:
        """The decisions on the award of a run, the first first."""
        answer = self._wire.ask("GET", path_of("runs", run_id, "decisions"))
        return [DecisionTold.model_validate(each) for each in json.loads(answer.content)["items"]]

    def record(self, run_id: str, decision_id: str) -> bytes:
        """The sealed record of a decision, which ``selector verify`` checks."""
        return bytes(self._wire.ask("GET", path_of("runs", run_id, "decisions", decision_id)).content)

    def annotate(self, workbook: Path) -> bytes:
        """A copy of a workbook in which its faults are marked and listed."""
        content, headers = sent(workbook)
        return bytes(self._wire.ask("POST", path_of("annotate"), content=content, headers=headers).content)

    def statements(self, case: CaseSource | str) -> CaseStatements:
        """What a case states, in words: one that is kept, by its id, or one that is sent."""
        if isinstance(case, str):
            answer = self._wire.ask("GET", path_of("cases", case, "statements"))
        else:
            content, headers = sent(case)
            answer = self._wire.ask("POST", path_of("statements"), content=content, headers=headers)
        return CaseStatements.model_validate_json(answer.content)

    def examples(self) -> list[ExampleTold]:
        """The cases that come with the service, the smallest first."""
        answer = self._wire.ask("GET", path_of("examples"))
        return [ExampleTold.model_validate(each) for each in json.loads(answer.content)["items"]]

    def example(self, name: str) -> Case:
        """An example."""
        return read_case(self._wire.ask("GET", path_of("examples", name)).content)

    def add_example(self, name: str) -> CaseTold:
        """Have an example kept as a case, unless it is."""
        return CaseTold.model_validate_json(self._wire.ask("POST", path_of("examples", name)).content)
