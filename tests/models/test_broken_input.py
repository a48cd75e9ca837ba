"""Every kind of broken input is refused with where and why, in words for a person."""

from typing import Any

import pytest

from models import CaseInvalid, Fault, read_case
from tests.models import broken_board, broken_scores, broken_staff, broken_tenders, broken_terms
from tests.models.breaking import Broken, at
from tests.models.cases import REMOVED, edited, text_of
from tests.models.messages import assert_reads_well

NAN, INFINITY = float("nan"), float("inf")


def lexicographic(*levels: Any) -> dict[str, Any]:
    return {"mode": "lexicographic", "levels": list(levels)}


def not_listed(buyers: list[str], services: list[str]) -> dict[str, Any]:
    """Edits that leave the lots to be every one of these services for every one of these buyers."""
    return {
        "/buyers": [{"id": name, "name": name, "population": 1} for name in buyers],
        "/services": [{"id": name, "name": name} for name in services],
        "/lots": None,
    }


FIELDS = {
    "unknown field": at("/bids/0/prise", "100", 'is not a field here (did you mean "price"?)'),
    "unknown field of the case": at("/byuers", [], 'is not a field here (did you mean "buyers"?)'),
    "unknown field unlike any": at("/bids/0/zzz", 1, "is not a field here"),
    "unknown field of an objective": at(
        "/objective",
        {**lexicographic({"objective": "cost"}), "levles": 1},
        'is not a field here (did you mean "levels"?)',
        "/objective/levles",
    ),
    "unknown field of a table by key": at(
        "/transfer_terms/private/transfr", 1, 'is not a field here (did you mean "transfer"?)'
    ),
    "missing field": at("/bids/0/price", REMOVED, "is missing"),
    "missing table": at("/buyers", REMOVED, "is missing"),
    "empty table": at("/buyers", [], "must have at least 1 (it has 0)"),
    "null for a table": at("/bids", None, "null is not a list"),
    "number for a row": at("/bids/0", 7, "7 is not an object"),
    "list for a row": at("/lots/0", [], "a list is not an object"),
    "object for a list": at("/bidders/0/tags", {}, "an object is not a list"),
    "list for an object": at("/bids/0/scores", [], "a list is not an object"),
    "NaN": at("/bids/0/price", NAN, "NaN is not a number within range"),
    "Infinity": at("/bids/0/price", INFINITY, "Infinity is not a number within range"),
    "minus infinity in a whole number": at("/buyers/0/population", -INFINITY, "-Infinity is not a number within range"),
    "NaN in a coordinate": at("/buyers/0/lon", NAN, "NaN is not a number within range"),
    "NaN as text": at("/bids/0/price", "NaN", '"NaN" is not a number'),
    "negative price": at("/bids/0/price", "-0.01", '"-0.01" is not allowed: it must be 0 or more'),
    "price with 7 decimals": at("/bids/0/price", "1.1234567", '"1.1234567" has more than 6 decimal places'),
    "charge of a fraction of a penny": at("/bidders/0/overhead", 1.234, "1.234 has more than 2 decimal places"),
    "price beyond all money": at("/bids/0/price", 2e12, "it must be 1,000,000,000,000 or less"),
    "boolean as price": at("/bids/0/price", True, "true is not a number"),
    "boolean as population": at("/buyers/0/population", True, "true is not a number"),
    "boolean as longitude": at("/buyers/0/lon", False, "false is not a number"),
    "boolean as years": at("/horizon/years", True, "true is not a number"),
    "boolean as gap": at("/options/gap", True, "true is not a number"),
    "boolean as weeks": at("/staff_groups/0/continuous_weeks", True, "true is not a number"),
    "boolean as weight": at("/objective/liability_weight", True, "true is not a number"),
    "text as number": at("/bids/0/price", "cheap", '"cheap" is not a number: write it like 1234.56'),
    "thousands separators": at("/bids/0/price", "1,000", '"1,000" is not a number'),
    "underscores in a number": at("/bids/0/price", "1_000", '"1_000" is not a number'),
    "digits of another script": at("/bids/0/price", "\u0661\u0662", "is not a number"),
    "list as number": at("/bids/0/price", [0, [1], 2], "a list is not a number"),
    "null as number": at("/bids/0/price", None, "null is not a number"),
    "part of a person": at("/buyers/0/population", 1.5, "1.5 is not a whole number"),
    "number as yes or no": at("/lots/0/required", 1, "1 is not true or false"),
    "text as yes or no": at("/bidders/1/nhs", "yes", '"yes" is not true or false'),
    "number as id": at("/bids/0/id", 7, "7 is not text"),
    "empty id": at("/bids/0/id", "", '"" is not allowed: it must not be empty'),
    "id with a control character": at("/bids/0/id", "a\x07b", "an id has no control characters"),
    "id with a newer control character": at("/bids/0/id", "a\x85b", "an id has no control characters"),
    "id that ends a line": at("/bids/0/id", "a\n", "an id has no control characters"),
    "id with a space before": at("/bids/0/id", " a", "no space at either end"),
    "id with a lone surrogate": at("/bids/0/id", "a\ud800", "holds characters that are not Unicode text"),
    "name with a lone surrogate": at("/name", "a\ud800", "holds characters that are not Unicode text"),
    "key with a lone surrogate": at(
        "/bids/0/scores/a\ud800", 1, "holds characters that are not Unicode text", "/bids/0/scores/a\ufffd\ufffd\ufffd"
    ),
    "id too long": at("/bids/0/id", "x" * 201, "has more than 200 characters"),
    "empty key": at("/bids/0/scores/", 1, '"" is not allowed: it must not be empty'),
    "date in words": at("/date", "1st April", '"1st April" is not a date written YYYY-MM-DD'),
    "date of no calendar": at("/date", "2013-02-30", "is not a date written YYYY-MM-DD"),
    "date as a number": at("/date", 1364774400, "is not a date written YYYY-MM-DD"),
    "date with a time": at("/date", "2013-04-01T00:00:00", "is not a date written YYYY-MM-DD"),
    "horizon not from 1 April": at("/horizon/start", "2013-04-02", "starts on 1 April"),
    "horizon of no years": at("/horizon/years", 0, "0 is not allowed: it must be 1 or more"),
    "malformed financial year": Broken(
        {"/buyers/0/budget": {"2013/14": 1}},
        "/buyers/0/budget/2013~114",
        '"2013/14" is not a financial year written like 2013-14',
    ),
    "key named as pydantic names keys": Broken(
        {"/buyers/0/budget": {"[key]": 1}}, "/buyers/0/budget/[key]", '"[key]" is not a financial year'
    ),
    "share above 1": at("/bids/0/transfer", 1.5, "1.5 is not allowed: it must be 1 or less"),
    "score above 100": at("/bids/0/scores/method", 101, "101 is not allowed: it must be 100 or less"),
    "weight 0": at("/services/0/weight", 0, "0 is not allowed: it must be more than 0"),
    "population 0": at("/buyers/0/population", 0, "0 is not allowed: it must be more than 0"),
    "bid for a lot twice": at("/bids/0/lots", ["north-hr", "north-hr"], '"north-hr" is named twice', "/bids/0/lots/1"),
    "unknown kind": at("/bidders/0/kind", "quango", '"quango" is not allowed: it must be "nhs_csu", "private"'),
    "unknown kind as a key": Broken(
        {"/transfer_terms": {"quango": {"transfer": 1, "buyer_share": 1}}},
        "/transfer_terms/quango",
        '"quango" is not allowed: it must be "nhs_csu"',
    ),
    "unknown shape": at("/services/0/shape", "round", 'it must be "single", "network" or "plural"'),
    "unknown mode": at(
        "/objective/mode",
        "fastest",
        '"fastest" is not allowed: it must be "money_valued" or "lexicographic" or "ratio"',
    ),
    "mode of another type": at("/objective/mode", ["ratio"], "a list is not allowed: it must be"),
    "objective of another type": at("/objective", "cost", '"cost" is not an object'),
    "unknown level": at(
        "/objective", lexicographic({"objective": "speed"}), 'it must be "cost"', "/objective/levels/0/objective"
    ),
    "no levels": at("/objective", lexicographic(), "must have at least 1", "/objective/levels"),
    "repeated level": at(
        "/objective",
        lexicographic({"objective": "cost"}, {"objective": "cost", "tolerance": 1}),
        "each objective may stand at one level only",
        "/objective/levels",
    ),
    "format missing": at("/format", REMOVED, "is missing"),
    "format newer": at("/format", 2, "2 is newer than this program, which reads formats up to 1"),
    "format of none": at("/format", "1", '"1" is not allowed: it must be 1'),
    **broken_tenders.FIELDS,
    **broken_terms.FIELDS,
    **broken_staff.FIELDS,
    **broken_scores.FIELDS,
    **broken_board.FIELDS,
}

