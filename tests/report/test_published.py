"""What is published holds no price, nor a figure from which one could be worked out: every byte of text is searched."""

import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from models import Case, Evaluation, read_case
from selector.evaluation import evaluate
from selector.report import public_paper, write_paper
from selector.report.blocks import Chart
from selector.report.facts import Facts
from selector.report.sections.published import total_is_safe
from selector.report.text import Figure
from tests.references.small import one_service
from tests.report.papers import awarded, pieces, two_boards


def drawn(seed: int) -> Case:
    """A case whose every amount of money is a number that nothing else has, and stands nowhere else."""
    luck = random.Random(seed)
    document = json.loads(two_boards().model_dump_json(exclude_defaults=True))
    document["name"] = "Planted"
    extra = luck.randrange(2, 5)
    for at in range(extra):
        buyer = f"extra-{at}"
        document["buyers"].append({"id": buyer, "name": f"Extra CCG {'ABCDE'[at]}", "population": 150000})
        for service in ("care", "data"):
            document["lots"].append(
                {"id": f"{buyer}/{service}", "buyer": buyer, "service": service, "incumbent": "valley"}
            )
    for at, buyer in enumerate(document["buyers"]):
        buyer.update(lon=-1 - at / 7, lat=52 + at / 9, budget={"2013-14": _money(luck, 6)})
    document["bids"] = [
        {
            "id": f"{bidder}/{lot['id']}",
            "bidder": bidder,
            "lots": [lot["id"]],
            "price": _money(luck, 5),
            "transition": _money(luck, 4),
            "scores": {
                "service": str(luck.randrange(5000, 9000) / 100),
                "continuity": str(luck.randrange(5000, 9000) / 100),
            },
        }
        for bidder in ("moorland", "valley", "charity", "analytics")
        for lot in document["lots"]
    ]
    for bidder in document["bidders"]:
        bidder.update(overhead=_money(luck, 4), setup={"data": _money(luck, 4)}, viability_floor=0)
    document["discounts"] = [
        {"id": "off", "bidder": "valley", "by": "lots", "tiers": [{"at_least": 1, "per_unit": _money(luck, 3)}]}
    ]
    document["rules"] = [
        {
            "id": "spread",
            "metric": "winners",
            "sense": "at_least",
            "limit": 2,
            "because": f"At {_money(luck, 5)} it is cheap.",
        },
        {
            "id": "spend",
            "metric": "spend",
            "bidders": {"ids": ["charity"]},
            "sense": "at_most",
            "limit": _money(luck, 6),
        },
    ]
    document["exclusions"] = [
        {"id": "out", "bid": "charity/northside/care", "reason": f"Asked for {document['bids'][-1]['price']} too much."}
    ]
    for group in document["staff_groups"]:
        group["salary"] = _money(luck, 4)
    return Case.model_validate(document)


def _money(luck: random.Random, digits: int) -> str:
    return f"{luck.randrange(10**digits, 9 * 10**digits)}.{luck.randrange(11, 99)}"


def amounts(case: Case, award: Evaluation) -> Iterator[Decimal]:
    """Every amount of money there is, of the case and of the award."""
    for name, value in _leaves(json.loads(case.model_dump_json())):
        if name in ("price", "transition", "overhead", "salary", "per_unit") or name.startswith(("setup", "20")):
            yield Decimal(str(value))
    money = (
        "cost",
        "liability",
        "charges",
        "discount",
        "liability_buyers",
        "amount",
        "objective",
        "bound",
        "best",
        "value",
    )
    for name, value in _leaves(json.loads(award.model_dump_json())):
        if name in money or re.fullmatch(r"20\d\d-\d\d", name):
            yield Decimal(str(value))


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, "setup" if name == "setup" else key)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, name)
    elif value is not None and not isinstance(value, bool) and re.fullmatch(r"-?\d+(\.\d+)?", str(value)):
        yield name, value


def every_text(folder: Path, paper_charts: list[Chart]) -> str:
    """All text of all three forms: pages and their metadata, every part of the workbook, and what charts are drawn from."""
    page = (folder / "public.html").read_text(encoding="utf-8")
    found = [re.sub(r"base64,[A-Za-z0-9+/=]+", "", page)]  # a typeface is no text
    content = (folder / "public.pdf").read_bytes()
    read = PdfReader(io.BytesIO(content))
    found += [page.extract_text() for page in read.pages]
    for number in range(len(read.xref_objStm) + sum(map(len, read.xref.values()))):
        found.append(_of_object(read, number))
    found.append(content.decode("latin-1"))
    with zipfile.ZipFile(folder / "public.xlsx") as archive:
        found += [archive.read(name).decode() for name in archive.namelist()]
    found += [json.dumps(chart.spec) for chart in paper_charts]
    return "\n".join(found)


