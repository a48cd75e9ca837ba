"""Of the bids of a bidder that name one group at most one is accepted; prices are for the one year."""

from tests.references.decided import best, broken
from tests.references.tender import Row, offer, tender

PAIR = {"a": 100_000, "b": 100_000}


def test_an_exclusive_group_forces_a_choice() -> None:
    # one is £20 below two on a and £15 below on b. It takes both, unless at most one of its bids is accepted: then the
    # one that saves more, 50 + 65 = 115 rather than 70 + 50 = 120.
    def bids(group: str | None = None) -> list[Row]:
        return [
            offer("one/a", 50, "a:it", exclusive_group=group),
            offer("one/b", 50, "b:it", exclusive_group=group),
            # A group of another bidder is another group, by whatever name.
            offer("two/a", 70, "a:it", exclusive_group=group),
            offer("two/b", 65, "b:it", exclusive_group=group),
        ]

    free, case = tender(PAIR, ["it"], bids()), tender(PAIR, ["it"], bids("either"))
    best(free, 100, "one/a", "one/b")
    best(case, 115, "one/a", "two/b")
    assert broken(case, free) == {"exclusive[one, either]"}


def test_an_exclusive_group_of_packages() -> None:
    # one offers a and b, or c and d, for 100, but not both; two asks 60 a lot. Both would be 200; one of them and two
    # single bids are 100 + 120 = 220. The second is the better for d, where two asks 61: 100 + 60 + 60 = 220 against 221.
    people = dict.fromkeys("abcd", 100_000)
    bids = [
        offer("one/ab", 100, "a:it", "b:it", exclusive_group="half"),
        offer("one/cd", 100, "c:it", "d:it", exclusive_group="half"),
        *(offer(f"two/{name}", 61 if name == "d" else 60, f"{name}:it") for name in people),
    ]
    best(tender(people, ["it"], bids), 220, "two/a", "two/b", "one/cd")
