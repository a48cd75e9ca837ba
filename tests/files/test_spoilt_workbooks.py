"""Ways to spoil a good workbook: each is told with its sheet, its cell and what is expected, or makes no difference."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.files.spoiling import Spoilt, good_case, good_workbook

Spoil = Callable[[Spoilt], object]
_DATE = "dd mmm yyyy"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "good.xlsx"
    good_workbook(path)
    return path


@pytest.fixture
def spoilt(good: Path, tmp_path: Path) -> Spoilt:
    return Spoilt(good, tmp_path / "spoilt.xlsx")


def _put(sheet: str, heading: str, row: int, value: Any, number_format: str = "") -> Spoil:
    return lambda spoilt: spoilt.put(sheet, heading, row, value, number_format)


def _set(heading: str, value: Any) -> Spoil:
    return lambda spoilt: spoilt.type(spoilt.setting(heading), value)


def _head(sheet: str, heading: str, value: Any) -> Spoil:
    return _put(sheet, heading, 1, value)


def _rename(sheet: str, title: str) -> Spoil:
    def rename(spoilt: Spoilt) -> None:
        renamed = spoilt[sheet]
        renamed.title = "x"  # else openpyxl numbers names that differ in capitals alone
        renamed.title = title

    return rename


def _copy(sheet: str, title: str) -> Spoil:
    return lambda spoilt: setattr(spoilt.book.copy_worksheet(spoilt[sheet]), "title", title)


def _remove(sheet: str) -> Spoil:
    return lambda spoilt: spoilt.book.remove(spoilt[sheet])


BID = "Bids"
SPOILT: dict[str, tuple[Spoil, str]] = {
    "a price in words": (
        _put(BID, "Price", 2, "two hundred thousand"),
        'Bids!D2 (Price): "two hundred thousand" is not a number: write it like 1234.56',
    ),
    "a negative price": (_put(BID, "Price", 2, -5), "Bids!D2 (Price): -5 is not allowed: it must be 0 or more"),
    "a price formatted as a date": (
        _put(BID, "Price", 2, datetime.date(2013, 4, 1), _DATE),
        "Bids!D2 (Price): 2013-04-01 is a date or time: a number is expected; format the cell as a number",
    ),
    "a price in per cent": (
        _put(BID, "Price", 2, "50%"),
        'Bids!D2 (Price): "50%" is a percentage: this column takes a number, such as 50',
    ),
    "a price with odd commas": (_put(BID, "Price", 2, "20,00"), 'Bids!D2 (Price): "20,00" is not a number'),
    "no price": (_put(BID, "Price", 2, None), "Bids!D2 (Price): is missing: a number, from 0"),
    "a price too exact": (_put(BID, "Price", 2, "1.2345678"), 'Bids!D2 (Price): "1.2345678" has more than 6 decimal'),
    "a flag for a price": (_put(BID, "Price", 2, value=True), "Bids!D2 (Price): true is not a number"),
    "an error for a score": (
        _put(BID, "Score: service", 2, "#N/A"),
        "Bids!O2 (Score (points): service): #N/A is an error of the spreadsheet: mend the formula",
    ),
    "a formula that nobody worked out": (
        _put(BID, "Price", 2, "=D3*2"),
        "Bids!D2 (Price): the formula =D3*2 has not been worked out: open the workbook in Excel",
    ),
    "a formula where blank is allowed": (
        _put(BID, "Transition", 2, "=SUM(D2:D3)"),
        "Bids!L2 (Transition): the formula =SUM(D2:D3) has not been worked out",
    ),
    "a bidder misspelt": (
        _put(BID, "Bidder", 2, "moorlnd"),
        'Bids!B2 (Bidder): there is no bidder "moorlnd" (did you mean "moorland"?)',
    ),
    "no bidder": (_put(BID, "Bidder", 2, None), "Bids!B2 (Bidder): is missing: an id is expected"),
    "a lot misspelt": (
        _put(BID, "Lots", 2, "northside/caer"),
        'Bids!C2 (Lots): there is no lot "northside/caer" (did you mean "northside/care"?)',
    ),
    "lots apart by a comma": (
        _put(BID, "Lots", 2, "northside/care, moor/care"),
        'Bids!C2 (Lots): there is no lot "northside/care, moor/care": several stand apart by ;',
    ),
    "a lot named twice": (
        _put(BID, "Lots", 2, "northside/care; northside/care"),
        'Bids!C2 (Lots): "northside/care" is named twice',
    ),
    "an id twice": (
        _put(BID, "Id", 3, "moorland/northside/care"),
        'Bids!A3 (Id): "moorland/northside/care" is already the id of row 2 of Bids',
    ),
    "no id": (_put(BID, "Id", 2, None), "Bids!A2 (Id): is missing: an id is expected"),
    "a score above the scale": (
        _put(BID, "Score: service", 2, 101),
        "Bids!O2 (Score (points): service): 101 is not allowed: it must be 100 or less",
    ),
    "no score": (
        _put(BID, "Score: continuity", 2, None),
        'Bids!P2 (Score (points): continuity): has no score on criterion "continuity"',
    ),
    "per cent without its sign": (
        _put(BID, "Indexation", 2, 2.5),
        "Bids!F2 (Indexation): 2.5 is more than 100 %: if 2.5 % was meant, write 2.5% or 0.025",
    ),
    "a start within a month": (
        _put(BID, "Start", 2, datetime.date(2013, 4, 15), _DATE),
        'Bids!H2 (Start): "2013-04-15" is not the first day of a month',
    ),
    "a day that never was": (_put(BID, "Start", 2, "31/02/2013"), 'Bids!H2 (Start): "31/02/2013" is not the first day'),
    "the month before the day": (_put(BID, "Start", 2, "04/13/2013"), 'Bids!H2 (Start): "04/13/2013" is not'),
    "a time of day": (
        _put(BID, "Start", 2, datetime.datetime(2013, 4, 1, 9, 30), "dd mmm yyyy hh:mm"),
        "Bids!H2 (Start): 2013-04-01 09:30:00 has a time of day",
    ),
    "a word that is not in the list": (
        _put(BID, "Price basis", 2, "per year"),
        'Bids!E2 (Price basis): "per year" is not allowed: it must be year or head',
    ),
    "a word of the list misspelt": (
        _put(BID, "Form", 2, "contrct"),
        'Bids!G2 (Form): "contrct" is not allowed: it must be agreement or contract (did you mean "contract"?)',
    ),
    "a heading renamed": (
        _head(BID, "Price", "Prise (£)"),
        'Bids!D1: "Prise (£)" is not a column of this sheet (did you mean "Price (£)"?)',
    ),
    "a heading twice": (_head(BID, "Price basis", "Price"), 'Bids!E1: "Price" already stands in column D'),
    "a heading deleted": (_head(BID, "Price", None), 'Bids: there is no column "Price (£)"'),
    "a column without a heading": (
        lambda spoilt: spoilt.type(spoilt[BID]["Z3"], "see me"),
        'Bids!Z3: "see me" stands in a column without a heading: write one',
    ),
    "a criterion misspelt above its column": (
        _head(BID, "Score: service", "Score: servcie"),
        'Bids!O1: there is no "servcie" among the criteria (did you mean "service"?)',
    ),
    "a year misspelt above its column": (
        lambda spoilt: spoilt.type(spoilt[BID]["Q1"], "Price: 2013"),
        'Bids!Q1: "2013" is not a financial year, such as 2013-14',
    ),
    "a sheet deleted": (_remove(BID), "Bids: there is no table Bids"),
    "a sheet under another name": (_rename(BID, "Bid"), 'Bid: is not a table of a case (did you mean "Bids"?)'),
    "a sheet twice": (_copy(BID, "bids_"), "bids_: is a second table of Bids: Bids is the first"),
    "a copy of a sheet": (_copy("Lots", "Lotts 2"), 'Lotts 2: is not a table of a case (did you mean "Lots"?)'),
    "cells merged": (
        lambda spoilt: spoilt[BID].merge_cells("B2:B4"),
        "Bids!B4 (Bidder): is merged into B2:B4: unmerge these cells, and write the value into each",
    ),
    "perhaps": (_put("Lots", "Required", 2, "perhaps"), 'Lots!E2 (Required): "perhaps" is not yes or no'),
    "an optional lot without a fallback": (
        _put("Lots", "Required", 2, "no"),
        "Lots!F2 (In house: cost): is missing: an optional lot must say what it costs without a bid",
    ),
    "another currency": (_set("Currency", "EUR"), 'Case!B5 (Currency): "EUR" is not allowed: it must be GBP'),
    "a rate without its sign": (
        _set("Horizon: discount rate", 3.5),
        "Case!B9 (Horizon: discount rate): 3.5 is more than 100 %: if 3.5 % was meant, write 3.5% or 0.035",
    ),
    "a setting left blank": (_set("Date", None), "Case!B6 (Date): is missing: a date, such as 1 April 2013 is expected"),
    "a setting renamed": (
        lambda spoilt: spoilt.type(spoilt["Case"]["A5"], "Currencie"),
        'Case!A5: "Currencie" is not a setting (did you mean "currency"?)',
    ),
    "a setting without its name": (
        lambda spoilt: spoilt.type(spoilt["Case"]["A5"], None),
        'Case!A5: "GBP" stands beside no setting: write its name, or # to have it left out',
    ),
    "a year in place of a date": (lambda spoilt: spoilt.type(spoilt.setting("Date"), 2013, "General"), 'Case!B6 (Date): "2013" is not a date'),
    "a setting twice": (
        lambda spoilt: spoilt.type(spoilt["Case"]["A5"], "Name"),
        'Case!A5: "Name" already stands in row 3',
    ),
    "a horizon that starts in May": (_set("Horizon: start", "1 May 2013"), "Case!B7 (Horizon: start): the horizon starts on"),
    "half a person": (
        _put("Buyers", "Population", 2, 180000.5),
        'Buyers!D2 (Population): "180000.5" is not a whole number',
    ),
    "nobody": (_put("Buyers", "Population", 2, 0), "Buyers!D2 (Population): 0 is not allowed: it must be more than 0"),
    "a place off the map": (
        _put("Buyers", "Latitude", 2, 100),
        "Buyers!H2 (Latitude): 100.0 is not allowed: it must be 90 or less",
    ),
    "a veto misspelt": (
        _put("Buyers", "Vetoes", 2, "analytics; valey"),
        'Buyers!L2 (Vetoes): there is no bidder "valey" (did you mean "valley"?)',
    ),
    "a kind of bidder that is none": (
        _put("Bidders", "Kind", 2, "limited company"),
        'Bidders!C2 (Kind): "limited company" is not allowed: it must be NHS CSU, private, voluntary',
    ),
    "a share as 60": (
        _put("Staff on lots", "Share", 4, "60"),
        "Staff on lots!C4 (Share): 60 is more than 100 %: if 60 % was meant, write 60% or 0.60",
    ),
    "a staff group misspelt": (
        _put("Staff on lots", "Staff group", 4, "analyst"),
        'Staff on lots!A4 (Staff group): there is no "analyst" among the staff groups (did you mean "analysts"?)',
    ),
    "the same service of a bidder twice": (
        _put("Bidder services", "Bidder", 3, "moorland"),
        'Bidder services!C3 (Setup): 15000 is the second for "data": see row 2',
    ),
}  # fmt: skip


def test_there_are_many() -> None:
    assert len(SPOILT) + len(TOLERATED) >= 80
    assert len(SPOILT) >= 40


@pytest.mark.parametrize(("spoil", "expected"), SPOILT.values(), ids=SPOILT.keys())
def test_it_is_told_with_its_place(spoilt: Spoilt, spoil: Spoil, expected: str) -> None:
    spoil(spoilt)
    told = [str(fault) for fault in spoilt.faults()]
    assert any(each.startswith(expected) for each in told), told
    # One mistake is not told in many ways.
    assert len(told) <= 3, told


def test_several_are_told_in_one_pass(spoilt: Spoilt) -> None:
    names = [
        "a price in words", "an id twice", "a lot misspelt", "perhaps", "another currency", "nobody", "no score",
        "a kind of bidder that is none", "a share as 60", "an error for a score", "a setting left blank",
    ]  # fmt: skip
    for name in names:
        if name == "a lot misspelt":  # row 2 has faults already
            spoilt.put(BID, "Lots", 5, "northside/caer")
            continue
        SPOILT[name][0](spoilt)
    places = {str(fault.place).partition(" ")[0] for fault in spoilt.faults()}
    assert {
        "Bids!D2",
        "Bids!A3",
        "Bids!C5",
        "Lots!E2",
        "Case!B5",
        "Buyers!D2",
        "Bidders!C2",
        "Bids!O2",
        "Case!B6",
    } <= places
    assert all(fault.place is not None for fault in spoilt.faults())


def test_faults_are_in_the_order_of_sheets_and_rows(spoilt: Spoilt) -> None:
    for sheet, heading, row in ((BID, "Price", 4), (BID, "Price", 2), (BID, "Bidder", 4), ("Buyers", "Population", 2)):
        spoilt.put(sheet, heading, row, "?")
    cells = [str(fault.place).partition(" ")[0] for fault in spoilt.faults()]
    assert [cell for cell in cells if cell != "Bids!B4"] == ["Buyers!D2", "Bids!D2", "Bids!D4"]


def _blank_rows(spoilt: Spoilt) -> None:
    spoilt[BID].insert_rows(4, 3)
    spoilt["Buyers"].insert_rows(2)
    spoilt[BID].insert_rows(1, 2)


def _reordered(spoilt: Spoilt) -> None:
    sheet = spoilt[BID]
    width = sheet.max_column
    for row in sheet.iter_rows():
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values[:width]), strict=True):
            cell.value = value


def _notes(spoilt: Spoilt) -> None:
    sheet = spoilt[BID]
    sheet.cell(1, sheet.max_column + 1).value = "# Checked by"
    sheet.cell(3, sheet.max_column).value = "Anne"
    sheet.append(["# The rest came too late", "nobody", "?"])
    sheet.append([" # and this too", "nobody", "?"])
    spoilt.book.create_sheet("# Workings")["A1"] = "1 + 1"


def _hidden(spoilt: Spoilt) -> None:
    spoilt[BID].row_dimensions[3].hidden = True
    spoilt[BID].column_dimensions["D"].hidden = True
    spoilt["Criteria"].sheet_state = "hidden"
    spoilt["Lots"].sheet_state = "veryHidden"
    hidden = spoilt.book.create_sheet("Old bids")
    hidden["A1"], hidden.sheet_state = "anything", "hidden"


def _far_formats(spoilt: Spoilt) -> None:
    spoilt[BID].cell(900_000, 200).number_format = "0.00"


def _merged_notes(spoilt: Spoilt) -> None:
    sheet = spoilt[BID]
    sheet["A20"] = "# Approved on 3 March"
    sheet.merge_cells("A20:F21")
    sheet.merge_cells("M5:N6")


TOLERATED: dict[str, Spoil] = {
    "nothing": lambda _spoilt: None,
    "blank rows": _blank_rows,
    "columns in another order": _reordered,
    "columns, rows and sheets of notes": _notes,
    "hidden rows, columns and sheets": _hidden,
    "formats as far as row 900,000": _far_formats,
    "cells merged in notes and where nothing stands": _merged_notes,
    "a price with £ and commas": _put(BID, "Price", 2, "£200,000.50"),
    "a price with £ and a space": _put(BID, "Price", 2, " £ 200 000.50 "),
    "a price with no-break spaces": _put(BID, "Price", 2, "\u00a0200\u00a0000.50\u00a0"),
    "a price in a formula that gives an error nowhere": _put(BID, "Price", 2, 200000.5),
    "a number as text": _put(BID, "Score: service", 2, "58.0"),
    "a number with noise of arithmetic": _put(BID, "Price", 2, 200000.49999999997),
    "per cent as text": _put(BID, "Indexation", 2, "2.5%"),
    "per cent with a space": _put(BID, "Indexation", 2, "2.5 %"),
    "per cent as a cell of per cent": _put(BID, "Indexation", 2, 0.025, "0.0%"),
    "a date in words": _put(BID, "Start", 2, "1 April 2013"),
    "a date with an ordinal": _put(BID, "Start", 2, "1st Apr 2013"),
    "a date as the UK writes it": _put(BID, "Start", 2, "01/04/2013"),
    "a date with points": _put(BID, "Start", 2, "1.4.2013"),
    "a date as ISO writes it": _put(BID, "Start", 2, "2013-04-01"),
    "a date as a serial number": _put(BID, "Start", 2, 41365, "General"),
    "a date and midnight": _put(BID, "Start", 2, datetime.datetime(2013, 4, 1), "dd mmm yyyy hh:mm"),
    "an id in capitals": _put(BID, "Bidder", 2, "MOORLAND"),
    "an id with spaces around": _put(BID, "Bidder", 2, "  moorland \u00a0"),
    "lots on lines of their own": _put(BID, "Lots", 2, "northside/care\n"),
    "a list that ends in a semicolon": _put("Buyers", "Vetoes", 2, "analytics;"),
    "a choice in capitals": _put(BID, "Price basis", 2, "YEAR"),
    "a choice with a hyphen": _put("Bidders", "Kind", 2, "nhs-csu"),
    "a choice as JSON has it": _put("Bidders", "Kind", 2, "nhs_csu"),
    "yes as Y": _put("Lots", "Required", 2, "Y"),
    "yes as TRUE": _put("Lots", "Required", 2, value=True),
    "yes as 1": _put("Lots", "Required", 2, 1),
    "yes as text": _put("Lots", "Required", 2, "True "),
    "a default written out": _put("Lots", "Volume", 2, None),
    "spaces in a blank cell": _put(BID, "Form", 2, "   "),
    "a heading in capitals": _head(BID, "Price", "PRICE"),
    "a heading without its unit": _head(BID, "Score: service", "Score: service"),
    "a heading as JSON has it": _head(BID, "Price basis", "price_basis"),
    "a heading with spaces": _head(BID, "Price", "  Price   (£) * "),
    "a criterion in capitals above its column": _head(BID, "Score: service", "Score (points): SERVICE"),
    "a sheet in capitals": _rename("Staff on lots", "STAFF ON LOTS"),
    "a sheet with a hyphen": _rename("Staff on lots", "Staff-on-lots"),
    "a sheet that is not needed deleted": _remove("Mergers"),
    "a setting in capitals": lambda spoilt: spoilt.type(spoilt["Case"]["A3"], "NAME"),
}  # fmt: skip


@pytest.mark.parametrize("spoil", TOLERATED.values(), ids=TOLERATED.keys())
def test_it_makes_no_difference(spoilt: Spoilt, spoil: Spoil) -> None:
    spoil(spoilt)
    assert spoilt.read() == (good_case(), [])


def test_dates_that_count_from_1904(spoilt: Spoilt) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    spoilt.book.epoch = CALENDAR_MAC_1904
    assert spoilt.read()[0] == good_case()


def test_a_number_of_many_digits_is_kept_as_text(spoilt: Spoilt) -> None:
    spoilt.put(BID, "Price", 2, "123456789012.123456")
    assert str(spoilt.read()[0].bids[0].price) == "123456789012.123456"


def test_an_id_may_look_like_a_number(spoilt: Spoilt) -> None:
    for row, value in ((2, 1), (3, 2.0)):
        spoilt.put(BID, "Id", row, value, "General")
    assert [bid.id for bid in spoilt.read()[0].bids[:2]] == ["1", "2"]


def test_a_sheet_that_is_no_table_is_left_aside_and_named(spoilt: Spoilt) -> None:
    spoilt.book.create_sheet("My workings")["A1"] = "=1/0"
    case, remarks = spoilt.read()
    assert case == good_case()
    assert remarks == ["My workings is not a table of a case: it was not read"]


def test_faults_name_no_place_of_json(spoilt: Spoilt) -> None:
    for spoil, _ in SPOILT.values():
        try:
            spoil(spoilt)
        except (KeyError, StopIteration, ValueError):
            continue  # spoilt so much that this cell is gone
    told = [str(fault) for fault in spoilt.faults()]
    assert told
    assert not [each for each in told if re.search(r"(?<![\w/])/[a-z_]+/[0-9]", each)]
