"""What is refused, where, and in which words."""

from collections.abc import Callable
from typing import Any

import pytest

from models import CaseInvalid
from models.json_text import parse
from selector.files.ocds import case_of_package
from tests.files.ocds.packages import KEY, bid, changed, faults, only_fault, package, party, read

Change = Callable[[Any], object]


def _tender(**stated: Any) -> Change:
    return lambda document: document["tender"].update(stated)


def _lot(at: int, **stated: Any) -> Change:
    return lambda document: document["tender"]["lots"][at].update(stated)


def _bid(name: str, **stated: Any) -> Change:
    return lambda document: bid(document, name).update(stated)


def _value(name: str, **stated: Any) -> Change:
    return _bid(name, value=stated)


def _extension(**stated: Any) -> Change:
    return lambda document: document[KEY].update(stated)


def _criterion(lot: int, at: int, numbers: list[Any] | None = None, **stated: Any) -> Change:
    def change(document: Any) -> None:
        criterion = document["tender"]["lots"][lot]["awardCriteria"]["criteria"][at]
        criterion.update(stated if numbers is None else stated | {"numbers": numbers})

    return change


_STATE: dict[str, tuple[Change, str, str]] = {
    "planned": (_tender(status="planned"), "/tender/status", 'not yet opened: the tender is "planned"'),
    "cancelled": (_tender(status="cancelled"), "/tender/status", 'the tender is "cancelled"'),
    "withdrawn": (_tender(status="withdrawn"), "/tender/status", 'the tender is "withdrawn"'),
    "failed": (_tender(finalStatus="unsuccessful"), "/tender/finalStatus", 'the tender is "unsuccessful"'),
    "no such status": (_tender(status="Active"), "/tender/status", '"Active" is not a status of a tender'),
    "cancelled by its tag": (lambda d: d.update(tag=["tenderCancellation"]), "/tag", "the tender is cancelled"),
    "before the deadline": (
        _tender(tenderPeriod={"endDate": "2014-01-13T15:00:01Z"}),
        "/tender/tenderPeriod/endDate",
        "not yet opened: the time for bids ends after the date of the release, 2014-01-13T15:00:00+00:00",
    ),
    "before the deadline of a lot": (
        _lot(1, tenderPeriod={"endDate": "2014-02-01T00:00:00Z"}),
        "/tender/lots/1/tenderPeriod/endDate",
        "not yet opened",
    ),
    "no deadline": (_tender(tenderPeriod={}), "/tender/tenderPeriod/endDate", "is missing: unless tender.status is"),
    "before the opening": (
        _tender(bidOpening={"date": "2014-01-14T00:00:00Z"}),
        "/tender/bidOpening/date",
        "not yet opened: they are opened after",
    ),
    "no date": (lambda d: d.pop("date"), "/date", "is missing: it tells whether the deadline"),
    "a date that is none": (lambda d: d.update(date="13/01/2014"), "/date", "is not a date and time written like"),
    "a planned lot": (_lot(0, status="planned"), "/tender/lots/0/status", 'not yet opened: the lot is "planned"'),
    "no such status of a lot": (_lot(0, status="open"), "/tender/lots/0/status", '"open" is not a status of a lot'),
    "a sealed bid": (_bid("B-02", status="pending"), "/bids/details/1/status", "is not yet opened"),
    "a submitted bid": (_bid("B-02", status="submitted"), "/bids/details/1/status", "is not yet opened"),
    "no status": (_bid("B-02", status=None), "/bids/details/1/status", "is missing: only bids that are valid"),
    "no such status of a bid": (_bid("B-02", status="ok"), "/bids/details/1/status", '"ok" is not a status of a bid'),
    "a late bid": (
        _bid("B-02", date="2013-12-13T12:00:01Z"),
        "/bids/details/1/date",
        "came after the deadline, 2013-12-13T12:00:00+00:00",
    ),
}