def _of_object(read: PdfReader, number: int) -> str:
    thing = read.get_object(number)
    return "" if thing is None else f"{thing!r}"


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(1, 8))])
def test_no_amount_stands_in_any_byte_of_text(seed: int, tmp_path: Path) -> None:
    case = drawn(seed)
    award = evaluate(case, isolated=False)
    assert award.awards
    paper = public_paper(case, award)
    write_paper(tmp_path, "public", paper)
    charts = [block for section in paper.sections for block in section.blocks if isinstance(block, Chart)]
    text = every_text(tmp_path, charts)
    # Runs of digits as they stand there, with and without what separates thousands.
    runs = set(re.findall(r"[0-9]+(?:[.,][0-9]+)*", text))
    runs |= {run.replace(",", "") for run in runs}
    planted = {amount for amount in amounts(case, award) if abs(amount) >= 1000}
    assert len(planted) > 60
    for amount in planted:
        size = abs(amount)
        for told in (f"{size:.2f}", f"{size:.0f}", f"{int(size)}", f"{size.normalize():f}", f"{size:.1f}"):
            assert told not in runs, (amount, told)
    assert case.sha256 not in text
    assert "too much" not in text
    assert "cheap" not in text


@pytest.mark.parametrize("seed", range(4))
def test_money_is_told_of_the_whole_at_most_and_rounded(seed: int) -> None:
    case = drawn(seed)
    award = evaluate(case, isolated=False)
    told = [
        piece for piece in pieces(public_paper(case, award)) if isinstance(piece, Figure) and piece.unit.startswith("£")
    ]
    assert all(figure.source.pointer == "/totals/cost" for figure in told)
    assert len(told) == total_is_safe(Facts(case, award))
    for figure in told:
        assert len(str(figure.value).rstrip("0")) <= 3


def test_it_names_winners_and_no_loser() -> None:
    text = "".join(getattr(piece, "text", "") for piece in pieces(public_paper(two_boards(), awarded())))
    assert "Valley CSU" in text
    assert "Moorland CSU" not in text
    assert "Example Care Charity" not in text


def test_a_rule_about_a_loser_is_not_told() -> None:
    document = json.loads(two_boards().model_dump_json(exclude_defaults=True))
    document["rules"] = [
        {"id": bidder, "metric": "lots", "bidders": {"ids": [bidder]}, "sense": "at_most", "limit": 3}
        for bidder in ("charity", "valley")
    ]
    case = Case.model_validate(document)
    award = evaluate(case, isolated=False)
    sentences = " ".join(rule.sentence for rule in award.rules)
    assert "Example Care Charity" in sentences
    text = "".join(getattr(piece, "text", "") for piece in pieces(public_paper(case, award)))
    assert "Valley CSU wins at most 3 lots" in text
    assert "Example Care Charity" not in text


@pytest.mark.parametrize(
    ("paid", "safe"),
    [
        ({"a": 100, "b": 100}, False),
        ({"a": 100, "b": 100, "c": 100}, True),
        ({"a": 100, "b": 90, "c": 9}, False),
        ({"a": 100, "b": 90, "c": 10}, True),
        ({"a": 100, "b": 5, "c": 5, "d": 5}, True),
    ],
)
def test_a_total_is_told_where_it_gives_nobody_away(paid: dict[str, int], safe: bool) -> None:
    prices = {name: {f"buyer-{name}": price} for name, price in paid.items()}
    case = one_service(prices)
    assert total_is_safe(Facts(case, evaluate(case, isolated=False))) == safe


def test_there_is_nothing_to_publish_without_an_award() -> None:
    bidders = [{"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 100_001}]
    case = one_service({"firm": {"a": 1}}, bidders=bidders)
    with pytest.raises(ValueError, match="no award"):
        public_paper(case, evaluate(case, isolated=False))


def test_a_partner_that_bids_itself_cannot_take_off_what_two_are_paid() -> None:
    bidders: list[dict[str, Any]] = [
        {"id": name, "name": name, "kind": "private", "viability_floor": 0} for name in ("a", "b", "c")
    ]
    bidders[2] |= {
        "kind": "partnership",
        "partners": [{"bidder": "b", "share": "0.5"}, {"bidder": "d", "share": "0.5"}],
    }
    bidders.append({"id": "d", "name": "d", "kind": "private", "viability_floor": 0})
    case = one_service({name: {f"buyer-{name}": 100} for name in "abc"}, bidders=bidders)
    award = evaluate(case, isolated=False)
    assert {row.bidder for row in award.awards} == {"a", "b", "c"}
    assert not total_is_safe(Facts(case, award))


def test_what_buyers_do_themselves_shields_no_bidder() -> None:
    document = json.loads(one_service({"a": {"x": 100}, "b": {"y": 100}}).model_dump_json(exclude_defaults=True))
    document["buyers"].append({"id": "z", "name": "z", "population": 100_000})
    document["lots"] = [{"id": f"{name}:it", "buyer": name, "service": "it"} for name in "xy"]
    document["lots"].append(
        {"id": "z:it", "buyer": "z", "service": "it", "required": False, "in_house": {"cost": "100", "quality": "0"}}
    )
    case = read_case(json.dumps(document))
    award = evaluate(case, isolated=False)
    assert len(award.awards) == 3
    assert not total_is_safe(Facts(case, award))
