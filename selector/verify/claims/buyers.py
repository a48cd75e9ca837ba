"""What each buyer is said to pay."""

from collections.abc import Iterable, Iterator

from models import BuyerAccount, Evaluation
from models.faults import shown
from selector.verify.claims.listed import Listing
from selector.verify.claims.wrong import wrong
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import pounds


def buyers(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """The account of each buyer once, in the order of the case, and no other."""
    yield from _LISTING.findings(evaluation.buyers, recomputed.buyers)


def _account(here: str, stated: BuyerAccount, right: BuyerAccount) -> Iterator[Finding]:
    of = f"buyer {shown(stated.buyer)}"
    if stated.years.keys() != right.years.keys():
        yield wrong(f"{here}.years", f"The years of {of}", _list(stated.years), _list(right.years))
    for year, amount in stated.years.items():
        if year in right.years and amount != right.years[year]:
            what = f"What {of} pays in {year}"
            yield wrong(f"{here}.years[{year}]", what, pounds(amount), pounds(right.years[year]))
    if stated.liability != right.liability:
        yield wrong(f"{here}.liability", f"The liability of {of}", pounds(stated.liability), pounds(right.liability))


def _list(years: Iterable[str]) -> str:
    return ", ".join(map(shown, years)) or "none"


_LISTING: Listing[BuyerAccount, str] = Listing(
    name="buyers",
    key=lambda account: account.buyer,
    due=lambda name: f"The account of {shown(name)} belongs to the award",
    unknown=lambda name: f"The account of {shown(name)} is listed, and there is no such buyer.",
    disordered="The accounts of the buyers are not in the order of the case.",
    differences=_account,
)