_FIGURES: dict[str, tuple[Change, str, str]] = {
    "euros": (
        _value("B-01", amount=1, currency="EUR"),
        "/bids/details/0/value/currency",
        '"EUR" is not allowed: all values must be in GBP',
    ),
    "no currency": (_value("B-01", amount=1), "/bids/details/0/value/currency", "is missing: all values must be in"),
    "a lot in euros": (
        _lot(0, value={"amount": 1, "currency": "EUR"}),
        "/tender/lots/0/value/currency",
        "all values must be in GBP",
    ),
    "a tender in euros": (
        _tender(value={"amount": 1, "currency": "EUR"}),
        "/tender/value/currency",
        "all values must be in GBP",
    ),
    "with VAT, at no rate": (
        _value("B-01", amount=120, amountGross=120, currency="GBP"),
        "/bids/details/0/value/amountGross",
        "120 is with VAT: state amountNet, or the rate of VAT",
    ),
    "net above gross": (
        _value("B-01", amount=120, amountNet=130, amountGross=120, currency="GBP"),
        "/bids/details/0/value/amountNet",
        "130 without VAT is more than 120 with it",
    ),
    "amount above gross": (
        _value("B-01", amount=130, amountGross=120, currency="GBP"),
        "/bids/details/0/value/amount",
        "130 is more than 120 with VAT",
    ),
    "no amount": (_value("B-01", currency="GBP"), "/bids/details/0/value/amount", "is missing"),
    "no value": (_bid("B-01", value=None), "/bids/details/0/value", "is missing: state it, or the price a year"),
    "a negative amount": (
        _value("B-01", amount=-3, amountNet=-3, currency="GBP"),
        "/bids/details/0/value/amountNet",
        "-1.000000 is not allowed: it must be 0 or more",
    ),
    "text for a number": (
        _value("B-01", amount="600,000", currency="GBP"),
        "/bids/details/0/value/amount",
        '"600,000" is not a number',
    ),
    "a period of odd days": (
        _lot(0, contractPeriod={"startDate": "2014-04-01T00:00:00Z", "endDate": "2017-03-20T00:00:00Z"}),
        "/tender/lots/0/contractPeriod/endDate",
        "is not whole months after startDate",
    ),
    "a period of odd length": (
        _lot(0, contractPeriod={"durationInDays": 400}),
        "/tender/lots/0/contractPeriod/durationInDays",
        "400 does not stand for whole years: state the term",
    ),
    "a period without a start": (
        _lot(0, contractPeriod={"endDate": "2017-03-31T00:00:00Z"}),
        "/tender/lots/0/contractPeriod/startDate",
        "is missing: without it endDate does not tell",
    ),
    "no period": (
        _lot(0, contractPeriod={}),
        "/bids/details/0/value/amountNet",
        "is for the whole contract, and how long that runs is not said: state contractPeriod",
    ),
    "lots of different periods": (
        _lot(0, contractPeriod={"startDate": "2014-04-01T00:00:00Z", "endDate": "2015-03-31T00:00:00Z"}),
        "/bids/details/5/value/amountNet",
        "is for the whole contract, and that of its lots differs",
    ),
    "more than pence can be": (
        _value("B-01", amount=1, amountNet=0.0000001, currency="GBP"),
        "/bids/details/0/value/amountNet",
        "has more than 6 decimal places",
    ),
    "a start in mid-month": (
        _lot(1, contractPeriod={"startDate": "2014-04-15T00:00:00Z", "endDate": "2015-04-15T00:00:00Z"}),
        "/tender/lots/1/contractPeriod/startDate",
        '"2014-04-15" is not the first day of a month',
    ),
    "no population": (
        lambda d: party(d, "GB-NHS-99X1")[KEY]["buyer"].clear(),
        "/parties/0/supplierSelection/buyer/population",
        "is missing: OCDS has no place for it, so state it here, in the extension supplierSelection (docs/ocds.md)",
    ),
    "no kind": (
        lambda d: party(d, "GB-NHS-0XA").pop(KEY),
        "/parties/3/supplierSelection/bidder/kind",
        "is missing: OCDS has no place for it",
    ),
    "no horizon": (lambda d: d[KEY].pop("horizon"), "/supplierSelection/horizon", "is missing: OCDS has no place"),
    "no date of redundancy": (lambda d: d[KEY].pop("date"), "/supplierSelection/date", "is missing: OCDS has no"),
    "an unscored criterion": (
        lambda d: bid(d, "B-01")[KEY]["scores"].pop("Continuity"),
        "/bids/details/0/supplierSelection/scores",
        '"Continuity"',
    ),
    "a score out of range": (
        lambda d: bid(d, "B-01")[KEY]["scores"].update(Continuity=101),
        "/bids/details/0/supplierSelection/scores/Continuity",
        "101 is not allowed: it must be 100 or less",
    ),
    "a response out of range": (
        lambda d: (
            bid(d, "B-01")[KEY]["scores"].pop("Continuity"),
            bid(d, "B-01").update(
                requirementResponses=[{"id": "1", "value": 101, "requirement": {"id": "Continuity"}}]
            ),
        ),
        "/bids/details/0/requirementResponses/0/value",
        "101 is not allowed: it must be 100 or less",
    ),
}

