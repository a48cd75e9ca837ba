"""Which rules repairs may move, as options on the command line."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import typer
from pydantic import ValidationError

from models import Options

_FIXED, _WEIGHT = "--fixed", "--weight"


def asked_options(fixed: Iterable[str], weights: Iterable[str], time_limit: float | None) -> Options:
    """The options that the command line asks for; what it leaves out is left to the case.

    Raises
    ------
    typer.BadParameter
        if a weight is not written ``PATTERN=W``, or a figure or a pattern cannot be one.
    """
    move_weights: dict[str, Decimal] = {}
    for text in weights:
        pattern, weight = _weight(text)
        move_weights.pop(pattern, None)  # the last that fits a name counts: it goes to the end
        move_weights[pattern] = weight
    patterns = tuple(fixed)
    try:
        return Options(time_limit=time_limit, fixed=patterns or None, move_weights=move_weights or None)
    except ValidationError as error:
        (field, at, *_), what = error.errors()[0]["loc"], error.errors()[0]["msg"]
        if field == "fixed":
            raise typer.BadParameter(f"{patterns[int(at)]!r}: {what}", param_hint=_FIXED) from None
        raise typer.BadParameter(f"{at!r}: {what}", param_hint=_WEIGHT) from None


def options_again(options: Options) -> Iterator[str]:
    """The arguments that ask for these options again."""
    for pattern in options.fixed or ():
        yield from (_FIXED, pattern)
    for pattern, weight in (options.move_weights or {}).items():
        yield from (_WEIGHT, f"{pattern}={weight:f}")
    if options.time_limit is not None:
        yield from ("--time-limit", f"{options.time_limit:.15g}")


def _weight(text: str) -> tuple[str, Decimal]:
    # Names may hold equals signs: the last one is ours.
    pattern, _, figure = text.rpartition("=")
    try:
        weight = Decimal(figure)
    except ArithmeticError:
        weight = Decimal("NaN")
    if not pattern or not weight.is_finite():
        raise typer.BadParameter(f"{text!r} is not written PATTERN=W, such as budget[*]=2", param_hint=_WEIGHT)
    return pattern, weight
