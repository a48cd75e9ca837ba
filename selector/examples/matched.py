"""Names that a reader asks for and the examples do not have."""

import difflib
from collections.abc import Collection

from models import UnknownName
from models.faults import shown


def matched(noun: str, name: str, known: Collection[str]) -> str:
    """The one of ``known`` that is called ``name``, whatever the case of its letters.

    Raises
    ------
    UnknownName
        if there is none, with the nearest name or, where none is near, all of them.
    """
    folded = {each.casefold(): each for each in sorted(known)}
    wanted = name.strip().casefold()
    if wanted in folded:
        return folded[wanted]
    parts = [each for fold, each in folded.items() if wanted and wanted in fold]
    near = difflib.get_close_matches(wanted, folded, n=1, cutoff=0.6)
    if near or parts:
        hint = f'did you mean "{parts[0] if parts else folded[near[0]]}"?'
    else:
        hint = f"there is: {'; '.join(folded.values())}"
    raise UnknownName(f"there is no {noun} {shown(name)} ({hint})")