_REFERENCES: dict[str, tuple[Change, str, str]] = {
    "no such lot": (
        _bid("B-06", relatedLots=["LOT-1", "LOT-9"]),
        "/bids/details/5/relatedLots/1",
        'there is no lot "LOT-9"',
    ),
    "no such tenderer": (
        _bid("B-01", tenderers=[{"id": "nobody"}]),
        "/bids/details/0/tenderers/0/id",
        'there is no party "nobody"',
    ),
    "no tenderer": (_bid("B-01", tenderers=[]), "/bids/details/0/tenderers", "is missing: it says who makes the bid"),
    "a lot of nobody": (
        _lot(0, buyer={"id": "nobody"}),
        "/tender/lots/0/buyer/id",
        'there is no party "nobody"',
    ),
    "no such incumbent": (
        _lot(0, supplierSelection={"incumbent": "nobody"}),
        "/tender/lots/0/supplierSelection/incumbent",
        "nobody",
    ),
    "two parties of one id": (
        lambda d: d["parties"].append({"id": "GB-NHS-0XA", "name": "Another"}),
        "/parties/7/id",
        '"GB-NHS-0XA" is already the id of /parties/3',
    ),
    "two lots of one id": (
        lambda d: d["tender"]["lots"].append({"id": "LOT-1"}),
        "/tender/lots/2/id",
        '"LOT-1" is already the id of /tender/lots/0',
    ),
    "two bids of one id": (
        _bid("B-08", id="B-01"),
        "/bids/details/7/id",
        '"B-01" is already the id of /bids/details/0',
    ),
    "two lots for one service of one buyer": (
        _lot(1, buyer={"id": "GB-NHS-99X1"}),
        "/tender/lots/1",
        'buyer "GB-NHS-99X1" and service "CPV-75122000" are already /tender/lots/0',
    ),
    "a bid without an id": (lambda d: bid(d, "B-01").pop("id"), "/bids/details/0/id", "is missing"),
    "a party without a name": (
        lambda d: d["parties"][3].update(name=None, identifier={}),
        "/parties/3/name",
        "is miss",
    ),
    "items of several classes": (
        lambda d: d["tender"]["items"].append(
            {"id": "3", "relatedLot": "LOT-1", "classification": {"scheme": "CPV", "id": "1"}}
        ),
        "/tender/lots/0/supplierSelection/service",
        "is missing: the items of the lot are of several classes (CPV-75122000, CPV-1)",
    ),
}

