"""A JSON object that a field takes as it stands, whatever it holds."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from models.faults import pointer, shown

# No case is nested nearly as deep; who reads or writes what is deeper runs out of stack.
_DEEPEST = 50
# As many as the text of a case may write out.
_MOST_DIGITS = 100

_Path = tuple[str | int, ...]


def _plain(value: Any, path: _Path = ()) -> Any:
    """The value with its fractions as text: so a case that is written and read again stays equal to itself."""
    if len(path) > _DEEPEST:
        raise PydanticCustomError("free_json", "is nested too deeply")
    match value:
        case None | bool():
            return value
        case str():
            return _text(value, path)
        case int() | float() | Decimal():
            return _number(value, path)
        case Mapping():
            return {_text(key, path): _plain(inner, (*path, key)) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner, (*path, at)) for at, inner in enumerate(value)]
    raise _error("what is not JSON", path)


def _text(value: Any, path: _Path) -> str:
    if not isinstance(value, str):
        raise _error("a key that is not text", path)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _error("characters that are not Unicode text", path) from None
    return value


def _number(value: float | Decimal, path: _Path) -> int | str:
    # A float by way of its digits: the binary fraction itself has dozens of them.
    exact = Decimal(repr(float(value))) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite() or abs(exact.adjusted()) > _MOST_DIGITS:
        raise _error("a number that is not within range", path)
    if exact == exact.to_integral_value():
        whole = int(exact)
        if len(str(whole)) > _MOST_DIGITS:
            raise _error("a number that is not within range", path)
        return whole
    return format(exact, "f").rstrip("0")


def _error(what: str, path: _Path) -> PydanticCustomError:
    if not path:
        return PydanticCustomError("free_json", "holds {what}", {"what": what})
    return PydanticCustomError("free_json", "holds {what} at {place}", {"what": what, "place": shown(pointer(path))})


FreeObject = Annotated[dict[str, Any], AfterValidator(_plain)]
"""A JSON object. Numbers that are no whole numbers are kept as text in digits, as all figures are written."""
