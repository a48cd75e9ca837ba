"""Text as Markdown shows it, whatever a name holds."""

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def plain(text: str) -> str:
    """A name or an id, of which nothing is taken for markup."""
    return _SPECIAL.sub(r"\\\1", text)


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a table; the first column is ranged left, all others right."""
    rules = ["---", *("---:" for _ in heading[1:])]
    return [f"| {' | '.join(row)} |" for row in (heading, rules, *rows)]
