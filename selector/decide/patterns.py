"""What a board says of its members by patterns: which may not move, and what the moves of others count."""

import difflib
import re
from collections.abc import Iterable

from models import Options, UnknownName
from selector.decide.member import Member


def weights(members: Iterable[Member], options: Options) -> dict[str, float]:
    """The weight of each member that may move, by its name.

    Raises
    ------
    UnknownName
        if a pattern fits no member.
    """
    names = [member.name for member in members]
    fixed = {name for pattern in options.fixed or () for name in _fitting(pattern, names)}
    found = dict.fromkeys(names, 1.0)
    for pattern, weight in (options.move_weights or {}).items():
        found.update(dict.fromkeys(_fitting(pattern, names), float(weight)))
    return {name: weight for name, weight in found.items() if name not in fixed}


def _fitting(pattern: str, names: list[str]) -> list[str]:
    form = re.compile(".*".join(map(re.escape, pattern.split("*"))))
    fitting = [name for name in names if form.fullmatch(name)]
    if not fitting:
        near = difflib.get_close_matches(pattern, names, 3)
        hint = f"; the nearest: {', '.join(near)}" if near else ""
        raise UnknownName(f'no rule of this case has a name like "{pattern}"{hint}')
    return fitting
