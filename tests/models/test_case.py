"""What a case is once it is read: exact, frozen, alike where equal."""

import json
from decimal import Decimal

import pytest
from pydantic import ValidationError

from models import DEFAULT_TERMS, Case, MoneyValued, TransferTerms, read_case
from tests.models.cases import NOTHING_OF_THE_BOARD, a_case, edited, text_of


def the_case(**edits: object) -> Case:
    return read_case(text_of(edited(edits)))


def test_a_price_of_0_is_a_bid() -> None:
    assert the_case().bids[1].price == 0


@pytest.mark.parametrize("price", ["1234.1", "0.1", "1e3", "123456789012.123456"])
def test_a_price_is_exactly_what_the_text_says(price: str) -> None:
    text = text_of(a_case()).replace('"price": 0,', f'"price": {price},')
    assert read_case(text).bids[1].price == Decimal(price)


@pytest.mark.parametrize("one", ["1.5", '"1.5"', "1.50", '"1.50"', '"+1.5"', '"01.5"', "15e-1", "1.500000"])
@pytest.mark.parametrize("field", ['"price": 0,', '"quality_value": "1000",', '"overhead": "10000",'])
def test_equal_numbers_give_the_same_hash(one: str, field: str) -> None:
    name = field.split(":")[0]
    case = read_case(text_of(a_case()).replace(field, f"{name}: {one},"))
    assert case.sha256 == read_case(text_of(a_case()).replace(field, f"{name}: 1.5,")).sha256
    assert case.sha256 != the_case().sha256


@pytest.mark.parametrize(
    ("pointer", "default"),
    [
        ("/bidders/1/overhead", 0),
        ("/bidders/1/overhead", "-0.00"),
        ("/buyers/1/kind", "ccg"),
        ("/services/1/weight", "1.000"),
        ("/objective/liability_weight", 1),
        ("/bids/1/price_basis", "year"),
        ("/lots/2/required", True),
        ("/bidders/1/viability_floor", 300_000),
        ("/bidders/0/partner_only", False),
        ("/bids/0/exclusive_group", None),
        ("/services/1/max_lots_per_bidder", None),
        ("/services/1/outposts", {}),
        ("/services/1/contiguity", None),
        ("/discounts/1/by", "spend"),
        ("/discounts/1/kind", "all_units"),
        ("/discounts/1/tiers/0/per_unit", None),
        ("/joint_purchases/0/regions", []),
        ("/services/1/vat_recoverable", "0.0"),
        ("/services/1/reprocurement_cost", 0),
        ("/services/1/successor_years", "5.00"),
        ("/lots/1/required_wte", None),
        ("/lots/1/present_cost", None),
        ("/bidders/1/hosting", None),
        ("/bidders/1/mobilisation", None),
        ("/bids/1/indexation", "-0"),
        ("/bids/1/prices", {}),
        ("/bids/1/form", None),
        ("/bids/1/start", None),
        ("/bids/1/extension_price", None),
        ("/bids/1/transition", "0.00"),
        ("/staff_groups/1/lots", []),
        ("/staff_groups/0/employer", None),
        ("/staff_groups/0/function", None),
    ],
)
def test_a_default_that_is_written_out_gives_the_same_hash(pointer: str, default: object) -> None:
    assert the_case(**{pointer: default}).sha256 == the_case().sha256


def test_the_order_of_keys_is_of_no_account_and_that_of_rows_is() -> None:
    document = a_case()
    assert read_case(text_of(dict(reversed(document.items())))).sha256 == the_case().sha256
    assert the_case(**{"/bids": document["bids"][::-1]}).sha256 != the_case().sha256


def test_canonical_json_reads_as_the_same_case() -> None:
    case = the_case()
    again = read_case(case.canonical_json())
    assert again == case
    assert again.sha256 == case.sha256
    assert again.canonical_json() == case.canonical_json()


def test_the_mode_of_an_objective_is_money_valued_if_left_out() -> None:
    objective = the_case(**{"/objective": {"quality_value": 5}}).objective
    assert objective == MoneyValued(quality_value=Decimal(5))


def test_money_is_written_with_its_pence() -> None:
    assert json.loads(the_case().canonical_json())["bidders"][0]["overhead"] == "10000.00"


def test_lots_have_their_volumes() -> None:
    assert [lot.volume for lot in the_case().tendered] == [200_000, 150_000, 120]


def test_lots_not_listed_are_every_service_for_every_buyer() -> None:
    case = the_case(
        **{
            "/services": [{"id": "hr", "name": "HR"}, {"id": "it", "name": "IT"}],
            "/lots": None,
            "/bidders": [{"id": "acme", "name": "Acme", "kind": "private"}],
            "/buyers/0/shortlist": None,
            "/criteria": [],
            "/staff_groups": [],
            "/vacancies": [],
            "/discounts": [],
            "/frameworks": [],
            **NOTHING_OF_THE_BOARD,
            "/bids": [
                {"id": f"{buyer}-{service}", "bidder": "acme", "lots": [f"{buyer}:{service}"], "price": 1}
                for buyer in ("north", "south")
                for service in ("hr", "it")
            ],
        }
    )
    assert [(lot.id, str(lot.volume), lot.required) for lot in case.tendered] == [
        ("north:hr", "200000", True),
        ("north:it", "200000", True),
        ("south:hr", "150000", True),
        ("south:it", "150000", True),
    ]


def test_terms_are_those_stated_or_the_seed_case() -> None:
    case = the_case()
    assert case.terms("private") == TransferTerms(
        transfer=Decimal("0.25"), buyer_share=Decimal(1), pension=Decimal("0.08")
    )
    assert case.terms("nhs_csu") == DEFAULT_TERMS["nhs_csu"]


@pytest.mark.parametrize("of", ["case", "buyers", "bids", "horizon", "objective", "options"])
def test_nothing_can_be_assigned(of: str) -> None:
    case = the_case()
    part = case if of == "case" else getattr(case, of)
    model = part[0] if isinstance(part, tuple) else part
    for name in type(model).model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(model, name, None)


def test_a_changed_copy_is_as_consistent_as_any_case() -> None:
    case = the_case()
    assert case.tendered
    before = case.sha256
    renamed = case.model_copy(update={"name": "Another"})
    assert renamed.sha256 != before
    assert case.sha256 == before
    with pytest.raises(ValidationError, match="is required and no bid covers it"):
        case.model_copy(update={"bids": ()})


def test_defaults_that_are_not_validated_are_as_validation_would_leave_them() -> None:
    from models import Bid

    for name, field in Bid.model_fields.items():
        if not field.is_required():
            stated = Bid.model_validate({"id": "b", "bidder": "x", "lots": ["l"], "price": 1, name: field.default})
            validated = getattr(stated, name)
            assert validated == field.default
            # Decimals of one value may have more or fewer places, and are written so.
            assert str(validated) == str(field.default), name
