"""The mended case, with a note of what was done to it."""

from models import Case, Repair
from selector.decide.patch import mended
from selector.verify.words import count

_LONGEST_NOTES = 100_000
_SHORTEST_NOTE = 200


def mended_case(case: Case, repair: Repair) -> Case:
    """The case after a repair; a line in its notes says of which case it was made and what was moved."""
    return mended(case, repair).model_copy(update={"notes": _noted(case, repair)})


def _noted(case: Case, repair: Repair) -> str:
    """The notes with the line added, shortened where they may grow no longer; notes that are full stay as they are."""
    before = f"{case.notes}\n" if case.notes else ""
    room = _LONGEST_NOTES - len(before)
    if room < _SHORTEST_NOTE:
        return case.notes
    note = f"Mended from the case with SHA-256 {case.sha256}, by {count(len(repair.moves), 'change')}:"
    for position, move in enumerate(repair.moves):
        rest = f" And {len(repair.moves) - position:,} more."
        if len(note) + 1 + len(move.sentence) + len(rest) > room:
            return before + note + rest
        note += f" {move.sentence}"
    return before + note
