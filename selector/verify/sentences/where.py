"""The lots of a rule, in words: which services, and for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models import Grouping, LotSet
from selector.verify.sentences.listing import listing
from selector.verify.sentences.names import Names

_PLACES: tuple[Grouping, ...] = ("buyer", "area", "region")


@dataclass(frozen=True)
class Where:
    """What a sentence says of the lots beyond that they are lots."""

    services: str
    """The services named; empty where all are meant, or the sentence has named them before."""
    buyers: str
    """The buyers named; empty as above."""
    areas: str
    """The areas and regions named, where no buyer is named beside them; empty as above."""
    by_place: bool
    """Whether the sentence began with a buyer, an area or a region, within which it holds."""
    by_service: bool
    """Whether it began with a service."""

    def place(self, word: str) -> str:
        """`` for North``, with another word in place of ``for`` as may be, or `` in Kent``."""
        if self.areas:
            return f" in {self.areas}"
        return f" {word} {self.buyers}" if self.buyers else ""

    def on_lots(self) -> str:
        """What follows ``lots``: `` of HR for North``."""
        return f"{f' of {self.services}' if self.services else ''}{self.place('for')}"

    def on_people(self) -> str:
        """What follows ``people``: `` of North with HR``."""
        return f"{self.place('of')}{f' with {self.services}' if self.services else ''}"


def where(names: Names, lots: LotSet, per: Sequence[Grouping]) -> Where:
    """The lots of a rule that holds within each of ``per``."""
    services = [] if "service" in per else [names.services[name] for name in lots.services]
    buyers, areas = [names.buyers[name] for name in lots.buyers], [*lots.areas, *lots.regions]
    if "buyer" in per or _told(lots, per):
        buyers, areas = [], []
    if buyers and areas:
        buyers, areas = [*buyers, *(f"all buyers in {area}" for area in areas)], []
    by_place = any(place in per for place in _PLACES)
    return Where(listing(services), listing(buyers), listing(areas), by_place, "service" in per)


def each(names: Names, lots: LotSet, per: Sequence[Grouping]) -> str:
    """What a sentence begins with that holds within each of ``per``: ``in each area, for each service, ``."""
    return "".join(f"{_each(names, lots, grouping)}, " for grouping in per)


def one(names: Names, groups: Mapping[Grouping, str]) -> str:
    """What a sentence begins with that holds within one of each: ``in Kent, for HR, ``."""
    return "".join(f"{_one(names, grouping, group)}, " for grouping, group in groups.items())


def _told(lots: LotSet, per: Sequence[Grouping]) -> bool:
    """Whether the beginning of the sentence names all the areas, or regions, that are meant."""
    return not lots.buyers and (
        ("area" in per and not lots.regions and bool(lots.areas))
        or ("region" in per and not lots.areas and bool(lots.regions))
    )


def _each(names: Names, lots: LotSet, grouping: Grouping) -> str:
    match grouping:
        case "service":
            return f"for {_among([names.services[name] for name in lots.services], 'service')}"
        case "buyer":
            areas = [*lots.areas, *lots.regions]
            if areas and not lots.buyers:
                return f"for each buyer in {listing(areas)}"
            members = [names.buyers[name] for name in lots.buyers] + [f"all buyers in {area}" for area in areas]
            return f"for {_among(members, 'buyer')}"
        case "area":
            return f"in {_among(lots.areas if _told(lots, ['area']) else (), 'area')}"
        case "region":
            return f"in {_among(lots.regions if _told(lots, ['region']) else (), 'region')}"


def _among(members: Sequence[str], noun: str) -> str:
    if len(members) == 1:
        return members[0]
    return f"each of {listing(members)}" if members else f"each {noun}"


def _one(names: Names, grouping: Grouping, group: str) -> str:
    match grouping:
        case "service":
            return f"for {names.services[group]}"
        case "buyer":
            return f"for {names.buyers[group]}"
        case "area" | "region":
            return f"in {group}"
