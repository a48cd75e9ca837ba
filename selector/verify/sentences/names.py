"""What buyers, services and bidders are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models import Bidder, Buyer, Case, Service


@dataclass(frozen=True)
class Names:
    """Names as printed, by id."""

    buyers: Mapping[str, str]
    services: Mapping[str, str]
    bidders: Mapping[str, str]
    """Among them whoever does it itself, as ``in-house:BUYER``."""

    @classmethod
    def of(cls, case: Case) -> "Names":
        """Those of a case."""
        return cls(_named(case.buyers), _named(case.services), _fallbacks(case) | _named(case.bidders))


def _named(rows: Iterable[Buyer | Service | Bidder]) -> dict[str, str]:
    return {row.id: row.name for row in rows}


def _fallbacks(case: Case) -> dict[str, str]:
    return {f"in-house:{buyer.id}": f"{buyer.name} (in-house)" for buyer in case.buyers}
