"""Bidders that become one: what becomes of each table, worked out by hand."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case, CaseInvalid, read_case
from selector.files import case_text
from selector.scenarios import successors, under
from tests.references.tender import Row, offer, supplier, tender

PEOPLE = {"north": 200_000, "south": 100_000}


def merged(bids: list[Row], merger: Row, bidders: list[Row] | None = None, **more: Any) -> Case:
    """The case once a merger has taken place."""
    return under(stated(bids, merger, bidders=bidders, **more), "m")


def stated(bids: list[Row], *mergers: Row, bidders: list[Row] | None = None, **more: Any) -> Case:
    scenario = {"id": "m", "name": "Merged", "mergers": list(mergers)}
    return tender(PEOPLE, ["hr", "it"], bids, bidders=bidders or (), scenarios=[scenario], **more)


def refused(bids: list[Row], *mergers: Row, **more: Any) -> dict[str, str]:
    with pytest.raises(CaseInvalid) as caught:
        under(stated(bids, *mergers, **more), "m")
    return {fault.pointer: fault.message for fault in caught.value.faults}


def everything(*firms: str, price: int = 100) -> list[Row]:
    return [
        offer(f"{firm}/{lot}", price + 10 * position, lot)
        for position, firm in enumerate(firms)
        for lot in ("north:hr", "north:it", "south:hr", "south:it")
    ]


BOTH = {"bidders": ["acme", "bell"]}


def test_the_lead_gains_what_the_others_have() -> None:
    bidders = [
        supplier(
            "acme",
            "nhs_csu",
            group="north",
            tags=["a"],
            overhead=100,
            viability_floor=7,
            served_elsewhere=10,
            setup={"hr": 5},
            capacity={"hr": 1000, "it": 900},
            capacity_wte=5,
            served_elsewhere_by_service={"hr": 1},
            outpost_cost={"hr": 9},
            partner_only=True,
            hosting={"until": "2014-04-01", "becomes": "private"},
        ),
        supplier(
            "bell",
            "private",
            group="south",
            tags=["b", "a"],
            overhead=30,
            viability_floor=9,
            served_elsewhere=20,
            setup={"hr": 8, "it": 3},
            capacity={"hr": 500},
            capacity_wte=6,
            served_elsewhere_by_service={"hr": 2, "it": 4},
            outpost_cost={"hr": 2, "it": 1},
        ),
    ]
    case = merged(everything("acme", "bell", "cole"), BOTH, bidders=bidders)
    one, cole = case.bidders
    assert (one.id, one.name, one.kind, one.group, one.tags) == (
        "acme",
        "Acme and Bell",
        "nhs_csu",
        "north",
        ("a", "b"),
    )
    assert one.overhead == 130
    assert (one.viability_floor, one.served_elsewhere, one.partner_only) == (7, 30, True)
    assert one.setup == {"hr": 8, "it": 3}
    assert one.capacity == {"hr": 1500}  # Bell bids for IT without a limit
    assert one.capacity_wte == 11
    assert one.served_elsewhere_by_service == {"hr": 3, "it": 4}
    assert one.outpost_cost == {"hr": 9}  # Acme offers IT too, and asks nothing for outposts of it
    assert one.hosting is not None
    assert cole.id == "cole"
    assert {bid.bidder for bid in case.bids} == {"acme", "cole"}
    assert len(case.bids) == 12


@pytest.mark.parametrize(
    ("rule", "setup", "overhead"),
    [
        ("sum", {"hr": 13, "it": 3}, 130),
        ("largest", {"hr": 8, "it": 3}, 100),
        ("lead", {"hr": 5}, 100),
    ],
)
def test_charges_by_rule(rule: str, setup: dict[str, int], overhead: int) -> None:
    expected: tuple[object, object] = (setup, overhead)
    bidders = [supplier("acme", overhead=100, setup={"hr": 5}), supplier("bell", overhead=30, setup={"hr": 8, "it": 3})]
    case = merged(everything("acme", "bell"), {**BOTH, "setup": rule, "overhead": rule}, bidders=bidders)
    assert (case.bidders[0].setup, case.bidders[0].overhead) == expected


def test_who_does_not_offer_a_service_has_no_say_in_it() -> None:
    bids = [*(offer(f"acme/{lot}", 1, lot) for lot in ("north:hr", "south:hr")), *everything("bell")]
    bidders = [
        supplier("acme", capacity={"hr": 300_000}, setup={"hr": 5}),
        supplier("bell", capacity={"it": 300_000, "hr": 100_000}, setup={"it": 3}, capacity_wte=4),
    ]
    case = merged(bids, {**BOTH, "setup": "lead"}, bidders=bidders)
    assert case.bidders[0].capacity == {"hr": 400_000, "it": 300_000}
    assert case.bidders[0].capacity_wte is None
    assert case.bidders[0].setup == {"hr": 5, "it": 3}


def test_a_partners_offers_are_those_of_its_partnership() -> None:
    bids = [*everything("duo"), offer("acme/1", 1, "north:hr"), offer("bell/1", 1, "north:hr")]
    bidders = [
        supplier("acme", capacity={"hr": 1, "it": 10}),
        supplier("bell", capacity={"hr": 2}),
        supplier(
            "duo", "partnership", partners=[{"bidder": "acme", "share": "0.25"}, {"bidder": "bell", "share": "0.5"}]
        ),
    ]
    case = merged(bids, BOTH, bidders=bidders)
    assert case.bidders[0].capacity == {"hr": 3}  # of IT Bell, as a partner, does whatever comes
    assert [(each.bidder, each.share) for each in case.bidders[1].partners] == [("acme", Decimal("0.75"))]


def test_a_new_id_and_name() -> None:
    case = merged(everything("acme", "bell"), {**BOTH, "id": "ab", "name": "AB"})
    assert [(bidder.id, bidder.name) for bidder in case.bidders] == [("ab", "AB")]
    assert {bid.bidder for bid in case.bids} == {"ab"}


def test_mergers_follow_each_other() -> None:
    case = stated(
        everything("acme", "bell", "cole"),
        {**BOTH, "id": "ab"},
        {"bidders": ["cole", "ab"], "prices": "lowest"},
    )
    found = under(case, "m")
    assert [bidder.name for bidder in found.bidders] == ["Cole and Acme and Bell"]
    assert sorted(bid.id.split("/")[0] for bid in found.bids) == ["acme"] * 4
    assert successors(case.scenarios[0]) == {"acme": "cole", "bell": "cole", "ab": "cole", "cole": "cole"}


def test_mobilisation() -> None:
    def pace(*rows: Row | None) -> Any:
        bidders = [
            supplier(name) | ({"mobilisation": row} if row else {})
            for name, row in zip(("acme", "bell"), rows, strict=True)
        ]
        return merged(everything("acme", "bell"), BOTH, bidders=bidders).bidders[0].mobilisation

    both = pace(
        {"begins": "2013-01-01", "lots_a_month": 2, "wte_a_month": 3}, {"begins": "2013-01-01", "lots_a_month": "1.5"}
    )
    assert (both.lots_a_month, both.wte_a_month) == (Decimal("3.5"), None)
    assert pace({"begins": "2013-01-01", "lots_a_month": 2}, None) is None
    assert pace(None, {"begins": "2013-01-01", "lots_a_month": 2}) is None
    assert pace({"begins": "2013-01-01", "lots_a_month": 2}, {"begins": "2013-01-01", "wte_a_month": 2}) is None
    with pytest.raises(CaseInvalid, match='"acme" and "bell" begin to mobilise on different days'):
        pace({"begins": "2013-01-01", "lots_a_month": 2}, {"begins": "2013-02-01", "lots_a_month": 2})


def test_whatever_names_a_bidder_names_what_it_becomes() -> None:
    case = merged(
        everything("acme", "bell", "cole"),
        {**BOTH, "id": "ab"},
        bidders=[supplier("acme", "nhs_csu"), supplier("bell", "nhs_csu")],
        places={"north": {"shortlist": ["bell", "acme", "cole"], "vetoes": []}, "south": {"vetoes": ["bell"]}},
        lots=[
            {
                "id": f"{buyer}:{service}",
                "buyer": buyer,
                "service": service,
                **({"incumbent": "bell"} if buyer == "north" else {}),
            }
            for buyer in PEOPLE
            for service in ("hr", "it")
        ],
        staff_groups=[
            {"id": "g", "employer": "bell", "function": "f", "headcount": 1, "salary": 1, "service_years": 1}
        ],
        vacancies=[{"id": "v", "bidder": "acme", "function": "f", "wte": 1}],
        frameworks=[
            {"id": "f", "name": "F", "services": ["hr"], "accredited": ["cole", "bell", "acme"]},
            {"id": "g", "name": "G", "services": ["it"]},
        ],
        discounts=[{"id": "d", "bidder": "bell", "tiers": [{"at_least": 1, "rate": "0.1"}]}],
        rules=[
            {"id": "r", "metric": "lots", "bidders": {"ids": ["acme", "bell"]}, "sense": "at_most", "limit": 9},
            {"id": "all", "metric": "lots", "sense": "at_most", "limit": 9},
        ],
        exclusions=[
            {"id": "x", "bidder": "acme", "lots": {"services": ["hr"]}, "reason": "Why"},
            {"id": "y", "bid": "cole/south:hr", "reason": "Why"},
        ],
        picks=[{"id": "p", "bid": "acme/north:it", "reason": "Why"}],
    )
    assert [buyer.shortlist for buyer in case.buyers] == [("ab", "cole"), None]
    assert [buyer.vetoes for buyer in case.buyers] == [(), ("ab",)]
    assert [lot.incumbent for lot in case.lots or ()] == ["ab", "ab", None, None]
    assert (case.staff_groups[0].employer, case.staff_groups[0].lots) == ("ab", ())
    assert case.vacancies[0].bidder == "ab"
    assert [each.accredited for each in case.frameworks] == [("cole", "ab"), None]
    assert case.discounts[0].bidder == "ab"
    assert [rule.bidders.ids for rule in case.rules] == [("ab",), ()]
    assert [(each.bidder, each.bid) for each in case.exclusions] == [("ab", None), (None, "cole/south:hr")]
    assert case.picks[0].bid == "acme/north:it"
    assert '"acme"' not in case_text(case)
    assert '"bell"' not in case_text(case)
    assert read_case(case_text(case)) == case


PAIR = [offer("acme/1", 100, "north:hr", "south:hr"), offer("bell/1", 80, "south:hr", "north:hr")]
REST = [offer("bell/2", 50, "north:it"), offer("cole/1", 70, "north:hr"), offer("cole/2", 70, "south:it")]


@pytest.mark.parametrize(
    ("rule", "stand"),
    [
        ("own", {"acme/1": 100, "bell/1": 80}),
        ("lowest", {"bell/1": 80}),
        ("highest", {"acme/1": 100}),
        ("mean", {"acme/1": 90}),
    ],
)
def test_prices_of_bids_for_the_same_lots(rule: str, stand: dict[str, int]) -> None:
    case = merged([*PAIR, *REST], {**BOTH, "prices": rule})
    prices = {bid.id: bid.price for bid in case.bids if bid.bidder == "acme"}
    assert prices == {**stand, "bell/2": 50}
    assert {bid.id for bid in case.bids if bid.bidder == "cole"} == {"cole/1", "cole/2"}


def test_a_pick_of_a_bid_that_gives_way_is_one_of_what_stands() -> None:
    picks = [{"id": "p", "bid": "acme/1", "reason": "Why"}]
    assert merged([*PAIR, *REST], {**BOTH, "prices": "lowest"}, picks=picks).picks[0].bid == "bell/1"


def test_prices_of_all_years_change() -> None:
    bids = [
        offer(
            "acme/1", "100.10", "north:hr", prices={"2013-14": 50}, term_years=1, extension_years=1, extension_price=20
        ),
        *everything("bell"),
    ]
    case = merged(bids, {**BOTH, "price_change": "-0.033333"})
    assert case.bids[0].price == Decimal("96.763367")  # 100.10 x 0.966667, to a millionth
    assert case.bids[0].prices == {"2013-14": Decimal("48.333350")}
    assert case.bids[0].extension_price == Decimal("19.333340")
    assert case.bids[1].price == Decimal("96.666700")


def test_a_price_a_head_is_held_against_one_a_year() -> None:
    bids = [
        offer("acme/1", 1, "north:hr", price_basis="head"),
        offer("bell/1", 199_999, "north:hr"),
        *REST,
        offer("cole/3", 1, "south:hr"),
    ]
    assert next(bid.id for bid in merged(bids, {**BOTH, "prices": "lowest"}).bids) == "bell/1"
    bids[1]["price"] = 200_001
    assert next(bid.id for bid in merged(bids, {**BOTH, "prices": "lowest"}).bids) == "acme/1"


def test_the_mean_of_scores_marks_and_one_offs() -> None:
    marked = {"marks": {"q": {"e": 6, "f": 7}}, "moderated": {}}
    case = merged(
        [
            offer("acme/1", "1.000001", "north:hr", scores={"q": "50"}, transition="0.01", prices={"2013-14": 1}),
            offer("bell/1", "1.000002", "north:hr", **marked, transition="0.02", prices={"2013-14": 2}),
            *(offer(f"cole/{lot}", 1, lot, scores={"q": 1}) for lot in ("north:it", "south:hr", "south:it")),
        ],
        {**BOTH, "prices": "mean"},
        criteria=[{"id": "q", "name": "Q", "out_of": 10}],
        evaluators=[{"id": "e", "name": "E"}, {"id": "f", "name": "F"}],
    )
    one = case.bids[0]
    assert (one.price, one.transition, one.prices) == (
        Decimal("1.000002"),
        Decimal("0.02"),
        {"2013-14": Decimal("1.5")},
    )
    assert (one.scores, one.marks) == ({"q": Decimal("57.5")}, {})  # the mean of 50 and of 6.5 out of 10


def test_bids_without_a_mean_are_refused() -> None:
    bids = [
        offer("acme/1", 1, "north:hr", price_basis="head"),
        offer("bell/1", 1, "north:hr", term_years=1),
        *REST,
        offer("cole/3", 1, "south:hr"),
    ]
    assert refused(bids, {**BOTH, "prices": "mean"}) == {
        "/scenarios/0/mergers/0": 'bids "acme/1" and "bell/1" are for the same lots, and differ in price_basis, term_years: there is no bid at their mean; choose other prices, or patch one of them'
    }
    bids = [
        offer("acme/1", 1, "north:hr"),
        offer("bell/1", 1, "north:hr"),
        offer("bell/0", 2, "north:hr"),
        *REST,
        offer("cole/3", 1, "south:hr"),
    ]
    (message,) = refused(bids, {**BOTH, "prices": "mean"}).values()
    assert message.startswith('"bell" bids more than once for the lots of "acme/1"')
    assert next(bid.id for bid in merged(bids, {**BOTH, "prices": "highest"}).bids) == "bell/0"


def test_an_exclusion_of_one_of_them_is_refused() -> None:
    exclusions = [{"id": "x", "bid": "bell/1", "reason": "Why"}]
    (message,) = refused([*PAIR, *REST], {**BOTH, "prices": "lowest"}, exclusions=exclusions).values()
    assert message.startswith('exclusion "x" leaves out bid "bell/1"')
    assert len(merged([*PAIR, *REST], BOTH, exclusions=exclusions).bids) == 5


def test_exclusive_groups_stay_apart() -> None:
    bids = everything("acme", "bell")
    for bid in bids:
        bid["exclusive_group"] = "g" if bid["lots"][0].startswith("north") else bid["bidder"]
    groups = [bid.exclusive_group for bid in merged(bids, BOTH).bids]
    assert groups == ["g (acme)", "g (acme)", "acme", "acme", "g (bell)", "g (bell)", "bell", "bell"]


def discount(name: str, *services: str, rate: str = "0.1", **more: Any) -> Row:
    return {
        "id": name,
        "bidder": name.split("-")[0],
        "tiers": [{"at_least": 1, "rate": rate}],
        **({"services": list(services)} if services else {}),
        **more,
    }


def test_discounts_for_the_same_services() -> None:
    def scopes(*discounts: Row, by: Row = BOTH) -> dict[str, tuple[str, ...] | None]:
        case = merged(everything("acme", "bell"), by, discounts=list(discounts))
        assert {each.bidder for each in case.discounts} == {"acme"}
        return {each.id: each.services for each in case.discounts}

    assert scopes(discount("bell-1"), discount("acme-1", "hr")) == {"bell-1": ("it",), "acme-1": ("hr",)}
    assert scopes(discount("bell-1", "hr"), discount("acme-1")) == {"acme-1": None}
    assert scopes(discount("bell-1", "hr"), discount("acme-1", "it")) == {"bell-1": ("hr",), "acme-1": ("it",)}
    by = {"bidders": ["bell", "acme"], "id": "acme"}
    assert scopes(discount("bell-1", "hr"), discount("acme-1"), by=by) == {"bell-1": ("hr",), "acme-1": ("it",)}


def test_staff_stay_on_the_lots_where_they_work() -> None:
    holders = {"north:hr": "acme", "north:it": "acme", "south:hr": "acme", "south:it": "bell"}
    staff = {"headcount": 9, "salary": 1, "service_years": 1}
    case = merged(
        everything("acme", "bell", "cole"),
        BOTH,
        lots=[
            {"id": lot, "buyer": lot.split(":")[0], "service": lot.split(":")[1], "incumbent": holder}
            for lot, holder in holders.items()
        ],
        staff_groups=[
            {"id": "all", "employer": "acme", **staff},
            {"id": "bells", "employer": "bell", **staff},
            {"id": "one", "employer": "bell", "lots": [{"lot": "south:it", "share": "0.5"}], **staff},
            {"id": "nobodys", "lots": [{"lot": "south:it"}], **staff},
        ],
    )
    found = {group.id: {each.lot: each.share for each in group.lots} for group in case.staff_groups}
    # 200,000 + 200,000 + 100,000 people: 0.4, 0.4 and 0.2.
    assert found["all"] == {"north:hr": Decimal("0.4"), "north:it": Decimal("0.4"), "south:hr": Decimal("0.2")}
    assert found["bells"] == {"south:it": 1}
    assert found["one"] == {"south:it": Decimal("0.5")}
    assert [group.employer for group in case.staff_groups] == ["acme", "acme", "acme", None]


def test_shares_of_staff_come_to_one() -> None:
    people = {"a": 1, "b": 1, "c": 1, "d": 1}
    lots = [
        {"id": f"{name}:hr", "buyer": name, "service": "hr", "incumbent": "bell" if name == "d" else "acme"}
        for name in people
    ]
    bids = [offer(f"{firm}/{name}", 1, f"{name}:hr") for firm in ("acme", "bell") for name in people]
    scenario = {"id": "m", "name": "M", "mergers": [BOTH]}
    group = {"id": "g", "employer": "acme", "headcount": 9, "salary": 1, "service_years": 1}
    case = under(tender(people, ["hr"], bids, lots=lots, scenarios=[scenario], staff_groups=[group]), "m")
    shares = [each.share for each in case.staff_groups[0].lots]
    assert shares == [Decimal("0.333334"), Decimal("0.333333"), Decimal("0.333333")]


def test_who_can_not_merge() -> None:
    duo = supplier("duo", "partnership", partners=[{"bidder": "acme", "share": 1}])
    own = supplier("own", "in_house", buyer="north")
    bids = everything("acme", "bell")
    for names, word in ((["acme", "duo"], "partnership"), (["own", "bell"], "own staff")):
        patch = {"bidders": {each["id"]: each for each in (duo, own)}}
        scenario = {"id": "m", "name": "M", "patch": patch, "mergers": [{"bidders": names}]}
        with pytest.raises(CaseInvalid) as caught:
            under(tender(PEOPLE, ["hr", "it"], bids, scenarios=[{"id": "o", "name": "O"}, scenario]), "m")
        (fault,) = caught.value.faults
        assert fault.pointer.startswith("/scenarios/1/mergers/0/bidders/")
        assert word in fault.message


def test_the_patch_comes_first() -> None:
    patch = {"bidders": {"dora": supplier("dora")}, "bids": {"dora/1": offer("dora/1", 5, "north:hr")}}
    scenario = {"id": "m", "name": "M", "patch": patch, "mergers": [{"bidders": ["acme", "dora"]}]}
    found = under(tender(PEOPLE, ["hr", "it"], everything("acme"), scenarios=[scenario]), "m")
    assert [bidder.name for bidder in found.bidders] == ["Acme and Dora"]
    gone = {
        **scenario,
        "patch": {"bidders": {"bell": None}, "bids": everything("acme")},
        "mergers": [BOTH],
    }
    case = tender(PEOPLE, ["hr", "it"], everything("acme", "bell"), scenarios=[gone])
    with pytest.raises(CaseInvalid) as caught:
        under(case, "m")
    assert [(each.pointer, each.message) for each in caught.value.faults] == [
        ("/scenarios/0/mergers/0/bidders/1", 'there is no bidder "bell"')
    ]


def test_what_merging_leaves_at_fault_is_told_in_the_words_of_the_case() -> None:
    bids = everything("acme", "bell")
    bids[4] |= {"form": "agreement", "term_years": 1}
    bidders = [supplier("acme"), supplier("bell", "nhs_csu")]
    found = refused(bids, BOTH, bidders=bidders)
    assert found == {
        "/scenarios/0/mergers": 'leave /bids/bell~1north:hr/form at fault: an agreement is made within the NHS family, and "acme" is outside it: offer a contract'
    }
