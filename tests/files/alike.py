"""Whether a case came back as it was."""

import json

from models import Case


def assert_alike(again: Case, case: Case) -> None:
    """Equal, of the same fingerprint, and in the same order where order means something."""
    assert again == case
    assert again.canonical_json() == case.canonical_json()
    assert again.sha256 == case.sha256
    # Of names that move less the last that fits counts; of rows that a patch adds the first comes first.
    weights, again_weights = (each.options.model_dump(mode="json")["move_weights"] for each in (case, again))
    assert json.dumps(again_weights) == json.dumps(weights)
    assert [json.dumps(each.patch) for each in again.scenarios] == [json.dumps(each.patch) for each in case.scenarios]