_METHOD: dict[str, tuple[Change, str, str]] = {
    "no formula": (
        lambda d: d[KEY].pop("objective"),
        "/supplierSelection/objective",
        "the award criteria weigh price and quality 60:40, and do not say how a price becomes points",
    ),
    "another method than published": (
        _extension(objective={"mode": "money_valued"}),
        "/supplierSelection/objective/mode",
        '"money_valued" is not what was published',
    ),
    "other weights than published": (
        _extension(objective={"mode": "ratio", "formula": "lowest_over_price", "price_weight": 50}),
        "/supplierSelection/objective",
        "are 50:40, and the award criteria that were published 60:40",
    ),
    "another cap than published": (
        _extension(max_lots_per_bidder=1),
        "/supplierSelection/max_lots_per_bidder",
        "1 is not the cap that was published, 2",
    ),
    "percentages that are none": (
        _criterion(0, 1, [{"number": 26, "weight": "percentageExact"}]),
        "/tender/lots/0/awardCriteria/criteria",
        "have weights that come to 101, and must come to 100",
    ),
    "weights of two sorts": (
        _criterion(0, 0, [{"number": 60, "weight": "pointsExact"}]),
        "/tender/lots/0/awardCriteria/criteria",
        "are weighted in different ways (percentageExact, pointsExact)",
    ),
    "a threshold on the number of bids": (
        _criterion(0, 1, [{"number": 25, "weight": "percentageExact"}, {"number": 3, "threshold": "maximumBids"}]),
        "/tender/lots/0/awardCriteria/criteria/1/numbers/1/threshold",
        '"maximumBids" cannot be evaluated',
    ),
    "a criterion of no type": (
        _criterion(0, 0, type="risk"),
        "/tender/lots/0/awardCriteria/criteria/0/type",
        '"risk" is not known here',
    ),
    "lots of one service judged apart": (
        _criterion(1, 1, name="Something else"),
        "/tender/lots/1/awardCriteria",
        'differ from those of lot "LOT-1", which is for the same service',
    ),
    "a field of the case that is elsewhere": (
        _extension(buyers=[]),
        "/supplierSelection/buyers",
        "is not a field here: buyers are the parties with the role buyer",
    ),
    "a field that is none": (_extension(horizons={}), "/supplierSelection/horizons", 'did you mean "horizon"?'),
    "an id in the extension of a party": (
        lambda d: d["parties"][0][KEY]["buyer"].update(id="x"),
        "/parties/0/supplierSelection/buyer/id",
        "is not a field here: the id is that of the party",
    ),
    "lots in the extension of a bid": (
        lambda d: bid(d, "B-01")[KEY].update(lots=["LOT-1"]),
        "/bids/details/0/supplierSelection/lots",
        "is not a field here: it is that of the bid (relatedLots)",
    ),
    "an extension that is no object": (
        lambda d: bid(d, "B-07").update({KEY: {}}) or d["parties"][6].update({KEY: 7}),
        "/parties/6/supplierSelection",
        "7 is not an object",
    ),
    "a list that is none": (lambda d: d["tender"].update(items={}), "/tender/items", "an object is not a list"),
}


@pytest.mark.parametrize(
    ("change", "pointer", "words"),
    [
        pytest.param(*case, id=name)
        for table in (_STATE, _FIGURES, _REFERENCES, _METHOD)
        for name, case in table.items()
    ],
)
def test_refused(change: Change, pointer: str, words: str) -> None:
    found = faults(changed(change))
    assert words in found.get(pointer, ""), found


def test_what_is_wrong_in_one_place_is_told_once() -> None:
    place, message = only_fault(changed(_bid("B-02", status="pending")))
    assert place == "/bids/details/1/status"
    assert "pending" in message


def test_faults_of_an_earlier_release_are_told_where_they_stand() -> None:
    document = package()
    document["releases"][0]["parties"][1][KEY]["buyer"]["population"] = -1
    document["releases"][2]["bids"]["details"][3]["value"]["currency"] = "EUR"
    assert set(faults(document)) == {
        "/releases/0/parties/1/supplierSelection/buyer/population",
        "/releases/2/bids/details/3/value/currency",
    }


