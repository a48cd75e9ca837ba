"""What is no fault of a record, and what whoever checks it should know."""

from collections.abc import Iterator, Sequence

from models.faults import pointer
from models.record import DecisionRecord
from selector.decide.record.in_force import baseline_moved
from selector.decide.record.leaves import Leaf, text
from selector.version import __version__

_MOST_NAMED = 5


def notes(record: DecisionRecord, worded: Sequence[Leaf] = ()) -> Iterator[str]:
    """One sentence each. ``worded`` are the sentences that this version would put otherwise."""
    recorded, found_by = record.check.version, record.program.version
    if recorded != __version__:
        yield (
            f"This is version {__version__}; the decision was recorded by version {recorded}."
            " That it puts a sentence otherwise is no fault; every figure was compared."
        )
    for leaf in worded[:_MOST_NAMED]:
        yield (
            f"{pointer(leaf.path)} reads {text(leaf.before) or 'nothing'}; from the case and the award this version would"
            f" say {text(leaf.after) or 'nothing'}: see whether they mean the same."
        )
    if len(worded) > _MOST_NAMED:
        yield f"{len(worded) - _MOST_NAMED:,} more sentences are put otherwise."
    if found_by != recorded:
        yield f"The award was found by version {found_by}, and recorded by version {recorded}."
    if baseline_moved(record):
        yield "This version reads the built-in scenario otherwise; the patch that counts is the one in the record."
    if record.award.awards:
        yield (
            f"That no award is better than its bound, and whether others are as good, is what {record.program.solver}"
            " proved then: such a proof cannot be repeated without a solver."
        )
    else:
        yield f"That there is none is what {record.program.solver} told then: that cannot be shown without a solver."
    yield (
        "Who decided, when and why, and the names and sums of the files, rest on the seal alone: compare it with the one"
        " that was published or minuted."
    )
    if record.recorded.by is None:
        yield "Nobody is named as having decided."
    unnamed = [override.name for override in record.overrides if override.by is None]
    if unnamed:
        rest = f" and {len(unnamed) - _MOST_NAMED:,} more" if len(unnamed) > _MOST_NAMED else ""
        yield f"Nobody is named as having decided by hand: {', '.join(unnamed[:_MOST_NAMED])}{rest}."
