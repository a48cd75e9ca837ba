"""What a case states, in words."""

import zlib
from collections.abc import Callable
from typing import Any

from api.children.read import Form, read
from models import Scenario, read_case
from selector.decide.case_statements import case_statements


def statements_of(content: bytes, beside: tuple[str, ...], _note: str, _tell: Callable[[Any], None]) -> bytes:
    """Those of a case that is kept, as JSON; ``beside`` are the scenarios kept beside it, as JSON."""
    kept = tuple(map(Scenario.model_validate_json, beside))
    return case_statements(read_case(zlib.decompress(content)), kept).to_json().encode()


def statements_in(content: bytes, form: Form, _note: str, _tell: Callable[[Any], None]) -> bytes:
    """Those of a case that was sent, as JSON."""
    case, _ = read(content, form)
    return case_statements(case).to_json().encode()
