"""The order of columns, and of rows where it means nothing, changes nothing; neither do blank rows and notes."""

from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import Case
from selector.files.cells import Cell
from selector.files.tables import Settings, Sheet, case_from, layout
from selector.files.tables.changes import Changes
from selector.files.tables.keyed import Keyed
from selector.files.tables.parts import Parts
from selector.files.tables.records import Records
from tests.files.alike import assert_alike
from tests.files.grids import Grid, grids
from tests.files.grids import given as as_given
from tests.strategies.any_case import cases

USUAL: dict[str, Any] = {
    "max_examples": 25,
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
}
JUNK: tuple[Cell, ...] = ("x", 1.5, True, None, "", "  ", '"', "none")
SHUFFLES = st.integers(0, 2**32).map(Random)
SHEETS = {sheet.name: sheet for sheet in layout()}


def with_other_columns(rows: Grid, random: Random) -> Grid:
    """The columns in another order, some of them blank, some of them notes."""
    width = len(rows[0])
    order: list[int] = [*range(width), *(width + at for at in range(random.randrange(3)))]
    random.shuffle(order)
    notes = [f"# note {at}" if random.random() < 0.5 else None for at in order]

    def cell(row: list[Cell], number: int, place: int) -> Cell:
        at = order[place]
        if at < width:
            return row[at]
        if number == 0:
            return notes[place]
        # A row is left out by a note in its first cell: there none may stand.
        return random.choice(JUNK) if notes[place] and place else None

    return [[cell(row, number, place) for place in range(len(order))] for number, row in enumerate(rows)]


def with_other_rows(rows: Grid, random: Random) -> Grid:
    """Blank rows and notes between the rows, and blank cells at their ends left out."""
    found: Grid = []
    for row in rows:
        for _ in range(random.randrange(3)):
            note: list[Cell] = [f"#{random.choice(JUNK)}", *random.choices(JUNK, k=len(row))]
            found.append(random.choice([[], [None] * len(row), [" ", ""], note]))
        end = len(row)
        while end and row[end - 1] is None:
            end -= 1
        found.append(row[:end])
    return found


def shuffled(rows: Grid, random: Random) -> Grid:
    below = rows[1:]
    random.shuffle(below)
    return [rows[0], *below]


def by_owner(rows: Grid, random: Random) -> Grid:
    """The rows of other owners in another order; those of each stay as they are."""
    places = {row[0]: random.random() for row in rows[1:]}
    return [rows[0], *sorted(rows[1:], key=lambda row: places[row[0]])]


def disturbed(sheet: Sheet, rows: Grid, random: Random) -> Grid:
    """A table that says the same."""
    match sheet:
        case Settings():
            return with_other_rows(shuffled(rows, random), random)
        case Keyed() | Changes():
            rows = shuffled(rows, random)
        case Parts():
            rows = by_owner(rows, random)
    return with_other_rows(with_other_columns(rows, random), random)


@settings(**USUAL)
@given(cases(), SHUFFLES)
def test_the_same_in_another_order(case: Case, random: Random) -> None:
    found = {name: disturbed(SHEETS[name], rows, random) for name, rows in grids(case).items()}
    names = list(found)
    random.shuffle(names)
    again, remarks = case_from([*as_given({name: found[name] for name in names})], "the tables")
    assert again == case
    assert again.sha256 == case.sha256
    assert remarks == []


@settings(**USUAL)
@given(cases(), SHUFFLES)
def test_rows_of_lists_in_another_order(case: Case, random: Random) -> None:
    found = grids(case)
    for name, rows in found.items():
        if isinstance(SHEETS[name], Records):
            found[name] = shuffled(rows, random)
    again, _ = case_from([*as_given(found)], "the tables")
    for table in Case.model_fields:
        before, after = getattr(case, table), getattr(again, table)
        if isinstance(before, tuple):
            assert sorted(after, key=repr) == sorted(before, key=repr)
    assert_alike(again.model_copy(update={name: getattr(case, name) for name in Case.model_fields}), case)


@settings(**USUAL)
@given(cases())
def test_a_sheet_without_rows_says_nothing(case: Case) -> None:
    """Of the sheets that a case can do without those that are empty may be left out."""
    found = grids(case)
    demanded = {"Case", "Buyers", "Services", "Bidders", "Bids"}
    left = {name: rows for name, rows in found.items() if len(rows) > 1 or name in demanded}
    again, _ = case_from([*as_given(left)], "the tables")
    assert_alike(again, case)
