"""Ready for work: all that it takes is loaded, and was used once."""

import json
from collections.abc import Callable
from typing import Any


def warm(_tell: Callable[[Any], None]) -> None:
    """Load the engine, and solve the smallest case."""
    # In this process only, which loads by need.
    from api.children.read import read
    from models.read import case_of
    from models.reference import SMALLEST
    from selector.evaluation import evaluate

    read(json.dumps(SMALLEST).encode(), "json")
    evaluate(case_of(SMALLEST), isolated=False)