REFERENCES = {
    **{
        f"two {table} of one id": at(f"/{table}/1/id", name, f'"{name}" is already the id of /{table}/0')
        for table, name in (
            ("buyers", "north"),
            ("services", "hr"),
            ("lots", "north-hr"),
            ("bidders", "hill-csu"),
            ("bids", "b1"),
            ("criteria", "method"),
        )
    },
    "two staff groups of one id": at(
        "/staff_groups/-",
        {"id": "payroll", "lots": [{"lot": "north-hr"}], "headcount": 1, "salary": 1, "service_years": 1},
        '"payroll" is already the id of /staff_groups/0',
        "/staff_groups/2/id",
    ),
    **{
        f"{pointer} points nowhere": at(pointer, "nobody", f'there is no {noun} "nobody"')
        for pointer, noun in {
            "/buyers/0/shortlist/0": "bidder",
            "/buyers/1/vetoes/0": "bidder",
            "/lots/0/buyer": "buyer",
            "/lots/0/service": "service",
            "/lots/0/incumbent": "bidder",
            "/bidders/2/buyer": "buyer",
            "/bidders/3/partners/0/bidder": "bidder",
            "/bids/0/bidder": "bidder",
            "/bids/0/lots/0": "lot",
            "/criteria/1/services/0": "service",
            "/staff_groups/0/lots/0/lot": "lot",
        }.items()
    },
    **{
        f"{pointer} points nowhere": at(pointer, 1, f'there is no {noun} "nobody"')
        for pointer, noun in {
            "/bidders/0/setup/nobody": "service",
            "/bidders/0/capacity/nobody": "service",
            "/bidders/0/served_elsewhere_by_service/nobody": "service",
            "/bids/0/scores/nobody": "criterion",
        }.items()
    },
    "id misspelt": at("/bids/0/bidder", "hil-csu", 'there is no bidder "hil-csu" (did you mean "hill-csu"?)'),
    "bidder vetoed twice": at("/buyers/1/vetoes/-", "acme", '"acme" is named twice', "/buyers/1/vetoes/1"),
    "reserved id of a bid": at("/bids/0/id", "in-house:x", 'ids that start with "in-house:" belong to the fallbacks'),
    "reserved id of a bidder": at("/bidders/1/id", "in-house:x", 'ids that start with "in-house:"'),
    "lot no bid covers": at(
        "/bids/2", REMOVED, '(service "reports" for buyer "north") is required and no bid covers it', "/lots/2"
    ),
    "optional lot without a fallback": at("/lots/1/in_house", REMOVED, "is missing: an optional lot must say"),
    "fallback of a required lot": at("/lots/1/required", True, "is only for optional lots", "/lots/1/in_house"),
    "one service twice for one buyer": Broken(
        {"/lots/1/buyer": "north"}, "/lots/1", "are already /lots/0: one service for one buyer is one lot"
    ),
    "volume missing": at("/lots/2/volume", REMOVED, 'is missing: service "reports" is counted in reports a year'),
    "volumes that no lot states": Broken({"/lots": None}, "/services/1/unit", "needs lots that state their volume"),
    "lots that would get one id": Broken(
        not_listed(["a", "a:b"], ["b:c", "c"]), "/lots", 'must be listed: the id "a:b:c" could be either of two lots'
    ),
    "lot that would get too long an id": Broken(
        not_listed(["a" * 150], ["b" * 150]), "/lots", "must be listed: the id"
    ),
    "budget outside the horizon": at(
        "/buyers/0/budget/2020-21", 1, "is not a financial year of the horizon (2013-14 to 2015-16)"
    ),
    "financial year of two years": at("/buyers/0/budget/2013-15", 1, "is not a financial year of the horizon"),
    "partnership without partners": at("/bidders/3/partners", [], "is missing: a partnership names its partners"),
    "partners of no partnership": at(
        "/bidders/1/partners", [{"bidder": "hill-csu", "share": 1}], "is only for bidders of kind partnership"
    ),
    "partnership of partnerships": at(
        "/bidders/3/partners/0/bidder", "alliance", '"alliance" is a partnership itself: name its partners instead'
    ),
    "partners of more than all": at(
        "/bidders/3/partners/0/share", 1, "the shares come to 1.4, which is more than 1", "/bidders/3/partners"
    ),
    "in-house bidder of nobody": at("/bidders/2/buyer", REMOVED, "is missing: an in-house bidder names the buyer"),
    "buyer of a private bidder": at("/bidders/1/buyer", "north", "is only for bidders of kind in_house"),
    "missing score": at("/bids/0/scores/cover", REMOVED, 'has no score on criterion "cover"', "/bids/0/scores"),
    "score that does not apply": at(
        "/bids/2/scores/cover", 50, 'criterion "cover" does not apply to service "reports"'
    ),
    "fewer providers at most than at least": at(
        "/services/0/max_providers", 1, "1 is too few: at least 2 must provide"
    ),
    "no providers": at("/services/1/max_providers", 0, "0 is too few: at least 1 must provide"),
    "single shape of two": at(
        "/services/0/shape", "single", "2 contradicts the shape single", "/services/0/min_providers"
    ),
    "plural shape of one": Broken(
        {"/services/0/min_providers": 0, "/services/0/max_providers": 1},
        "/services/0/max_providers",
        "1 contradicts the shape plural",
    ),
    "plural shape without a standard": at("/services/0/quality_standard", REMOVED, "is missing: the shape plural"),
    "staff of more than all": at(
        "/staff_groups/0/lots/0/share", 0.75, "the shares come to 1.25, which is more than 1", "/staff_groups/0/lots"
    ),
    **broken_tenders.REFERENCES,
    **broken_terms.REFERENCES,
    **broken_staff.REFERENCES,
    **broken_scores.REFERENCES,
    **broken_board.REFERENCES,
}

