"""What quality is made of."""

from hypothesis import strategies as st

from tests.strategies import figures
from tests.strategies.choosing import Row, maybe, some
from tests.strategies.texts import IDS, NAMES


def criteria(draw: st.DrawFn, services: list[str]) -> list[Row]:
    """A forest of criteria, in any order."""
    rows: list[Row] = []
    scopes: dict[str, set[str] | None] = {}
    for name in draw(st.lists(IDS, max_size=4, unique=True)):
        row: Row = {"id": name, "name": draw(NAMES)}
        if rows:
            maybe(draw, row, parent=st.sampled_from([each["id"] for each in rows]))
        above = scopes.get(row.get("parent", ""))
        maybe(draw, row, weight=figures.WEIGHT, minimum=figures.POINTS, services=some(services))
        stated = row.get("services")
        # What is stated below must leave something of what is stated above.
        if stated and above and above.isdisjoint(stated):
            stated.append(draw(st.sampled_from(sorted(above))))
        scopes[name] = above if stated is None else set(stated) if above is None else above & set(stated)
        rows.append(row)
    parents = {row["parent"] for row in rows if "parent" in row}
    for row in rows:
        if row["id"] not in parents:
            maybe(draw, row, out_of=figures.SCALE)
    return draw(st.permutations(rows))


def leaves(rows: list[Row], services: list[str]) -> dict[str, list[Row]]:
    """By service, the criteria without parts that apply to it."""
    of = {row["id"]: row for row in rows}
    parents = {row["parent"] for row in rows if "parent" in row}

    def applies(row: Row, service: str) -> bool:
        if row.get("services") is not None and service not in row["services"]:
            return False
        return "parent" not in row or applies(of[row["parent"]], service)

    return {
        service: [row for row in rows if row["id"] not in parents and applies(row, service)] for service in services
    }
