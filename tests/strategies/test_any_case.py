"""The cases drawn are of every sort: each field is stated in some, and left at its default in others."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import BaseModel

from models import Case
from models.objective import Lexicographic, MoneyValued, Ratio
from models.rule import BidderSet, Rule
from tests.strategies.any_case import cases

# What can hold one value only.
_FIXED = {
    ("Case", "format"), ("Case", "currency"), ("Published", "figure"), ("Ratio", "mode"), ("Lexicographic", "mode"),
    ("MoneyValued", "mode"),
}  # fmt: skip


def records(value: Any) -> Iterator[BaseModel]:
    """Every record of a case, itself included."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from records(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from records(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from records(each)


@pytest.mark.deep
def test_every_field_is_stated_in_some_and_left_in_others() -> None:
    stated: set[tuple[str, str]] = set()
    left: set[tuple[str, str]] = set()
    sorts: dict[str, type[BaseModel]] = {}

    @settings(
        max_examples=250, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(cases())
    def look(case: Case) -> None:
        for record in records(case):
            sort = type(record)
            sorts[sort.__name__] = sort
            for name, field in sort.model_fields.items():
                is_left = not field.is_required() and getattr(record, name) == field.get_default()
                (left if is_left else stated).add((sort.__name__, name))

    look()
    every = {(sort.__name__, name) for sort in sorts.values() for name in sort.model_fields}
    optional = {
        (sort.__name__, name)
        for sort in sorts.values()
        for name, field in sort.model_fields.items()
        if not field.is_required()
    }
    assert {MoneyValued, Lexicographic, Ratio, Rule, BidderSet} <= set(sorts.values())
    assert {"Hosting", "Mobilisation", "Contiguity", "Preference", "LowPrices", "InHouse", "Moderation"} <= sorts.keys()
    assert {"Partner", "Tier", "LotShare", "Merger", "Framework", "JointPurchase", "Published"} <= sorts.keys()
    assert every - stated - _FIXED == set()
    assert optional - left == set()
