"""Whatever the description allows, and much that it does not, is asked of a real service: it does as it says."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.cases import edited
from tests.service.resources.house import House, house

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "use_after_free",
    "ensure_resource_availability",
    "ignored_auth",
    "object_level_authorization",
)
"""All there are but one: most cases that fit the schema do not fit together, and are rightly refused."""
SECONDS = {"examples": 20, "coverage": 20, "fuzzing": 20, "stateful": 20}
"""Its phases, and how long each may take."""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    limits: dict[str, Any] = {
        "body_limit": 2**20,
        "small_seconds": 2.0,
        "small_bids": 150,
        "time_limit": 3,
        "guesses": 0,
    }
    with house(tmp_path_factory.mktemp("service"), **limits) as service:
        yield service


def _there(service: House) -> str:
    """The ids of some things that there are, for it to ask for by and by."""
    with service.client("somebody") as client:
        case = client.add_case(edited(name="one with a run"))
        client.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 130000}}})
        run = client.wait(client.start("evaluate", case.id).id)
        decision = client.decide(run.id, by="A chair", because="A reason.")
    ids = {"path.case_id": case.id, "path.scenario_id": "dearer", "path.run_id": run.id}
    ids |= {"path.decision_id": decision.id, "path.example": "two-boards"}
    ids |= {"body.case": case.id, "body.award": run.id, "body.scenario": "dearer"}
    names = {place: place.replace(".", "-") for place in ids}
    bound = [f'"{place}" = {{ dictionary = "{name}", probability = 0.7 }}' for place, name in names.items()]
    held = [f'[dictionaries.{name}]\nvalues = ["{ids[place]}"]' for place, name in names.items()]
    return "\n".join(["[parameters]", *bound, *held, ""])


@pytest.mark.parametrize(
    ("phase", "times"),
    [*((phase, 1) for phase in SECONDS), *(pytest.param(phase, 12, marks=pytest.mark.deep) for phase in SECONDS)],
)
def test_it_does_as_it_says(service: House, tmp_path: Path, phase: str, times: int) -> None:
    (tmp_path / "schemathesis.toml").write_text(_there(service))
    stated = {
        "--header": f"Authorization: Bearer {service.key('somebody')}",
        "--checks": ",".join(CHECKS),
        "--phases": phase,
        "--seed": str(times),
        "--max-time": str(SECONDS[phase] * times),
        "--generation-database": "none",
    }
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{service.url}/openapi.json", "--no-color"]
    words = [word for option in stated.items() for word in option]
    run = subprocess.run([*command, *words], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=600)
    assert run.returncode == 0, run.stdout[-10_000:] + run.stderr[-2_000:]
    operations = sum(len(methods) for methods in service.app.openapi()["paths"].values())
    assert f"Selected: {operations}/{operations}" in run.stdout
    # It has asked in earnest.
    assert re.search(rf"✅ +{phase.capitalize()}", run.stdout), run.stdout
    found = re.search(r"(\d+) generated", run.stdout)
    assert found
    assert int(found[1]) >= 10
