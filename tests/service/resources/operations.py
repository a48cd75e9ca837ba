"""The operations of the description."""

import re

from tests.service.resources.house import House

NOTHING = {
    "case_id": "0" * 64,
    "scenario_id": "nobody",
    "run_id": "0" * 32,
    "decision_id": "0" * 32,
    "example": "nobody",
}
"""Ids of nothing, each as long as its like: so answers are as long too."""
OPEN_TO_ALL = {"/livez", "/readyz", "/openapi.json"}
OWN_RULE = {"/metrics"}
"""This machine needs no key for it."""


def operations(service: House) -> list[tuple[str, str]]:
    """Each method and path of the description."""
    paths = service.app.openapi()["paths"]
    return [(method.upper(), path) for path, methods in paths.items() for method in methods]


NEEDED = {"/v1/runs/{run_id}/release.json": "?ocid=ocds-213czf-1"}
"""What a query has to state."""


def filled(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], path) + NEEDED.get(path, "")
