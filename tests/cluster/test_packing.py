"""Calls made small: what they share is taken out, once, and put back."""

from pathlib import Path
from typing import Any

import pytest

from models import Case
from selector import appraise, read_case_file
from selector.cluster import packing
from selector.cluster.packing import Packed, Packing
from selector.cluster.unpacking import called


def _all(*values: Any) -> tuple[Any, ...]:
    return values


def _called(packed: Packed, sent: set[str]) -> Any:
    new = {digest: part.content for digest, part in packed.parts.items() if digest not in sent}
    sent |= new.keys()
    return called(packed.call, new, print)


@pytest.fixture(scope="module")
def case() -> Case:
    return read_case_file(Path(__file__).parents[2] / "examples" / "two-boards.json")


def test_what_is_shared_is_a_part_once_and_comes_back_as_it_was(case: Case) -> None:
    own, sent, appraisal = Packing(), set[str](), appraise(case)
    first = own.packed((_all, (case, appraisal, [case], 1), {}))
    second = own.packed((_all, (case, 2), {}))
    assert len(first.call) < 500
    assert len(first.parts) == 2
    assert set(second.parts) < set(first.parts)
    back, of_it, (again,), one = _called(first, sent)
    assert back == case
    assert back is again
    assert of_it.case_sha256 == appraisal.case_sha256 if hasattr(appraisal, "case_sha256") else of_it.bids.ids
    assert one == 1
    assert _called(second, sent)[0] is back


def test_equal_things_are_one_part_and_parts_have_parts(case: Case) -> None:
    own = Packing()
    text = bytes(range(256)) * 400
    packed = own.packed((_all, (text, bytes(bytearray(text)), case), {}))
    assert len(packed.parts) == 2
    again = own.packed((_all, (case.model_copy(),), {}))
    assert set(again.parts) <= set(packed.parts)
    assert _called(packed, set())[:2] == (text, text)


def test_the_oldest_parts_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST_BYTES", 1_000)
    own = Packing()
    texts = [bytes([number]) * 100_000 for number in range(20)]
    for text in texts:
        packed = own.packed((_all, (text,), {}))
        assert len(packed.parts) == 1
        assert sum(len(part.content) for part in own.known.values()) <= 1_000
    assert _called(own.packed((_all, (texts[0],), {})), set())[0] == texts[0]
