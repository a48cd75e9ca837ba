"""Staff groups and vacancies held against the rest of the case."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.references.misfit import Misfit, points


def groups(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Staff groups on lots that there are, or on those of an employer; places that are buyers."""
    incumbent_of = Counter(lot.incumbent for lot in known.lots.values())
    # Whose incumbent leads nowhere may yet turn out to be the employer's.
    every_incumbent = draft.is_complete("lots") and incumbent_of.keys() - {None} <= known.bidders.keys()
    for position, group in draft.staff_groups:
        here = ("staff_groups", position)
        yield from points(known, "lots", (((*here, "lots", at, "lot"), each.lot) for at, each in enumerate(group.lots)))
        total = sum((each.share for each in group.lots), Decimal(0))
        if total > 1:
            yield Misfit((*here, "lots"), f"the shares come to {total}, which is more than 1")
        if group.place is not None and (message := known.missing("buyers", group.place)):
            yield Misfit((*here, "place"), message)
        if group.employer is None:
            if not group.lots:
                yield Misfit((*here, "lots"), "is missing: name the lots the group works on, or its employer")
            continue
        if message := known.missing("bidders", group.employer):
            yield Misfit((*here, "employer"), message)
        elif not group.lots and not incumbent_of[group.employer] and every_incumbent:
            yield Misfit(
                (*here, "employer"),
                f"{shown(group.employer)} is the incumbent of no lot: name the lots the group works on",
            )
        for at, each in enumerate(group.lots):
            lot = known.lots.get(each.lot)
            if lot is not None and lot.incumbent != group.employer:
                yield Misfit(
                    (*here, "lots", at, "lot"),
                    f"the incumbent of {shown(each.lot)} is {shown(lot.incumbent) if lot.incumbent else 'not stated'}, and the group's employer is {shown(group.employer)}",
                )


def vacancies(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Vacancies at bidders of the NHS family, at places that are buyers, in functions that some group has."""
    functions = {group.function for _, group in draft.staff_groups}
    every_group = draft.is_complete("staff_groups")
    for position, vacancy in draft.vacancies:
        here = ("vacancies", position)
        if message := known.missing("bidders", vacancy.bidder):
            yield Misfit((*here, "bidder"), message)
        elif vacancy.bidder in known.bidders and not known.bidders[vacancy.bidder].is_nhs:
            yield Misfit(
                (*here, "bidder"), f"{shown(vacancy.bidder)} is not of the NHS family: staff are redeployed within it"
            )
        if vacancy.place is not None and (message := known.missing("buyers", vacancy.place)):
            yield Misfit((*here, "place"), message)
        if every_group and vacancy.function not in functions:
            yield Misfit((*here, "function"), f"{shown(vacancy.function)} is the function of no staff group")
