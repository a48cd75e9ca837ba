"""How many people buyers have together."""

from collections.abc import Collection, Iterable

from models import Buyer


def distinct_people(buyers: Iterable[Buyer], names: Collection[str]) -> int:
    """People of the buyers named, each once: the people of a national board are those of the others."""
    return sum(buyer.population for buyer in buyers if buyer.id in names and buyer.kind != "national_board")
