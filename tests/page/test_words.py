"""The page says what the paper says: the same words and figures of an award, the same letters and colours."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import expect

from models import Case, Evaluation, Lexicographic, MoneyValued, Ratio, read_case
from selector.client import Client
from selector.evaluation import evaluate
from selector.examples import synthetic
from selector.report.blocks import Bullets, Paragraph
from selector.report.facts import Facts
from selector.report.legend import Legend
from selector.report.sections.certificate import certificate, proof_sentence
from selector.report.sections.decision import decision
from selector.report.text import Figure, Piece
from selector.scenarios import under
from tests.api.cases import edited
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit
from tests.report.papers import ROOT, awarded, hostile_award, hostile_case, two_boards

pytestmark = IN_A_BROWSER

MERGERS = ROOT / "examples" / "csu-mergers.json"
Said = list[str | tuple[str, Decimal]]

_OF_THE_PAGE = """async ([theCase, award]) => {
    const { Facts } = await import("/page/views/award/facts.js");
    const words = await import("/page/views/award/words.js");
    const facts = new Facts(theCase, award);
    return {
        decision: [...words.whom(facts), ...words.comesTo(facts), " ", ...words.proof(facts)],
        proof: words.proof(facts),
        sought: [words.sought(facts)],
        levels: words.levels(facts),
        ties: [words.ties(facts)],
        checked: words.checked(facts),
    };
}"""
_LEGEND_OF_THE_PAGE = """async ([theCase, award]) => {
    const { legend } = await import("/page/lib/legend.js");
    return legend(theCase, award).codes.map(({ letters, colour, name }) => [letters, colour, name]);
}"""


@cache
def _lexicographic() -> tuple[Case, Evaluation]:
    levels = [{"objective": name} for name in ("quality", "cost", "liability")]
    return _with({"mode": "lexicographic", "levels": levels}, Lexicographic)


@cache
def _given_up() -> tuple[Case, Evaluation]:
    """Of which the first objective gave up some for the second."""
    levels = [{"objective": "quality", "tolerance": "30"}, {"objective": "cost"}]
    return _with({"mode": "lexicographic", "levels": levels}, Lexicographic)


@cache
def _ratio() -> tuple[Case, Evaluation]:
    return _with({"mode": "ratio", "formula": "lowest_over_price"}, Ratio)


@cache
def _plain() -> tuple[Case, Evaluation]:
    return _with({"mode": "money_valued", "liability_weight": "0", "disruption": "staff"}, MoneyValued)


def _with(objective: Mapping[str, Any], model: type[MoneyValued | Lexicographic | Ratio]) -> tuple[Case, Evaluation]:
    case = two_boards().model_copy(update={"objective": model.model_validate(objective)})
    return case, evaluate(case, isolated=False)


def _ended_early() -> tuple[Case, Evaluation]:
    """As a search tells it that a limit struck, with something open."""
    case, award = two_boards(), awarded()
    (first,) = award.certificate.levels
    assert first.bound is not None
    level = first.model_copy(update={"bound": first.bound - Decimal("1234.56")})
    proven = award.certificate.model_copy(update={"levels": (level,), "limit": "time", "ties": "not_examined"})
    return case, award.model_copy(update={"status": "feasible", "certificate": proven})


def _nothing_proven() -> tuple[Case, Evaluation]:
    case, award = _ended_early()
    (first,) = award.certificate.levels
    proven = award.certificate.model_copy(update={"levels": (first.model_copy(update={"bound": None}),)})
    return case, award.model_copy(update={"certificate": proven})


def _stays() -> tuple[Case, Evaluation]:
    """Of which nothing changes supplier."""
    case = read_case(edited(lots=[{"id": "north:payroll", "buyer": "north", "service": "payroll", "incumbent": "csu"}]))
    return case, evaluate(case, isolated=False)


AWARDS: Mapping[str, Callable[[], tuple[Case, Evaluation]]] = {
    "money-valued": lambda: (two_boards(), awarded()),
    "cost alone": _plain,
    "one after another": _lexicographic,
    "given up": _given_up,
    "scores": _ratio,
    "ended early": _ended_early,
    "nothing proven": _nothing_proven,
    "nothing changes": _stays,
}


@pytest.mark.parametrize("which", sorted(AWARDS))
def test_words_and_figures_are_those_of_the_paper(visit: Visit, which: str) -> None:
    case, award = AWARDS[which]()
    facts = Facts(case, award)
    visit.go()
    found = visit.page.evaluate(_OF_THE_PAGE, _sent(case, award))
    first = decision(facts).blocks[0]
    assert isinstance(first, Paragraph)
    assert _of_page(found["decision"]) == _of_paper(first.text)
    assert _of_page(found["proof"]) == _of_paper(tuple(proof_sentence(facts)))
    blocks = certificate(facts).blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert [_of_page(found[name]) for name in ("proof", "sought", "ties", "checked")] == list(map(_of_paper, texts))
    levels = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    assert list(map(_of_page, found["levels"])) == list(map(_of_paper, levels))


def _large() -> tuple[Case, Evaluation]:
    """More suppliers than there are colours, and buyers that do a lot themselves: each lot to another one in turn."""
    case = synthetic(buyers=12, services=4, bidders=14, seed=3)
    offers = {lot.id: [bid for bid in case.bids if lot.id in bid.lots] for lot in case.tendered}
    awards = []
    for at, lot in enumerate(case.tendered):
        bid = offers[lot.id][at % len(offers[lot.id])]
        placed = {"lot": lot.id, "buyer": lot.buyer, "service": lot.service, "bid": bid.id, "bidder": bid.bidder}
        awards.append(awarded().awards[0].model_copy(update=placed))
    return case, awarded().model_copy(update={"awards": tuple(awards)})


LEGENDS: Mapping[str, Callable[[], tuple[Case, Evaluation]]] = {
    "two boards": lambda: (two_boards(), awarded()),
    "hostile names": lambda: (hostile_case(), hostile_award()),
    "many suppliers": _large,
}


@pytest.mark.parametrize("which", sorted(LEGENDS))
def test_letters_and_colours_are_those_of_the_paper(visit: Visit, which: str) -> None:
    case, award = LEGENDS[which]()
    legend = Legend(case, award)
    visit.go()
    found = visit.page.evaluate(_LEGEND_OF_THE_PAGE, _sent(case, award))
    codes = [legend.code(key) for key in legend.keys]
    assert [(letters, colour) for letters, colour, _ in found] == [(code.letters, code.colour) for code in codes]
    if which == "many suppliers":
        assert legend.has_others


def test_bidders_that_merge_go_by_what_they_become(visit: Visit, client: Client) -> None:
    case = read_case(MERGERS.read_bytes())
    scenario = case.scenarios[0].id
    run = client.wait(client.start("evaluate", client.add_case(case).id, scenario=scenario).id)
    award = client.answer(run)
    assert isinstance(award, Evaluation)
    legend = Legend(under(case, scenario), award)
    assert any(key not in {bidder.id for bidder in case.bidders} for key in legend.keys if key)
    visit.go(f"#/runs/{run.id}")
    visit.is_at("The award")
    buttons = visit.page.locator("#winners .provider")
    expect(buttons.first).to_be_visible(timeout=PATIENCE)
    codes, names = (
        [each.strip() for each in buttons.locator(f"span:nth-of-type({at})").all_text_contents()] for at in (1, 2)
    )
    wanted = [legend.code(key) for key in legend.keys]
    assert codes == [code.letters for code in wanted]
    assert names == [code.meaning.text for code in wanted]


def _sent(case: Case, award: Evaluation) -> list[Any]:
    """As the service gives them."""
    return [json.loads(case.canonical_json()), json.loads(award.to_json())]


def _of_paper(text: tuple[Piece, ...]) -> Said:
    return _joined([(piece.unit, piece.value) if isinstance(piece, Figure) else _plain_text(piece) for piece in text])


def _of_page(pieces: list[Any]) -> Said:
    return _joined(
        [piece if isinstance(piece, str) else (piece["unit"], Decimal(str(piece["value"]))) for piece in pieces]
    )


def _plain_text(piece: Any) -> str:
    return piece if isinstance(piece, str) else str(piece.text)


def _joined(pieces: Said) -> Said:
    """With neighbouring words put together: where a sentence is cut does not matter."""
    found: Said = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif piece != "":
            found.append(piece)
    return found
