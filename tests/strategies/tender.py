"""Who buys, what is bought, and the lots."""

from typing import Any

from hypothesis import strategies as st

from tests.strategies import figures
from tests.strategies.choosing import FLAG, KINDS, Row, maybe, some
from tests.strategies.texts import IDS, NAMES

_PREFERENCE = st.fixed_dictionaries(
    {},
    optional={
        "liability_weight": figures.FACTOR,
        "disruption_value": figures.MONEY,
        "quality_value": figures.MONEY,
    },
)
_IN_HOUSE = st.fixed_dictionaries({"cost": figures.MONEY, "quality": figures.POINTS})


def buyers(draw: st.DrawFn, years: list[str]) -> list[Row]:
    """Buyers, some of them in areas and regions; who is on their shortlists comes with the bidders."""
    areas, regions = (draw(st.lists(NAMES, min_size=1, max_size=2, unique=True)) for _ in range(2))
    rows = []
    for name in draw(st.lists(IDS, min_size=1, max_size=3, unique=True)):
        row: Row = {"id": name, "name": draw(NAMES), "population": draw(figures.POPULATION)}
        maybe(
            draw, row, kind=st.sampled_from(["ccg", "national_board"]), area=st.sampled_from(areas),
            region=st.sampled_from(regions), lon=figures.LONGITUDE, lat=figures.LATITUDE, liability_cap=figures.MONEY,
            min_mean_quality=figures.POINTS, preference=_PREFERENCE,
        )  # fmt: skip
        if years:
            maybe(draw, row, budget=st.dictionaries(st.sampled_from(years), figures.MONEY, max_size=3))
        rows.append(row)
    return rows


def services(draw: st.DrawFn, *, in_people: bool, with_benchmark: bool) -> list[Row]:
    """Services; what depends on the places of buyers comes with the lots."""
    rows = []
    for name in draw(st.lists(IDS, min_size=1, max_size=3, unique=True)):
        row: Row = {"id": name, "name": draw(NAMES)}
        maybe(
            draw, row, scale=st.sampled_from(["local", "national"]), weight=figures.WEIGHT, floor=figures.LIMIT,
            floor_by_kind=st.dictionaries(st.sampled_from(KINDS), figures.LIMIT, max_size=3), min_quality=figures.POINTS,
            quality_standard=figures.POINTS, max_lots_per_bidder=figures.CAP, vat_recoverable=figures.SHARE,
            reprocurement_cost=figures.MONEY, successor_years=figures.SUCCESSOR,
        )  # fmt: skip
        _shape(draw, row)
        if not in_people:
            maybe(draw, row, unit=NAMES)
        if with_benchmark:
            row["benchmark"] = draw(figures.numbers("0.000001", 10**12, 6))
        else:
            maybe(draw, row, benchmark=figures.PRICE)
        rows.append(row)
    return rows


def _shape(draw: st.DrawFn, row: Row) -> None:
    maybe(draw, row, shape=st.sampled_from(["single", "network", "plural"]))
    shape = row.get("shape")
    if shape == "plural":
        row["quality_standard"] = draw(figures.POINTS)
    maybe(draw, row, min_providers=figures.counts(0, 1 if shape == "single" else 10**6))
    least = max(row.get("min_providers", 0), 2 if shape == "plural" else 1)
    maybe(draw, row, max_providers=figures.counts(least, 10**6))


def lots(draw: st.DrawFn, buying: list[Row], bought: list[Row], bidders: list[str], *, benchmark: bool) -> list[Row]:
    """Lots, at least one of each service."""
    pairs = [(buyer["id"], service["id"]) for service in bought for buyer in buying]
    wanted = set(draw(some(pairs, most=6)))
    wanted |= {
        (draw(st.sampled_from(buying))["id"], service["id"])
        for service in bought
        if service["id"] not in {name for _, name in wanted}
    }
    units = {service["id"]: service.get("unit", "people") for service in bought}
    names = draw(st.lists(IDS, min_size=len(wanted), max_size=len(wanted), unique=True))
    rows = []
    for name, (buyer, service) in zip(names, draw(st.permutations(sorted(wanted))), strict=True):
        row: Row = {"id": name, "buyer": buyer, "service": service}
        if units[service] != "people":
            row["volume"] = draw(figures.VOLUME)
        else:
            maybe(draw, row, volume=figures.VOLUME)
        if draw(FLAG):
            row |= {"required": False, "in_house": draw(_IN_HOUSE)}
        price = figures.numbers("0.01", 10**12, 2) if benchmark else figures.MONEY
        maybe(
            draw, row, incumbent=st.sampled_from(bidders), wte=figures.WTE, required_wte=figures.WTE,
            present_cost=figures.MONEY, benchmark=price, min_quality=figures.POINTS,
        )  # fmt: skip
        rows.append(row)
    return rows


def grounds(draw: st.DrawFn, buying: list[Row], bought: list[Row], tendered: list[Row]) -> None:
    """Outposts of services, and places that are to hang together, where the places of their buyers allow it."""
    areas = sorted({buyer["area"] for buyer in buying if "area" in buyer})
    of = {buyer["id"]: buyer for buyer in buying}
    for service in bought:
        if areas:
            maybe(draw, service, outposts=st.dictionaries(st.sampled_from(areas), figures.WTE, max_size=2))
        here = [of[lot["buyer"]] for lot in tendered if lot["service"] == service["id"]]
        levels = [
            level for level in ("area", "buyer", "region") if level == "buyer" or all(level in buyer for buyer in here)
        ]
        contiguity: Row = {}
        maybe(draw, contiguity, of=st.sampled_from(levels))
        if contiguity.get("of", "area") not in levels or not draw(FLAG):
            continue
        if any("lon" in buyer and "lat" in buyer for buyer in here):
            maybe(draw, contiguity, within_km=figures.DISTANCE)
        service["contiguity"] = contiguity


def neighbours(draw: st.DrawFn, buying: list[Row]) -> list[list[Any]]:
    """Pairs of buyers, areas or regions."""
    sorts = [sorted({buyer[key] for buyer in buying if key in buyer}) for key in ("id", "area", "region")]
    several = [names for names in sorts if len(names) > 1]
    if not several:
        return []
    return draw(st.lists(st.sampled_from(several).flatmap(lambda names: some(names, least=2, most=2)), max_size=3))
