"""Whose posts are at stake: the staff of the abolished primary care trusts, by CCG and directorate. Synthetic.

The means give the published ones. A month's pay for each complete year of service, a month being 4.35 weeks and a week
7/365 of a year, is 4.35 x 7/365 = 0.083425 of yearly pay for each year. With the directorates' staff as shares of the
15.6 people per 100,000 served::

    directorate   share   yearly pay   years   wte    payment = 0.083425 x pay x years x wte
    corporate     0.189      £33,500      14   0.95   £37,170
    informatics   0.147      £38,000      12   0.95   £36,140
    contracting   0.231      £43,600      14   0.95   £48,377
    clinical      0.359      £42,500      14   0.95   £47,156
    engagement    0.074      £34,800      13   0.95   £35,855
                                             weighted £43,096

beside £43,095, the mean of some 10,000 redundancies to 31 March 2013 (Nursing Times 5060914); and 15.6 per 100,000 of
56.3 million people are 8,790 staff, within the 8,500 to 9,000 whom the commissioning support units had.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from models import BidderKind, LotShare, StaffGroup, TransferTerms
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Function, Line
from selector.examples.england_2013.supplier import Supplier

# Yearly full-time pay in £ and complete years of service, on average.
_MEANS: Mapping[Function, tuple[int, int]] = {
    "corporate": (33_500, 14),
    "informatics": (38_000, 12),
    "contracting": (43_600, 14),
    "clinical": (42_500, 14),
    "engagement": (34_800, 13),
}
_PART_TIME = (Decimal("0.9"), Decimal("0.95"), Decimal(1))

# Within the NHS family everyone moves. Outside it a share does (regulations on the transfer of undertakings, pensions
# permitting): an assumption, as no figures were published. By the plan of 2011 the CCG pays for those who do not, if it
# leaves the NHS. A partnership's terms are those of the part that no NHS unit does: a firm's.
TERMS: Mapping[BidderKind, TransferTerms] = {
    "nhs_csu": TransferTerms(transfer=Decimal(1), buyer_share=Decimal(0)),
    "in_house": TransferTerms(transfer=Decimal(1), buyer_share=Decimal(0)),
    "partnership": TransferTerms(transfer=Decimal("0.5"), buyer_share=Decimal(1)),
    "local_authority": TransferTerms(transfer=Decimal("0.6"), buyer_share=Decimal(1)),
    "private": TransferTerms(transfer=Decimal("0.5"), buyer_share=Decimal(1)),
    "voluntary": TransferTerms(transfer=Decimal("0.4"), buyer_share=Decimal(1)),
}

_MANY_TRANSFER, _MANY = 0.12, Decimal("0.8")
_NEARLY_ALL = Decimal("0.95")  # whoever starts from nothing needs people


def groups(ccg: Ccg, lines: Iterable[Line], seed: int, employer: str | None = None) -> tuple[StaffGroup, ...]:
    """The staff who work for one CCG, a group for each directorate, each shared over the directorate's services.

    Where an ``employer`` is named, groups also say where they work, and what on.
    """
    by_function: dict[Function, list[Line]] = {}
    for line in lines:
        by_function.setdefault(line.function, []).append(line)
    return tuple(
        _group(ccg, function, members, employer, Stream(seed, "staff", ccg.ods, function))
        for function, members in by_function.items()
    )


def _group(ccg: Ccg, function: Function, lines: list[Line], employer: str | None, draw: Stream) -> StaffGroup:
    pay, years = _MEANS[function]
    intensity = sum(line.staff for line in lines)
    heads = max(1, int(intensity * ccg.people / 100_000 * draw.uniform(0.9, 1.1) + 0.5))
    shares = [rounded(line.staff / intensity, 3) for line in lines]
    shares[-1] = 1 - sum(shares[:-1], Decimal(0))
    return StaffGroup(
        id=f"{ccg.ods}/{function}",
        name=f"{function.capitalize()} staff of the abolished trust, {ccg.name}",
        lots=tuple(
            LotShare(lot=f"{ccg.ods}/{line.id}", share=share) for line, share in zip(lines, shares, strict=True)
        ),
        employer=employer,
        function=None if employer is None else function,
        place=None if employer is None else ccg.ods,
        headcount=Decimal(heads),
        wte_per_head=_PART_TIME[draw.whole(0, 2)],
        salary=Decimal(int(pay * draw.uniform(0.95, 1.05) / 100 + 0.5) * 100),
        # Complete years count, so that five years of spread, cut down, lie evenly about the mean.
        service_years=rounded(years - 2 + draw.uniform(0, 4.94), 1),
    )


def own_terms(seed: int, supplier: Supplier, lot: str) -> Decimal | None:
    """The share of staff that a bid itself promises to take; None for the usual terms of its kind."""
    if supplier.partner_only:
        return _NEARLY_ALL
    if supplier.kind == "private" and Stream(seed, "transfer", supplier.id, lot).chance(_MANY_TRANSFER):
        return _MANY
    return None
