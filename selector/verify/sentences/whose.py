"""The bidders that a rule names, as the subject of its sentence."""

from dataclasses import dataclass

from models import BidderKind, BidderSet
from models.faults import shown
from selector.verify.sentences.listing import listing
from selector.verify.sentences.names import Names

_KINDS: dict[BidderKind, tuple[str, str]] = {
    "nhs_csu": ("NHS support unit", "NHS support units"),
    "private": ("private firm", "private firms"),
    "voluntary": ("voluntary body", "voluntary bodies"),
    "local_authority": ("local authority", "local authorities"),
    "in_house": ("in-house team", "in-house teams"),
    "partnership": ("partnership", "partnerships"),
}


@dataclass(frozen=True)
class Subject:
    """Who does something."""

    text: str
    plural: bool

    def verb(self, stem: str) -> str:
        """What they do: ``win``, or ``wins``."""
        return stem if self.plural else f"{stem}s"


def each_of(names: Names, bidders: BidderSet) -> Subject:
    """Each of the bidders by itself."""
    named = [names.bidders[name] for name in bidders.ids]
    if bidders.is_everyone:
        return Subject("each bidder", plural=False)
    if len(named) == 1 and not _kinds_and_labels(bidders):
        return Subject(named[0], plural=False)
    noun = _noun(bidders, 0)
    return Subject(f"each {noun}" if noun else f"each of {listing(_members(names, bidders))}", plural=False)


def together(names: Names, bidders: BidderSet) -> Subject:
    """All of the bidders as one."""
    named = [names.bidders[name] for name in bidders.ids]
    if bidders.is_everyone:
        return Subject("all bidders together", plural=True)
    if len(named) == 1 and not _kinds_and_labels(bidders):
        return Subject(named[0], plural=False)
    noun = _noun(bidders, 1)
    return Subject(f"{f'all {noun}' if noun else listing(_members(names, bidders))} together", plural=True)


def nouns(names: Names, bidders: BidderSet) -> tuple[str, str]:
    """What follows a number of them: ``private firm`` of one, ``private firms`` of several."""
    if bidders.is_everyone:
        return "bidder", "bidders"
    one, several = _noun(bidders, 0), _noun(bidders, 1)
    if one and several:
        return one, several
    members = listing(_members(names, bidders))
    return f"bidder among {members}", f"bidders among {members}"


def _kinds_and_labels(bidders: BidderSet) -> bool:
    return bool(bidders.kinds or bidders.tags or bidders.groups)


def _noun(bidders: BidderSet, number: int) -> str | None:
    """What they all are, where that can be said in one noun: of one of them (0), or of several (1)."""
    if bidders.ids or sum(map(bool, (bidders.kinds, bidders.tags, bidders.groups))) != 1:
        return None
    if bidders.kinds:
        return listing([_KINDS[kind][number] for kind in bidders.kinds], "and" if number else "or")
    return ("bidder", "bidders")[number] + (_tagged(bidders) if bidders.tags else _grouped(bidders))


def _members(names: Names, bidders: BidderSet) -> list[str]:
    members = [names.bidders[name] for name in bidders.ids]
    members += [f"all {_KINDS[kind][1]}" for kind in bidders.kinds]
    if bidders.tags:
        members.append(f"all bidders{_tagged(bidders)}")
    if bidders.groups:
        members.append(f"all bidders{_grouped(bidders)}")
    return members


def _tagged(bidders: BidderSet) -> str:
    return f" with the tag {listing([shown(tag) for tag in bidders.tags], 'or')}"


def _grouped(bidders: BidderSet) -> str:
    return f" of the group {listing([shown(group) for group in bidders.groups], 'or')}"
