"""Responses to requirements that are scores."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from selector.files.ocds.origin import Path
from selector.files.ocds.view import View

_TOLD = (
    "bid is scored by its responses to requirements that have the ids of criteria",
    "bids are scored by their responses to requirements that have the ids of criteria",
)


def with_responses(
    bid: View, stated: Mapping[str, Any], criteria: frozenset[str]
) -> tuple[dict[str, Any], dict[str, Path]]:
    """What the extension says of a bid, with the scores that its responses to requirements give beside its own.

    And where each of these stands.
    """
    given = stated.get("scores", {})
    found: dict[str, Decimal] = {}
    paths: dict[str, Path] = {}
    for response in bid.views("requirementResponses"):
        name = response.view("requirement").id()
        value = response.value.get("value")
        if name is None or name not in criteria or isinstance(value, bool | str):
            continue
        score = response.number("value")
        if score is not None and isinstance(given, dict) and name not in given:
            found[name] = score
            paths[name] = response.at("value")
    if not found:
        return dict(stated), {}
    bid.log.tally(_TOLD, bid.id() or "")
    return {**stated, "scores": {**given, **found}}, paths
