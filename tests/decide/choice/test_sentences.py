"""What is said of leaving, as far as it is proven."""

from decimal import Decimal

import pytest

from selector.decide.choice import sentence


def pounds(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(
    ("least", "most", "leaving", "said"),
    [
        (5, 5, "gains", "A would gain £5.00 by buying alone. The charges of the others would be £2.00 more."),
        (
            5,
            7,
            "gains",
            "A would gain at least £5.00 and at most £7.00 by buying alone. The charges of the others would be £2.00 more.",
        ),
        (
            5,
            None,
            "gains",
            "A would gain at least £5.00 by buying alone. The charges of the others would be £2.00 more.",
        ),
        (0, 0, "does_not_gain", "A would be as well off alone."),
        (-5, -5, "does_not_gain", "A would be £5.00 worse off alone."),
        (-7, -5, "does_not_gain", "A would be at least £5.00 worse off alone."),
        (None, -5, "does_not_gain", "A would be at least £5.00 worse off alone."),
        (None, 0, "does_not_gain", "A would gain nothing by buying alone."),
        (-7, 5, "may_gain", "Whether A would gain by buying alone is not proven: by £5.00 at most."),
        (0, 5, "may_gain", "Whether A would gain by buying alone is not proven: by £5.00 at most."),
        (None, None, "may_gain", "Whether A would gain by buying alone is not proven."),
    ],
)
def test_of_a_buyer(least: int | None, most: int | None, leaving: str, said: str) -> None:
    known = pounds(least), pounds(most)
    assert sentence.leaving(*known) == leaving
    assert sentence.alone("A", *known, Decimal(2), reason=None, all_is_cost=False) == said


def test_of_costs_alone_and_of_who_cannot_leave() -> None:
    five, nothing = Decimal(-5), Decimal(0)
    assert sentence.alone("A", five, five, nothing, reason=None, all_is_cost=True) == "A would pay £5.00 more alone."
    assert sentence.alone("A", None, None, nothing, reason="so", all_is_cost=False) == "A cannot buy alone: so."


@pytest.mark.parametrize(
    ("least", "most", "others", "said"),
    [
        (
            5,
            5,
            -2,
            "A, B and C would gain £5.00 by buying without the others. The charges of the others would be £2.00 less.",
        ),
        (5, None, 0, "A, B and C would gain at least £5.00 by buying without the others."),
        (-1, 5, 2, "Whether A, B and C would gain by buying without the others is not proven: by £5.00 at most."),
    ],
)
def test_of_a_coalition(least: int, most: int | None, others: int, said: str) -> None:
    assert sentence.together(["A", "B", "C"], pounds(least), pounds(most), Decimal(others)) == said


def test_of_all_buyers_together_names_no_others() -> None:
    five = Decimal(5)
    said = "A and B would gain £5.00 if only what each buyer values decided."
    assert sentence.together(["A", "B"], five, five, Decimal(0), pool=True) == said
