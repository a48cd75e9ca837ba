"""The board's rules held against the rest of the case."""

from collections.abc import Iterator

from models.buyer import Buyer
from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.references.limits import limit
from models.references.lot_sets import every_lot, held, lot_set
from models.references.misfit import Misfit, Path, listed, repeated
from models.rule import COUNTS, BidderSet, Grouping, Rule


def rules(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Rules on bidders and lots that there are, that ask of a metric what can be asked of it."""
    everyone = known.bidders.values()
    labels = {
        "tag": {tag for bidder in everyone for tag in bidder.tags},
        "group": {bidder.group for bidder in everyone if bidder.group is not None},
    }
    for position, rule in draft.rules:
        here = ("rules", position)
        yield from listed(known, "bidders", (*here, "bidders", "ids"), rule.bidders.ids)
        yield from repeated((*here, "bidders", "kinds"), rule.bidders.kinds)
        for noun, there in labels.items():
            yield from _labels((*here, "bidders"), rule.bidders, noun, there, draft.is_complete("bidders"), known)
        yield from lot_set(draft, known, (*here, "lots"), rule.lots)
        yield from _per(here, rule, draft, known)
        yield from _asked(here, rule)
        yield from limit((*here, "limit"), rule)


def _labels(
    here: Path, bidders: BidderSet, noun: str, there: set[str], complete: bool, known: Known
) -> Iterator[Misfit]:
    """Tags or groups of bidders that no bidder has."""
    names = bidders.tags if noun == "tag" else bidders.groups
    yield from repeated((*here, f"{noun}s"), names)
    for at, name in enumerate(names):
        if complete and name not in there:
            said = f"there is no bidder with the {noun} {shown(name)}{known.near(noun, name, there)}"
            yield Misfit((*here, f"{noun}s", at), said)


def _per(here: Path, rule: Rule, draft: Draft, known: Known) -> Iterator[Misfit]:
    """Groupings that are named once each, and that some lot of the rule is in."""
    yield from repeated((*here, "per"), rule.per)
    if not {"area", "region"} & {*rule.per} or not every_lot(draft):
        return
    buyers = [known.buyers[name] for name in {lot.buyer for lot in held(known, rule.lots)} & known.buyers.keys()]
    if not buyers or any(all(_is_in(buyer, noun) for noun in rule.per) for buyer in buyers):
        return
    nowhere = [at for at, noun in enumerate(rule.per) if not any(_is_in(buyer, noun) for buyer in buyers)]
    for at in nowhere:
        yield Misfit(
            (*here, "per", at), f"no buyer of its lots has {'an area' if rule.per[at] == 'area' else 'a region'}"
        )
    if not nowhere:
        yield Misfit((*here, "per"), "no buyer of its lots has both an area and a region")


def _is_in(buyer: Buyer, noun: Grouping) -> bool:
    """Whether a buyer is in any area, or region; its lots are always of a buyer and a service."""
    return noun in ("buyer", "service") or getattr(buyer, noun) is not None


def _asked(here: Path, rule: Rule) -> Iterator[Misfit]:
    """Senses and choices of bidders that the metric admits."""
    if rule.sense == "exactly" and rule.metric not in COUNTS:
        said = f"exactly is for lots, buyers, winners and moves: of {rule.metric} ask at_least or at_most"
        yield Misfit((*here, "sense"), said)
    if rule.each and rule.metric == "winners":
        yield Misfit((*here, "each"), "is not for winners: each bidder is one, and only together can they be counted")
    if rule.bidders.incumbents and rule.metric == "moves":
        said = "is not for moves: a lot that goes to its incumbent does not move"
        yield Misfit((*here, "bidders", "incumbents"), said)
