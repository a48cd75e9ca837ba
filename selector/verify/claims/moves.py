"""Who is said to be redeployed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from models import Evaluation, Redeployed
from models.faults import shown
from selector.verify.augmenting import gain
from selector.verify.claims.wrong import wrong
from selector.verify.exact import pennies
from selector.verify.moved import whole
from selector.verify.recomputed import Recomputed
from selector.verify.redeployment import MILLION, Redeployment
from selector.verify.verification import Finding
from selector.verify.words import number, pounds


def moves(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """That each move is allowed, that there are staff and posts for all, and that no others would save more."""
    redeployment = recomputed.redeployment
    found = [
        finding
        for position, row in enumerate(evaluation.moves)
        for finding in _row(redeployment, f"moves[{position}]", row)
    ]
    found += _repeated(evaluation)
    found += _too_many(redeployment, recomputed.moves)
    yield from found
    if not found:
        yield from _more(recomputed)


def _row(redeployment: Redeployment, here: str, row: Redeployed) -> Iterator[Finding]:
    of = f"{shown(row.group)} to {shown(row.vacancy)}"
    group, vacancy = redeployment.groups.get(row.group), redeployment.vacancies.get(row.vacancy)
    if group is None:
        yield Finding(f"{here}.group", f"Staff group {shown(row.group)} is not in the case.")
    if vacancy is None:
        yield Finding(f"{here}.vacancy", f"Vacancy {shown(row.vacancy)} is not in the case.")
    if whole(row.wte) is None:
        yield Finding(
            f"{here}.wte", f"{number(row.wte)} WTE are moved from {of}: not a whole number of millionths above 0."
        )
    if vacancy is None or group is None:
        return
    if row.bidder != vacancy.bidder:
        yield wrong(
            f"{here}.bidder", f"The bidder of vacancy {shown(row.vacancy)}", shown(row.bidder), shown(vacancy.bidder)
        )
    elif not redeployment.active(vacancy):
        yield Finding(
            f"{here}.bidder", f"Staff are moved from {of}, and {shown(vacancy.bidder)}, which has it, wins nothing."
        )
    if not redeployment.same_function(group.id, vacancy):
        stated = "no function" if group.function is None else shown(group.function)
        yield Finding(
            f"{here}.vacancy",
            f"Staff are moved from {of}: they are of {stated}, the posts of {shown(vacancy.function)}.",
        )
    elif not redeployment.near(group.id, vacancy):
        most = number(redeployment.case.redeploy_within_km or 0)
        yield Finding(f"{here}.vacancy", f"Staff are moved from {of}, which is not known to be within {most} km.")


def _repeated(evaluation: Evaluation) -> Iterator[Finding]:
    for (group, vacancy), times in Counter((row.group, row.vacancy) for row in evaluation.moves).items():
        if times > 1:
            yield Finding("moves", f"The move from {shown(group)} to {shown(vacancy)} is listed {times} times.")


def _too_many(redeployment: Redeployment, moved: Mapping[tuple[str, str], int]) -> Iterator[Finding]:
    leaving, entering = Counter[str](), Counter[str]()
    for (group, vacancy), wte in moved.items():
        leaving[group] += wte
        entering[vacancy] += wte
    for rule, what, wtes, most in (
        ("displaced", "are displaced of group", leaving, redeployment.displaced),
        ("vacancy", "are wanted for vacancy", entering, redeployment.room),
    ):
        for name, wte in wtes.items():
            if wte > most[name]:
                yield Finding(f"{rule}[{name}]", f"{_wte(most[name])} {what} {shown(name)}, and {_wte(wte)} are moved.")


def _more(recomputed: Recomputed) -> Iterator[Finding]:
    redeployment = recomputed.redeployment
    found = gain(redeployment, recomputed.moves)
    if found is None:
        return
    saving = _each(redeployment, found.group)
    instead = ""
    if found.other is not None:
        instead = f" in place of {shown(found.other)}, who save {_each(redeployment, found.other)}"
    yield Finding(
        "moves",
        f"The moves do not save the most there is: more of {shown(found.group)}, who save {saving} a WTE,"
        f" could move to {shown(found.vacancy)}{instead}.",
    )


def _each(redeployment: Redeployment, group: str) -> str:
    """What each WTE of a group saves."""
    return pounds(pennies(redeployment.saving[group]))


def _wte(millionths: int) -> str:
    return f"{number(Decimal(millionths) / MILLION)} WTE"
