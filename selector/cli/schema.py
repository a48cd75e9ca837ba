"""``selector schema``: what a case may hold, for programs."""

import json

from models import Case
from selector.cli.console import emit


def command() -> None:
    """Print the JSON Schema of a case."""
    emit(json.dumps(Case.model_json_schema(), indent=2) + "\n")
