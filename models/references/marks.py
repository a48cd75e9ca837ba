"""Marks held against the evaluators, the scale of their criterion and each other."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.references.misfit import Misfit


def marks(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Marks of evaluators that there are, on the scale of the criterion; moderated where they are far apart."""
    beyond = None if draft.marking is None else draft.marking.moderate_beyond
    for position, bid in draft.bids:
        for name, given in bid.marks.items():
            here = ("bids", position, "marks", name)
            if not given:
                yield Misfit(here, "is empty: give the mark of each evaluator, or leave the criterion out")
            for evaluator in given:
                if message := known.missing("evaluators", evaluator):
                    yield Misfit((*here, evaluator), message)
            criterion = known.criteria.get(name)
            if criterion is None:
                continue
            for evaluator, mark in given.items():
                if mark > criterion.out_of:
                    yield Misfit((*here, evaluator), _too_high(mark, name, criterion.out_of))
            if beyond is not None and name not in bid.moderated and (said := _apart(given, criterion.out_of, beyond)):
                yield Misfit(here, said)


def moderated(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Moderated marks of criteria that are marked, on the scale of the criterion."""
    for position, bid in draft.bids:
        for name, moderation in bid.moderated.items():
            here = ("bids", position, "moderated", name)
            if message := known.missing("criteria", name):
                yield Misfit(here, message)
            elif name not in bid.marks:
                yield Misfit(here, f"needs marks: criterion {shown(name)} has none to be moderated")
            criterion = known.criteria.get(name)
            if criterion is not None and moderation.mark > criterion.out_of:
                yield Misfit((*here, "mark"), _too_high(moderation.mark, name, criterion.out_of))


def _too_high(mark: Decimal, criterion: str, out_of: Decimal) -> str:
    return f"{mark:f} is too high: criterion {shown(criterion)} is marked out of {out_of:f}"


def _apart(given: Mapping[str, Decimal], out_of: Decimal, beyond: Decimal) -> str | None:
    """What to say of marks that are too far apart to stand by themselves."""
    if len(given) < 2 or max(given.values()) > out_of:
        return None
    least, most = min(given, key=given.__getitem__), max(given, key=given.__getitem__)
    if (given[most] - given[least]) * 100 <= beyond * out_of:
        return None
    apart = f"{shown(most)} gives {given[most]:f} and {shown(least)} {given[least]:f} out of {out_of:f}"
    return f"needs moderation: {apart}, more than {beyond:f} points of 100 apart, and moderated has no mark for it"
