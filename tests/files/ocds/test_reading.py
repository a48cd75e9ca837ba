"""What a package becomes."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case, Lexicographic, Ratio
from selector.files.ocds import is_ocds
from tests.files.ocds.packages import KEY, bid, changed, faults, only_fault, package, party, read, release, told

NORTH, SOUTH = "GB-NHS-99X1", "GB-NHS-99X2"
UNIT, CHARITY, FIRM = "GB-NHS-0XA", "GB-CHC-9999991", "GB-COH-99999992"


def test_example() -> None:
    case, remarks = read(package())
    assert (case.name, str(case.date), case.horizon.years) == ("Support for continuing care, two lots", "2014-04-01", 3)
    assert [(buyer.id, buyer.name, buyer.population) for buyer in case.buyers] == [
        (NORTH, "Northside CCG", 180_000),
        (SOUTH, "Southbank CCG", 120_000),
    ]
    assert [(lot.id, lot.buyer, lot.service, lot.incumbent) for lot in case.tendered] == [
        ("LOT-1", NORTH, "CPV-75122000", UNIT),
        ("LOT-2", SOUTH, "CPV-75122000", UNIT),
    ]
    assert [(bidder.id, bidder.kind) for bidder in case.bidders] == [
        (UNIT, "nhs_csu"),
        (CHARITY, "voluntary"),
        (FIRM, "private"),
    ]
    assert [told(each.id, each.bidder, each.lots, each.price, each.term_years) for each in case.bids] == [
        ("B-01", UNIT, ("LOT-1",), 200_000, 3),
        ("B-02", UNIT, ("LOT-2",), 130_000, 3),
        ("B-03", CHARITY, ("LOT-1",), 170_000, 3),
        ("B-04", CHARITY, ("LOT-2",), 120_000, 3),
        ("B-05", FIRM, ("LOT-1",), Decimal("180000.166667"), 3),  # 648,000.60 / 1.2 / 3
        ("B-06", FIRM, ("LOT-1", "LOT-2"), 292_000, 3),
    ]
    assert [told(each.id, each.weight, each.minimum, each.services) for each in case.criteria] == [
        ("Quality of the service", 25, None, None),
        ("Continuity", 15, 40, None),
    ]
    assert isinstance(case.objective, Ratio)
    assert told(case.objective.price_weight, case.objective.quality_weight, case.objective.price) == (60, 40, "list")
    assert case.max_lots_per_bidder == 2
    assert case.bids[-1].exclusive_group == "one of the two"
    assert remarks == [
        '1 lot is cancelled and stays out: "LOT-3"',
        '1 value is stated with VAT only, which is taken off at the rate of vat: "B-05"',
        '1 bid is withdrawn and stays out: "B-07"',
        '1 bid is disqualified and stays out: "B-08"',
        '1 party has no bid that counts and stays out: "GB-COH-99999993"',
    ]


def _same(one: Case, other: Case) -> bool:
    return one.model_copy(update={"notes": ""}) == other.model_copy(update={"notes": ""})


def test_one_release_a_package_and_a_record_are_read_alike() -> None:
    whole, _ = read(release())
    given = package()
    record: dict[str, Any] = {"ocid": given["releases"][0]["ocid"], "releases": given["releases"]}
    compiled = {"ocid": record["ocid"], "releases": [{"url": "https://board.example/1"}], "compiledRelease": release()}
    for document in (given, record, {"records": [record]}, {"records": [compiled]}, compiled):
        assert is_ocds(document)
        assert _same(read(document)[0], whole)


def test_order_of_releases_is_that_of_their_dates() -> None:
    given = package()
    given["releases"].reverse()
    assert _same(read(given)[0], read(package())[0])


@pytest.mark.parametrize("other", [{}, {"format": 1, "buyers": []}, [], None, "ocid", {"ocid": "x"}])
def test_what_is_no_ocds(other: Any) -> None:
    assert not is_ocds(other)


def test_a_lot_that_names_no_buyer_is_bought_by_all() -> None:
    def change(document: Any) -> None:
        del document["tender"]["lots"][1:]
        del document["tender"]["lots"][0]["buyer"]
        del document["tender"]["lotDetails"]
        document["bids"]["details"] = [bid(document, "B-01"), bid(document, "B-03")]

    case, remarks = read(changed(change))
    assert [(lot.id, lot.buyer) for lot in case.tendered] == [(f"{NORTH}:LOT-1", NORTH), (f"{SOUTH}:LOT-1", SOUTH)]
    assert [each.lots for each in case.bids] == [(f"{NORTH}:LOT-1", f"{SOUTH}:LOT-1")] * 2
    assert '1 lot names no buyer and is bought by all 2, all or nothing: "LOT-1"' in remarks


def test_a_lot_of_several_buyers_has_no_figures_of_one() -> None:
    def change(document: Any) -> None:
        lot = document["tender"]["lots"][0]
        lot[KEY] |= {"buyers": [NORTH, SOUTH], "volume": "300000"}
        del document["tender"]["lots"][1:]
        document["bids"]["details"] = [bid(document, "B-01")]

    assert faults(changed(change)) == {
        "/tender/lots/0/supplierSelection/volume": (
            "is a figure of one buyer's lot: list a lot for each buyer to state it"
        ),
        "/tender/lotDetails/maximumLotsAwardedPerSupplier": (
            "counts lots, and some are of several buyers: list a lot for each buyer, with the cap that then holds"
        ),
    }


def test_a_tender_without_lots_is_one() -> None:
    def change(document: Any) -> None:
        tender = document["tender"]
        tender["contractPeriod"] = tender.pop("lots")[0]["contractPeriod"]
        for item in tender["items"]:
            del item["relatedLot"]
        del document["parties"][1]
        document["buyer"] = {"id": NORTH}
        document[KEY]["criteria"] = [{"id": "Quality of the service", "name": "Quality of the service"}]
        document[KEY]["objective"] |= {"quality_weight": "40"}
        tender[KEY] = {"volume": "170000"}
        offer = bid(document, "B-01")
        del offer["relatedLots"], offer[KEY]["scores"]["Continuity"]
        document["bids"]["details"] = [offer]

    case, _ = read(changed(change))
    assert [told(lot.id, lot.service, lot.volume) for lot in case.tendered] == [("two-lots", "CPV-75122000", 170_000)]
    assert told(case.bids[0].lots, case.bids[0].price) == (("two-lots",), 200_000)


def test_a_bid_that_names_no_lot_is_for_all() -> None:
    def change(document: Any) -> None:
        del bid(document, "B-06")["relatedLots"]

    case, remarks = read(changed(change))
    assert case.bids[-1].lots == ("LOT-1", "LOT-2")
    assert '1 bid names no lot and is for the whole tender: "B-06"' in remarks


def test_services_that_no_item_names() -> None:
    def change(document: Any) -> None:
        del document["tender"]["items"], document[KEY]["services"]
        del party(document, UNIT)[KEY]["bidder"]["setup"]

    case, remarks = read(changed(change))
    assert [(each.id, each.name) for each in case.services] == [
        ("LOT-1", "Assessment of continuing care, Northside"),
        ("LOT-2", "Assessment of continuing care, Southbank"),
    ]
    assert '2 lots name no service and are services of their own: "LOT-1", "LOT-2"' in remarks


def test_services_of_classifications_that_the_extension_does_not_list() -> None:
    case, _ = read(changed(lambda document: document[KEY].pop("services")))
    assert [(each.id, each.name) for each in case.services] == [("CPV-75122000", "Administrative healthcare services")]


def test_scores_by_responses_to_requirements() -> None:
    def change(document: Any) -> None:
        offer = bid(document, "B-01")
        del offer[KEY]["scores"]["Continuity"]
        offer["requirementResponses"] = [
            {"id": "1", "value": 61.5, "requirement": {"id": "Continuity"}},
            {"id": "2", "value": 99, "requirement": {"id": "Quality of the service"}},  # the extension's own counts
            {"id": "3", "value": True, "requirement": {"id": "Continuity"}},
            {"id": "4", "value": 12, "requirement": {"id": "years of trading"}},
        ]

    case, remarks = read(changed(change))
    assert case.bids[0].scores == {"Quality of the service": 58, "Continuity": Decimal("61.5")}
    assert any("responses to requirements" in remark and '"B-01"' in remark for remark in remarks)


def test_a_party_that_buys_and_bids() -> None:
    def change(document: Any) -> None:
        own = party(document, NORTH)
        own["roles"].append("tenderer")
        own[KEY]["bidder"] = {"kind": "in_house", "buyer": NORTH}
        bid(document, "B-03")["tenderers"] = [{"id": NORTH}]

    case, _ = read(changed(change))
    assert next(each for each in case.bidders if each.id == NORTH).kind == "in_house"
    assert case.bids[2].bidder == NORTH


def test_tenderers_that_bid_together_go_by_one_party() -> None:
    def change(document: Any) -> None:
        offer = bid(document, "B-03")
        offer["tenderers"].append({"id": UNIT})
        offer[KEY]["bidder"] = "both"
        partners = [{"bidder": CHARITY, "share": "0.7"}, {"bidder": UNIT, "share": "0.3"}]
        both = {"id": "both", "name": "Both", KEY: {"bidder": {"kind": "partnership", "partners": partners}}}
        document["parties"].append(both)

    case, _ = read(changed(change))
    assert case.bids[2].bidder == "both"
    document = changed(lambda document: bid(document, "B-03")["tenderers"].append({"id": UNIT}))
    assert "name one party for all of them" in faults(document)["/bids/details/2/tenderers"]


@pytest.mark.parametrize(("only", "sought"), [("priceOnly", "cost"), ("costOnly", "cost"), ("qualityOnly", "quality")])
def test_one_criterion_alone_is_an_objective(only: str, sought: str) -> None:
    def change(document: Any) -> None:
        for lot in document["tender"]["lots"]:
            del lot["awardCriteria"]
        document["tender"]["awardCriteria"] = only
        del document[KEY]["objective"]
        for offer in document["bids"]["details"]:
            offer.pop(KEY, None)

    case, _ = read(changed(change))
    assert isinstance(case.objective, Lexicographic)
    assert [level.objective for level in case.objective.levels] == [sought]


def test_cost_as_a_criterion_is_the_whole_life_cost() -> None:
    def change(document: Any) -> None:
        for lot in document["tender"]["lots"]:
            lot["awardCriteria"]["criteria"][0]["type"] = "cost"

    case, _ = read(changed(change))
    assert isinstance(case.objective, Ratio)
    assert case.objective.price == "cost"


def test_a_minimum_in_points_is_of_the_points_there_are() -> None:
    def change(document: Any) -> None:
        for lot in document["tender"]["lots"]:
            for criterion, points in zip(lot["awardCriteria"]["criteria"], (30, 15, 5), strict=True):
                criterion["numbers"] = [{"number": points, "weight": "pointsExact"}]
            lot["awardCriteria"]["criteria"][2]["numbers"].append({"number": 2, "threshold": "minimumScore"})

    case, _ = read(changed(change))
    assert isinstance(case.objective, Ratio)
    assert told(case.objective.price_weight, case.objective.quality_weight) == (30, 20)
    assert [told(each.weight, each.minimum) for each in case.criteria] == [(15, None), (5, 40)]


def test_start_and_term_come_from_the_period() -> None:
    def change(document: Any) -> None:
        for lot in document["tender"]["lots"]:
            lot["contractPeriod"] = {"startDate": "2014-10-01T00:00:00Z", "endDate": "2016-04-01T00:00:00Z"}
            lot.setdefault(KEY, {})["present_cost"] = "200000.00"
        bid(document, "B-01")[KEY] |= {"term_years": "2", "start": "2014-07-01"}

    case, _ = read(changed(change))
    assert told(str(case.bids[0].start), case.bids[0].term_years, case.bids[0].price) == ("2014-07-01", 2, 300_000)
    assert (str(case.bids[1].start), case.bids[1].term_years) == ("2014-10-01", Decimal("1.5"))
    assert case.bids[1].price == 260_000  # 390,000 in a year and a half


def test_years_in_days() -> None:
    def change(document: Any) -> None:
        for lot, days in zip(document["tender"]["lots"], (1096, 1095), strict=True):
            lot["contractPeriod"] = {"durationInDays": days}

    case, _ = read(changed(change))
    assert [told(each.price, each.term_years, each.start) for each in case.bids[:2]] == [
        (200_000, 3, None),
        (130_000, 3, None),
    ]


def test_a_yearly_price_in_the_extension_is_the_price() -> None:
    def change(document: Any) -> None:
        bid(document, "B-01")[KEY] |= {"price": "1.25", "price_basis": "head"}
        del bid(document, "B-01")["value"]

    case, _ = read(changed(change))
    assert (case.bids[0].price, case.bids[0].price_basis) == (Decimal("1.25"), "head")


@pytest.mark.parametrize(
    ("stated", "harmless"),
    [
        ({"price_basis": "head"}, {"price_basis": "year"}),
        ({"indexation": "0.05"}, {"indexation": 0}),
        ({"prices": {"2014-15": "5"}}, {"prices": {}}),
    ],
)
def test_terms_of_a_price_are_not_those_of_a_value(stated: dict[str, Any], harmless: dict[str, Any]) -> None:
    """A value is for the whole contract: neither a head's nor what rises from a first year."""
    pointer, words = only_fault(changed(lambda document: bid(document, "B-01")[KEY].update(stated)))
    assert pointer == f"/bids/details/0/{KEY}/{next(iter(stated))}"
    assert "state supplierSelection.price" in words

    case, _ = read(changed(lambda document: bid(document, "B-01")[KEY].update(harmless)))
    assert case.bids[0].price == 200_000
    case, _ = read(changed(lambda document: bid(document, "B-01")[KEY].update({"price": "1", **stated})))
    assert case.bids[0].price == 1


def test_values_that_do_not_speak_of_vat_are_told() -> None:
    case, remarks = read(changed(lambda document: bid(document, "B-01")["value"].pop("amountNet")))
    assert case.bids[0].price == 200_000
    assert any("does not say whether it is with VAT" in remark and '"B-01"' in remark for remark in remarks)


def test_packages_that_the_tender_did_not_reserve_are_told() -> None:
    _, remarks = read(changed(lambda document: document["tender"].pop("lotGroups")))
    assert '1 bid combines lots, and no lotGroups of the tender says that these may be combined: "B-06"' in remarks


def test_an_award_that_was_written_into_the_package_changes_nothing() -> None:
    document = release()
    document[KEY]["evaluation"] = {"status": "optimal"}
    document["awards"] = [{"id": "1", "status": "pending", KEY: {"awarded": []}}]
    assert read(document)[0] == read(release())[0]
