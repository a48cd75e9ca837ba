"""Scores and marks of bids held against the criteria."""

from collections.abc import Iterable, Iterator, Mapping

from models.bid import Bid
from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.references.criteria_tree import CriteriaTree, by_service
from models.references.misfit import Misfit, Path, several


def scores(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Bids that are scored, or marked, on each criterion without parts that applies to them, and on no other."""
    tree = CriteriaTree(known)
    wanted = by_service(tree, known)
    # Of what a criterion that cannot be read may be a part nobody can tell.
    every_part = draft.is_complete("criteria")
    for position, bid in draft.bids:
        if _is_scored(bid, wanted, known):
            continue
        here = ("bids", position)
        for field, names in (("scores", bid.scores), ("marks", bid.marks)):
            for name in names:
                if message := known.missing("criteria", name):
                    yield Misfit((*here, field, name), message)
                elif name in tree.parts:
                    done = "scored" if field == "scores" else "marked"
                    said = f"criterion {shown(name)} has parts, and only its parts are {done}"
                    yield Misfit((*here, field, name), f"{said}: {several(tree.parts[name])}")
        for name in bid.scores:
            if name in bid.marks:
                said = f"criterion {shown(name)} is marked as well: state its score or its marks, not both"
                yield Misfit((*here, "scores", name), said)
        yield from _applicable(here, bid, tree, wanted, every_part, known)


def _is_scored(bid: Bid, wanted: Mapping[str, Iterable[str]], known: Known) -> bool:
    """Whether a bid for one lot has the scores asked for and no marks, as nearly all have: then nothing is wrong."""
    if bid.marks or len(bid.lots) != 1:
        return False
    lot = known.lots.get(bid.lots[0])
    return lot is not None and bid.scores.keys() == wanted.get(lot.service)


def _applicable(
    here: Path, bid: Bid, tree: CriteriaTree, wanted: Mapping[str, Iterable[str]], every_part: bool, known: Known
) -> Iterator[Misfit]:
    services = {known.lots[lot].service for lot in bid.lots if lot in known.lots} & known.services.keys()
    asked = frozenset[str]().union(*(wanted[service] for service in services))
    if not services or (bid.scores.keys() == asked and not bid.marks):
        return
    if every_part:
        # Who is moderated without marks is told so.
        for name in sorted(asked - bid.scores.keys() - bid.marks.keys() - bid.moderated.keys()):
            yield Misfit((*here, "scores"), f"has no score on criterion {shown(name)}")
    if any(lot not in known.lots or known.lots[lot].service not in known.services for lot in bid.lots):
        return  # what applies to a lot or service that is not known cannot be told
    for field, names in (("scores", bid.scores), ("marks", bid.marks)):
        for name in sorted(names.keys() & tree.scope.keys() - tree.parts.keys() - asked):
            said = f"criterion {shown(name)} does not apply to service {several(sorted(services), 'or')}"
            yield Misfit((*here, field, name), said)
