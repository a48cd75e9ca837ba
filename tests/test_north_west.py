"""Ten hand-made cases of the North West without an award: what a board is told."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models import Options
from selector import evaluate, read_case
from selector.examples import england_2013
from selector.files.case_text import case_text
from tests.cli.running import run_process
from tests.north_west import CASES, NORTH_WEST

Document = dict[str, Any]
Edit = Callable[[Document], None]

_REASONS = {
    "national_floors_in_one_region": "Business intelligence: 2 providers of 5,000,000 people each need 10,000,000; the buyers in this case have 6,955,847.",
    "a_budget_below_the_cheapest_bids": "NHS Halton may spend at most £900,000.00 in 2015-16; no award needs less than £1,106,957.92.",
    "a_small_board_wants_more_for_less": "With the others as they are, the budget of NHS Vale Royal for 2015-16 would have to be £948,922.35 and not £905,000.00.",
    "nobody_pays_for_redundancy": "With the others as they are, the liability cap of all buyers together would have to be £27,178.58 and not £0.00.",
    "every_bidder_vetoed": "Each bid for Medicines management for NHS South Sefton is kept out by one of these 6 rules.",
    "one_organisation_for_a_service_too_large": "With the others as they are, the capacity of Example Shared Services Ltd for Back office (finance, HR) would have to be 6,955,847 people and not 4,000,000 people.",
    "too_little_room_for_a_service": "Complaints: all that bid for it can take on 6,033,663 people between them; the buyers in this case have 6,955,847.",
    "a_minimum_that_no_bid_meets": "Information governance: a bid must score at least 88 points; in each award some accepted bid has 72.4 points or less.",
    "more_providers_than_floors_allow": "Back office (finance, HR): 4 providers of 2,000,000 people each need 8,000,000; the buyers in this case have 6,955,847.",
    "a_standard_between_two_providers": "Business intelligence: each provider's mean quality must be at least 79 points; in each award some provider has 74.138 points or less.",
}


# The others take ten seconds and more.
_QUICK = {
    "a_budget_below_the_cheapest_bids",
}


@pytest.fixture(scope="module")
def north_west() -> Document:
    document: Document = json.loads(case_text(england_2013(NORTH_WEST)))
    return document


@pytest.mark.parametrize(
    "edit",
    [edit if edit.__name__ in _QUICK else pytest.param(edit, marks=pytest.mark.deep) for edit in CASES],
)
def test_the_reason_is_told_with_its_figures(edit: Edit, north_west: Document) -> None:
    document = copy.deepcopy(north_west)
    edit(document)
    conflict = evaluate(
        read_case(json.dumps(document)), Options(time_limit=300), clashes=1, repairs=0, isolated=False
    ).conflict
    assert conflict is not None
    assert conflict.minimal
    assert _REASONS[edit.__name__] in conflict.explanation


@pytest.mark.deep
@pytest.mark.parametrize("edit", CASES)
def test_a_repair_mends(edit: Edit, north_west: Document, tmp_path: Path) -> None:
    document = copy.deepcopy(north_west)
    edit(document)
    case, mended = tmp_path / "case.json", tmp_path / "mended.json"
    case.write_text(json.dumps(document))
    told = run_process("evaluate", str(case))
    assert told.code == 3, told.err
    assert "What would mend it" in told.out
    applied = run_process("conflict", str(case), "--apply", str(mended), "--repairs", "1", "--time-limit", "60")
    assert applied.code == 0, applied.err
    assert run_process("evaluate", str(mended), "--gap", "0.02").code == 0
