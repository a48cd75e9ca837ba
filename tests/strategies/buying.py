"""How bidders and buyers come together: discounts, frameworks and joint purchases."""

from decimal import Decimal

from hypothesis import strategies as st

from tests.strategies import figures
from tests.strategies.choosing import Row, maybe, some
from tests.strategies.texts import IDS, NAMES


def discounts(draw: st.DrawFn, bidders: list[str], services: list[Row], bids: list[Row]) -> list[Row]:
    """At most one for each bidder and service; pounds off a unit only where no bid could fall below nothing."""
    units = {service["id"]: service.get("unit", "people") for service in services}
    # Of the services of a bidder each is given away once; None stands for all of them.
    left: dict[str, list[str]] = {name: list(units) for name in bidders}
    rows = []
    for name in draw(st.lists(IDS, max_size=3, unique=True)):
        bidder = draw(st.sampled_from(bidders))
        if not left[bidder]:
            continue
        row: Row = {"id": name, "bidder": bidder}
        scope = left[bidder]
        if len(scope) < len(units) or draw(st.booleans()):
            scope = row["services"] = draw(some(left[bidder], least=1))
        left[bidder] = [service for service in left[bidder] if service not in scope]
        own = [bid for bid in bids if bid["bidder"] == bidder]
        _tiers(draw, row, has_bids=bool(own), one_unit=len({units[service] for service in scope}) == 1)
        rows.append(row)
    return rows


def _tiers(draw: st.DrawFn, row: Row, *, has_bids: bool, one_unit: bool) -> None:
    maybe(draw, row, by=st.sampled_from(["spend", "lots", *(["volume"] if one_unit else [])]))
    by = row.get("by", "spend")
    if not has_bids:  # else its bids would have to run alike
        maybe(draw, row, kind=st.sampled_from(["all_units", "incremental"]))
    places = {"spend": 2, "lots": 0, "volume": 3}[by]
    by_rate = by == "spend" or (row.get("kind") != "incremental" and draw(st.booleans()))
    off = figures.SHARE if by_rate else st.just("0") if has_bids else figures.PRICE
    starts = draw(st.lists(figures.numbers(0, 10**12, places).map(Decimal), min_size=1, max_size=4, unique=True))
    row["tiers"] = [
        {"at_least": format(start, "f"), "rate" if by_rate else "per_unit": draw(off)} for start in sorted(starts)
    ]


def frameworks(draw: st.DrawFn, bidders: list[str], services: list[str]) -> list[Row]:
    """Each service under one of them at most."""
    left = list(services)
    rows = []
    for name in draw(st.lists(IDS, max_size=2, unique=True)):
        if not left:
            break
        row: Row = {"id": name, "name": draw(NAMES), "services": draw(some(left, least=1))}
        left = [service for service in left if service not in row["services"]]
        maybe(draw, row, accredited=some(bidders), min_competitors=figures.COUNT)
        rows.append(row)
    return rows


def joint_purchases(draw: st.DrawFn, buyers: list[Row], services: list[str]) -> list[Row]:
    """Of two buyers or more, named by id, area or region."""
    ids = [buyer["id"] for buyer in buyers]
    rows: list[Row] = []
    if len(ids) < 2:
        return rows
    for name in draw(st.lists(IDS, max_size=2, unique=True)):
        row: Row = {"id": name, "name": draw(NAMES)}
        for field, key in (("areas", "area"), ("regions", "region")):
            there = sorted({buyer[key] for buyer in buyers if key in buyer})
            if there:
                maybe(draw, row, **{field: some(there)})
        meant = {
            buyer["id"] for buyer in buyers
            if buyer.get("area") in row.get("areas", ()) or buyer.get("region") in row.get("regions", ())
        }  # fmt: skip
        if len(meant) < 2:
            row["buyers"] = draw(some(ids, least=2))
        else:
            maybe(draw, row, buyers=some(ids))
        maybe(draw, row, services=some(services, least=1))
        rows.append(row)
    return rows