VALID = text_of(edited({}))


def with_price(digits: str) -> str:
    return VALID.replace('"price": 0,', f'"price": {digits},')


TEXTS: dict[str, tuple[str | bytes, str, str]] = {
    "empty file": (b"", "", "is empty"),
    "white space": ("\n \n", "", "is empty"),
    "not JSON": (
        "{'format': 1}",
        "",
        "is not JSON: Expecting property name enclosed in double quotes at line 1, column 2",
    ),
    "half a file": (VALID[:-40], "", "is not JSON"),
    "two documents": (VALID + VALID, "", "is not JSON: Extra data"),
    "not UTF-8": (VALID.replace("Acme", "Acm\xe9").encode("latin-1"), "", "is not UTF-8 text (byte "),
    "UTF-16": (VALID.encode("utf-16"), "", "is not UTF-8 text (byte 0)"),
    "list for the case": ("[]", "", "a list is not an object"),
    "null for the case": ("null", "", "null is not an object"),
    "key twice": (VALID.replace('"format": 1', '"format": 1, "format": 1'), "", 'has the key "format" twice'),
    "key twice far inside": (
        VALID.replace('"lot": "north-hr"', '"lot": "north-hr", "lot": "south-hr"'),
        "/staff_groups/0/lots/0",
        'has the key "lot" twice',
    ),
    "100,000 brackets": ("[" * 100_000, "", "is nested too deeply"),
    "100,000 objects": ('{"a":' * 100_000, "", "is nested too deeply"),
    "giant exponent": (with_price("1e999999999"), "/bids/1/price", "1e999999999 is not a number within range"),
    "tiny exponent": (with_price("1e-999999999"), "/bids/1/price", "1e-999999999 is not a number within range"),
    "zero with a giant exponent": (with_price("0e999999999"), "/bids/1/price", "0e999999999 is not a number"),
    "exponent beyond Decimal": (with_price("1e" + "9" * 30), "/bids/1/price", "is not a number within range"),
    "giant exponent as text": (with_price('"1e999999999"'), "/bids/1/price", '"1e999999999" is not a number'),
    "giant exponent of people": (VALID.replace("200000", "2e500"), "/buyers/0/population", "2e500 is not a number"),
    "huge whole number": (VALID.replace("200000", "2" * 5000), "/buyers/0/population", "2\u2026 is not a number"),
    "large whole number": (
        VALID.replace("200000", "2" * 50),
        "/buyers/0/population",
        "it must be 10,000,000,000 or less",
    ),
    "huge fraction": (with_price("0." + "1" * 5000), "/bids/1/price", "1\u2026 is not a number within range"),
    "huge number for text": (VALID.replace('"Two boards"', "1" * 5000), "/name", "is not text"),
    "huge format": (VALID.replace('"format": 1', '"format": ' + "1" * 5000), "/format", "it must be 1"),
    "large format": (VALID.replace('"format": 1', '"format": ' + "1" * 50), "/format", "is newer than this program"),
}


