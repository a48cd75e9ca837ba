"""What ``/openapi.json`` says beyond what the routes themselves tell."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from pydantic.json_schema import models_json_schema

from api.http.decision_stated import DecisionStated
from api.http.openapi_parts import REFERENCE, UNAVAILABLE
from api.http.problem import Problem
from api.jobs.kinds import KINDS
from api.jobs.stated import STATED
from models import Case, Scenario
from models.base import Model
from models.statements import CaseStatements

LIVEZ: dict[str, Any] = {"summary": "Whether the process is alive", "operation_id": "livez"}
"""What is said of the route that tells of life."""

READYZ: dict[str, Any] = {
    "summary": "Whether the service takes work",
    "operation_id": "readyz",
    "responses": {503: UNAVAILABLE},
}
"""What is said of the route that tells of readiness."""


@cache
def schemas() -> dict[str, Any]:
    """JSON Schemas, by name, of all that goes in and comes out."""
    sent = _definitions("validation", [Case, Scenario, DecisionStated, *STATED.values()])
    told = _definitions("serialization", [Problem, CaseStatements, *(kind.result for kind in KINDS.values())])
    # What is sent as a number or as text is told as text: such models, and those that hold them, have a second name.
    others = {name for name in told if name in sent and told[name] != sent[name]}
    texts = {name: json.dumps(schema) for name, schema in told.items()}
    while more := {name for name in sent.keys() & told.keys() - others if any(_ref(o) in texts[name] for o in others)}:
        others |= more
    for name in others:
        texts = {each: text.replace(_ref(name), _ref(f"{name}Told")) for each, text in texts.items()}
    return sent | {f"{name}Told" if name in others else name: json.loads(text) for name, text in texts.items()}


def _ref(name: str) -> str:
    """A reference to a schema, as JSON."""
    return json.dumps(REFERENCE.format(model=name))


def _definitions(mode: Literal["validation", "serialization"], models: Iterable[type[Model]]) -> dict[str, Any]:
    _, document = models_json_schema([(model, mode) for model in models], ref_template=REFERENCE)
    found: dict[str, Any] = document["$defs"]
    return found
