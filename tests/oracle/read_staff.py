"""From the JSON document of a case to its staff, their vacancies and their terms."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.exact import exact
from tests.oracle.horizon import Horizon
from tests.oracle.people import Hosting, Mobilisation, StaffGroup, StaffOnLot, Terms, Vacancy

Document = Mapping[str, Any]

_SEED_TERMS = {
    **dict.fromkeys(("nhs_csu", "in_house"), Terms(transfer=Fraction(1), buyer_share=Fraction(0))),
    **dict.fromkeys(
        ("private", "voluntary", "local_authority", "partnership"), Terms(transfer=Fraction(0), buyer_share=Fraction(1))
    ),
}


def read_groups(document: Document) -> dict[str, StaffGroup]:
    """The staff groups by id."""
    return {
        row["id"]: StaffGroup(
            id=row["id"],
            headcount=exact(row["headcount"]),
            wte_per_head=exact(row.get("wte_per_head", 1)),
            salary=exact(row["salary"]),
            service_years=exact(row["service_years"]),
            continuous_weeks=row.get("continuous_weeks"),
            function=row.get("function"),
            place=row.get("place"),
        )
        for row in document.get("staff_groups", ())
    }


def read_shares(row: Document, sizes: Mapping[str, Fraction]) -> Iterator[tuple[str, Fraction]]:
    """The lots a group works on and its share of each: those it lists, or all of its employer's by their ``sizes``."""
    if row.get("lots"):
        for part in row["lots"]:
            yield part["lot"], exact(part.get("share", 1))
    else:
        for lot, size in sizes.items():
            yield lot, size / sum(sizes.values())


def read_staff(
    document: Document, groups: Mapping[str, StaffGroup], sizes: Mapping[str | None, Mapping[str, Fraction]]
) -> dict[str, list[StaffOnLot]]:
    """The staff on each lot that has any, with groups in order.

    Parameters
    ----------
    sizes
        By incumbent, of each of its lots.
    """
    found: dict[str, list[StaffOnLot]] = {}
    for row in document.get("staff_groups", ()):
        shares: dict[str, Fraction] = {}
        for lot, share in read_shares(row, sizes.get(row.get("employer"), {})):
            shares[lot] = shares.get(lot, Fraction(0)) + share
        for lot, share in shares.items():
            found.setdefault(lot, []).append(StaffOnLot(groups[row["id"]], share))
    return found


def read_vacancies(document: Document) -> Iterator[Vacancy]:
    """The vacancies, in order."""
    for row in document.get("vacancies", ()):
        yield Vacancy(row["id"], row["bidder"], row["function"], exact(row["wte"]), row.get("place"))


def read_terms(document: Document) -> dict[str, Terms]:
    """The terms in force by kind."""
    stated = {
        kind: Terms(exact(row["transfer"]), exact(row["buyer_share"]), exact(row.get("pension", 0)))
        for kind, row in document.get("transfer_terms", {}).items()
    }
    return _SEED_TERMS | stated


def read_hosting(row: Document | None, horizon: Horizon) -> Hosting | None:
    """The end of a hosting; None where there is none."""
    if row is None:
        return None
    until = date.fromisoformat(str(row["until"]))
    return Hosting(until, horizon.time(until), row["becomes"], exact(row.get("transfer", 1)))


def read_mobilisation(row: Document | None) -> Mobilisation | None:
    """A pace; None where there is none."""
    if row is None:
        return None
    lots, wte = row.get("lots_a_month"), row.get("wte_a_month")
    return Mobilisation(
        begins=date.fromisoformat(str(row["begins"])),
        lots=None if lots is None else exact(lots),
        wte=None if wte is None else exact(wte),
    )