def faults_of(text: str | bytes) -> tuple[Fault, ...]:
    with pytest.raises(CaseInvalid) as caught:
        read_case(text)
    return caught.value.faults


@pytest.mark.parametrize(
    ("edits", "pointer", "phrase"), (FIELDS | REFERENCES).values(), ids=(FIELDS | REFERENCES).keys()
)
def test_broken_case(edits: dict[str, Any], pointer: str, phrase: str) -> None:
    faults = faults_of(text_of(edited(edits)))
    assert [fault for fault in faults if fault.pointer == pointer and phrase in fault.message], faults
    for fault in faults:
        assert_reads_well(fault)


@pytest.mark.parametrize(("edits", "pointer", "phrase"), FIELDS.values(), ids=FIELDS.keys())
def test_a_fault_of_one_field_is_the_only_fault(edits: dict[str, Any], pointer: str, phrase: str) -> None:
    assert [fault.pointer for fault in faults_of(text_of(edited(edits)))] == [pointer]


@pytest.mark.parametrize(("text", "pointer", "phrase"), TEXTS.values(), ids=TEXTS.keys())
def test_broken_text(text: str | bytes, pointer: str, phrase: str) -> None:
    (fault,) = faults_of(text)
    assert fault.pointer == pointer
    assert phrase in fault.message
    assert_reads_well(fault)


def test_the_case_is_valid_until_broken() -> None:
    assert read_case(VALID).name == "Two boards"
