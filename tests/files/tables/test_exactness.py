"""Single cases of what a table must keep apart; the properties of round trips found most of them."""

from typing import Any

import pytest
from pydantic import ValidationError

from models import Case, Scenario, read_case
from models.reference import SMALLEST
from selector.files.tables import case_from
from tests.files import grids
from tests.files.alike import assert_alike
from tests.files.grids import Grid
from tests.models.cases import text_of


def case_with(**fields: Any) -> Case:
    return read_case(text_of(SMALLEST | fields))


def read(found: dict[str, Grid]) -> Case:
    return case_from([*grids.given(found)], "the tables")[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"abnormally_low": {"below_mean": None, "below_next": "0.3"}},
        {"abnormally_low": {"below_mean": "0.5", "below_next": None}},
        {"abnormally_low": {}},
        {"options": {"fixed": [], "move_weights": {}}},
        {"options": {"fixed": ["none"], "move_weights": {"b*": 2, "a": 1}}},
        {"options": {"gap": 1e-300, "time_limit": 5e-324}},
        {"options": {"gap": 0.30000000000000004}},
        {"buyers": [SMALLEST["buyers"][0] | {"lon": -0.0, "lat": 1e-7, "shortlist": [], "preference": {}}]},
        {"services": [SMALLEST["services"][0] | {"contiguity": {"of": "buyer"}}]},
        {"frameworks": [{"id": "f", "name": "f", "services": ["payroll"], "accredited": []}]},
        {"criteria": [{"id": "c", "name": "c", "services": []}]},
        {"vat": {"private": 0}, "transfer_terms": {"private": {"transfer": 0, "buyer_share": 1}}},
        {"scenarios": [{"id": "s", "name": "s", "patch": {"rules": {}, "bids": {"": None, "a/b~c ": "TRUE"}}}]},
        {"scenarios": [{"id": "s", "name": "s", "patch": {"name": 10**99, "notes": 1 - 10**99, "date": "1e999"}}]},
    ],
)  # fmt: skip
def test_what_is_written_comes_back(fields: dict[str, Any]) -> None:
    # Not from its text: there are binary fractions that no JSON text is read for.
    case = Case.model_validate(SMALLEST | fields)
    for kept in (grids.of_workbook, grids.of_text):
        assert_alike(read(grids.grids(case, kept)), case)


def test_a_preference_with_its_defaults_is_not_none() -> None:
    with_defaults = case_with(buyers=[SMALLEST["buyers"][0] | {"preference": {}}])
    [row] = [rows for name, rows in grids.grids(with_defaults).items() if name == "Buyers"]
    assert 1.0 in row[1]
    assert read(grids.grids(case_with())).buyers[0].preference is None


def test_no_word_for_none_where_there_is_nothing_to_say() -> None:
    rows = grids.grids(case_with())["Case"]
    assert not [row for row in rows if row[1] == "none"]


def test_notes_above_the_headings() -> None:
    found = grids.grids(case_with())
    note: Grid = [["# filled in on Monday", "by Ann"], []]
    assert read({name: note + rows for name, rows in found.items()}) == case_with()


def test_a_first_column_that_is_left_out() -> None:
    found = grids.grids(case_with())
    for name, rows in found.items():
        if name != "Case":
            found[name] = [["# mine" if number == 0 else None, *row] for number, row in enumerate(rows)]
    assert read(found) == case_with()


def test_scenarios_that_say_the_same_stay_apart() -> None:
    found = grids.grids(case_with(scenarios=[{"id": name, "name": name} for name in ("s", "t")]))
    found["Scenario changes"] = [
        ["Scenario", "Change", "To"],
        ["s", "/rules", "{}"],
        ["s", "/rules/cap", "null"],
        ["t", "/rules", "{}"],
    ]
    assert [scenario.patch for scenario in read(found).scenarios] == [{"rules": {"cap": None}}, {"rules": {}}]


@pytest.mark.parametrize("number", [10**100, -(10**99), 1e100])
def test_a_number_that_no_text_of_a_case_may_hold(number: float) -> None:
    """What is written must be read again: the sign counts among the hundred letters of a number."""
    with pytest.raises(ValidationError, match="not within range"):
        Scenario.model_validate({"id": "s", "name": "s", "patch": {"name": number}})
