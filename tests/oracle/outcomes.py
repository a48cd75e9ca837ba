"""What decides a case, or just fails to: rules, packages, discounts and outposts seen in the light of its awards."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.enumerate import awards, solve
from tests.oracle.members import lifted, members
from tests.oracle.objectives import candidate, optimal, settled
from tests.oracle.reading import Document, read
from tests.oracle.rows import broken
from tests.oracle.tables import Case

_Judged = Collection[tuple[Award, frozenset[str]]]
"""Awards, each with the families of the rules it breaks."""

_SMALLEST: Mapping[str, Fraction] = {"spend": Fraction(1, 100), "volume": Fraction(1, 1000), "lots": Fraction(1)}
_BARS = ("partner_only", "framework", "competition")


def outcomes(document: Document) -> set[str]:
    """The names of what comes about in the case."""
    case = read(document)
    seen = _judged(case)
    kept = [award for award, names in seen if not names]
    found = {f"{family} decides" for family in _deciding(case, seen)}
    usual = _best(case, kept)
    for name, member in members(document).items():
        family = name.partition("[")[0]
        if family in _BARS and f"{family} decides" not in found:
            without = solve(lifted(document, [member]))
            if list(without.winners) != usual:
                found.add(f"{family} decides")
    for name, bare in _without(document):
        if list(solve(bare).winners) != usual:
            found.add(f"{name} decide")
    return found | set(_of_packages(case, kept, usual)) | set(_of_discounts(case, kept, usual))


def _judged(case: Case) -> _Judged:
    """All awards of a case."""
    return [(award, frozenset(map(_family, broken(case, award)))) for award in awards(case)]


def _deciding(case: Case, seen: _Judged) -> Iterator[str]:
    """The families of rules each of which, left out alone, would change the best award, or whether there is one."""
    usual = _best(case, [award for award, names in seen if not names])
    for family in sorted(frozenset[str]().union(*(names for _, names in seen))):
        if usual != _best(case, [award for award, names in seen if names <= {family}]):
            yield family


def _family(rule: str) -> str:
    """The rule's name without the ids."""
    return re.sub(r"[^\[\],]+(?=[,\]])", "", rule)


def _best(case: Case, kept: Iterable[Award]) -> list[tuple[str, ...]]:
    candidates = [candidate(case, award) for award in kept]
    return [award.ids for award in settled(optimal(case, candidates)[0])] if candidates else []


def _without(document: Document) -> Iterator[tuple[str, Document]]:
    """The case without its discounts, without its vacancies, and without its outposts, where it has any."""
    if document.get("discounts"):
        yield "discounts", {key: value for key, value in document.items() if key != "discounts"}
    if document.get("vacancies"):
        yield "vacancies", {key: value for key, value in document.items() if key != "vacancies"}
    if any(row.get("outposts") for row in document["services"]):
        services = [{key: value for key, value in row.items() if key != "outposts"} for row in document["services"]]
        yield "outposts", {**document, "services": services}


def _of_packages(case: Case, kept: Iterable[Award], usual: Collection[tuple[str, ...]]) -> Iterator[str]:
    wins = any(len(case.bids[bid].lots) > 1 for ids in usual for bid in ids)
    single = [award for award in kept if all(len(bid.lots) == 1 for bid in award.bids)]
    if wins:
        yield "a package wins over other awards" if single else "a package is needed"


def _of_discounts(case: Case, kept: Iterable[Award], usual: Collection[tuple[str, ...]]) -> Iterator[str]:
    by_id = {row.id: row for row in case.discounts}
    for award in kept:
        wins = award.ids in usual
        for row in award.totals(case).discounts:
            stated = by_id[row.discount]
            starts = [tier.start for tier in stated.tiers]
            if wins and row.amount:
                yield "a discount is earned"
                if stated.incremental and row.tier != starts[0]:
                    yield "an incremental discount is earned beyond its first tier"
            if wins and row.tier is None:
                yield "a discount is not reached"
            if row.quantity in starts:
                yield "a tier is reached exactly"
            if row.quantity + _SMALLEST[stated.by] in starts:
                yield "a tier is missed by the least"