def test_a_period_that_no_bid_needs_may_be_odd() -> None:
    def change(document: Any) -> None:
        document["tender"]["lots"][0]["contractPeriod"]["endDate"] = "2017-03-20T00:00:00Z"
        for offer in document["bids"]["details"]:
            offer.setdefault(KEY, {}).update({"price": "100000", "term_years": "3"})

    case, _ = read(changed(change))
    assert {int(each.price) for each in case.bids} == {100_000}


def test_a_lot_without_bids_says_what_can_be_done() -> None:
    def change(document: Any) -> None:
        document["bids"]["details"] = [bid(document, "B-01")]

    place, message = only_fault(changed(change))
    assert place == "/tender/lots/1"
    assert "is required and no bid covers it: give it the status unsuccessful" in message
    change_and_close = changed(change)
    change_and_close["tender"]["lots"][1]["status"] = "unsuccessful"
    case, remarks = read(change_and_close)
    assert len(case.tendered) == 1
    assert '1 lot is unsuccessful and stays out: "LOT-2"' in remarks


def test_bids_for_lots_that_stay_out_stay_out() -> None:
    document = changed(_lot(1, status="cancelled"))
    case, remarks = read(document)
    assert [each.id for each in case.bids] == ["B-01", "B-03", "B-05"]
    assert '3 bids are for lots that stay out, and stay out with them: "B-02", "B-04", "B-06"' in remarks


def test_an_invitation_is_no_bid() -> None:
    invited = changed(_bid("B-05", status="invited"))
    case, remarks = read(invited)
    assert "B-05" not in {each.id for each in case.bids}
    assert '1 invited bid was never made and stays out: "B-05"' in remarks
    interest = changed(_bid("B-05", submissionType="expressionOfInterest", status="pending"))
    assert "B-05" not in {each.id for each in read(interest)[0].bids}


def test_several_processes_are_named() -> None:
    document = package()
    for at, ocid in enumerate(("ocds-zzzzzz-a", "ocds-zzzzzz-b", "ocds-zzzzzz-c")):
        document["releases"][at]["ocid"] = ocid
    place, message = only_fault(document)
    assert place == "/releases/1/ocid"
    assert all(f'"ocds-zzzzzz-{letter}"' in message for letter in "abc")


@pytest.mark.parametrize(
    ("document", "pointer", "words"),
    [
        (7, "", "7 is not an OCDS package, record or release"),
        ({"releases": []}, "/releases", "must have at least one entry"),
        ({"releases": {}}, "/releases", "an object is not a list"),
        ({"releases": [7]}, "/releases/0", "7 is not an object"),
        ({"records": [{"ocid": "x"}]}, "/records/0/releases", "is missing"),
        ({"records": [{"ocid": "x", "compiledRelease": []}]}, "/records/0/compiledRelease", "is not an object"),
        ({"releases": [{"url": "https://a.example"}]}, "/releases/0", "is a link"),
        ({"releases": [{"tag": ["tender"]}]}, "/releases/0/ocid", "is missing"),
        ({"releases": [{"ocid": 7}]}, "/releases/0/ocid", "7 is not text"),
        ({"releases": [{"ocid": "x"}, {"ocid": "x", "date": "2014-01-01"}]}, "/releases/0/date", "is missing: several"),
    ],
)
def test_what_holds_no_release(document: Any, pointer: str, words: str) -> None:
    with pytest.raises(CaseInvalid) as refused:
        case_of_package(document)
    assert words in {fault.pointer: fault.message for fault in refused.value.faults}[pointer]


def test_a_thousand_faults_are_enough() -> None:
    def change(document: Any) -> None:
        first = bid(document, "B-01")
        document["bids"]["details"] = [first | {"id": str(at), "status": "pending"} for at in range(3000)]

    with pytest.raises(CaseInvalid) as refused:
        case_of_package(parse(b'{"releases": []}') | {"releases": [changed(change)]})
    assert len(refused.value.faults) == 1001
    assert "mend them, and the rest will be told" in refused.value.faults[-1].message
