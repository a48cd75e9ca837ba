"""Who may supply."""

from decimal import Decimal

from hypothesis import strategies as st

from tests.strategies import figures
from tests.strategies.choosing import FLAG, KINDS, Row, maybe, some
from tests.strategies.texts import IDS, NAMES

_ALONE = [kind for kind in KINDS if kind != "partnership"]
_HOSTING = st.fixed_dictionaries(
    {"until": figures.MONTH_START, "becomes": st.sampled_from(KINDS)}, optional={"transfer": figures.SHARE}
)
_MOBILISATION = st.fixed_dictionaries(
    {"begins": figures.DAY}, optional={"lots_a_month": figures.RATE, "wte_a_month": figures.RATE}
)


def names(draw: st.DrawFn) -> list[str]:
    """Ids of bidders."""
    return draw(st.lists(IDS, min_size=1, max_size=4, unique=True))


def bidders(draw: st.DrawFn, ids: list[str], buyers: list[str], services: list[str]) -> list[Row]:
    """A bidder for each id, of every kind."""
    kinds = {name: draw(st.sampled_from(KINDS)) for name in ids}
    alone = [name for name in ids if kinds[name] != "partnership"]
    if not alone:
        kinds[ids[0]] = "private"
        alone = ids[:1]
    rows = []
    for name in ids:
        row: Row = {"id": name, "name": draw(NAMES), "kind": kinds[name]}
        if kinds[name] == "in_house":
            row["buyer"] = draw(st.sampled_from(buyers))
        if kinds[name] == "partnership":
            row["partners"] = _partners(draw, alone)
        maybe(
            draw, row, nhs=FLAG, group=NAMES, tags=st.lists(NAMES, max_size=3), overhead=figures.MONEY,
            setup=_by(services, figures.MONEY), capacity=_by(services, figures.LIMIT), capacity_wte=figures.WTE,
            viability_floor=figures.PEOPLE, served_elsewhere=figures.PEOPLE,
            served_elsewhere_by_service=_by(services, figures.LIMIT), partner_only=FLAG,
            outpost_cost=_by(services, figures.MONEY), hosting=_HOSTING, mobilisation=_MOBILISATION,
        )  # fmt: skip
        rows.append(row)
    return rows


def is_nhs(bidder: Row) -> bool:
    """Whether a bidder is of the NHS family."""
    return bool(bidder.get("nhs", bidder["kind"] in ("nhs_csu", "in_house")))


def _partners(draw: st.DrawFn, alone: list[str]) -> list[Row]:
    rows = []
    left = Decimal(1)
    for name in draw(some(alone, least=1)):
        share = min(Decimal(draw(figures.PART)), left)
        if share:
            rows.append({"bidder": name, "share": format(share, "f")})
        left -= share
    return rows


def _by(keys: list[str], values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(keys), values, max_size=2)
