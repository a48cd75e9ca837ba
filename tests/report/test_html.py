"""The page: whole in itself, in good order, and harmless whatever a name holds."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from selector.report import board_paper, public_paper
from selector.report.clean import clean
from tests.report.papers import HOSTILE, awarded, rendered, two_boards

pytestmark = pytest.mark.xdist_group("paper")


class Reader(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return rendered("full", "html").decode()


@pytest.fixture(scope="module")
def hostile() -> str:
    return rendered("hostile", "html").decode()


def test_headings_go_down_a_level_at_a_time_and_ids_are_unique(page: str, hostile: str) -> None:
    for text in (page, hostile):
        read = Reader(text)
        assert read.open == []
        levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later <= level + 1 for level, later in pairwise(levels))
        ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
        assert len(set(ids)) == len(ids)


def test_every_table_has_a_caption_and_headings(page: str) -> None:
    for table in re.findall(r"<table.*?</table>", page, flags=re.DOTALL):
        assert 'scope="col"' in table
        if 'class="sign"' in table:
            continue
        assert "<caption>" in table
        rows = re.findall(r"<tr>.*?</tr>", table.partition("<tbody>")[2], flags=re.DOTALL)
        assert rows
        # Of the matrix, too: what a row is about is its first cell, or beside the letters of a provider.
        assert all(row.count('<th scope="row"') == 1 for row in rows)


def test_it_fetches_nothing_and_runs_nothing(page: str, hostile: str) -> None:
    for text in (page, hostile, rendered("hostile, public", "html").decode()):
        read = Reader(text)
        names = {tag for tag, _ in read.tags}
        assert not names & {"script", "img", "link", "iframe", "object", "form", "foreignobject", "image"}
        for tag, attributes in read.tags:
            assert not any(name.startswith("on") for name in attributes), tag
            for name in ("href", "src", "xlink:href"):
                assert (attributes.get(name) or "#").startswith("#")
        assert "default-src 'none'" in text
        assert "@import" not in text
        assert not re.search(r"url\((?!#|data:font/ttf;base64,)", text)


def test_hostile_names_are_shown_as_they_are(hostile: str) -> None:
    words = "".join(Reader(hostile).words)
    for name in HOSTILE:
        assert clean(name) in words
    assert "\u202e" not in hostile
    assert "\x00" not in hostile
    assert "<b>Case</b> =1+1 #let" in words


def test_the_exact_figure_is_at_hand(page: str) -> None:
    assert '<span class="figure" title="£551,000.00">£551,000</span>' in page


def test_charts_have_words_in_place_of_them(page: str) -> None:
    charts = re.findall(r'<div class="chart" role="img" aria-label="([^"]*)">', page)
    assert len(charts) >= 2
    assert all(len(words) > 40 for words in charts)


def test_sections_stand_in_the_order_in_which_they_are_read(page: str) -> None:
    found = re.findall(r'<section id="([a-z-]+)" class="level2', page)
    assert found == [
        "decision", "figures", "award", "alternatives", "pareto", "proof", "near", "stability", "robust", "rules", "resilience", "market", "formula",
        "choice", "since", "record", "buyers", "losers", "words",
    ]  # fmt: skip


def test_a_section_without_an_answer_is_not_there() -> None:
    keys = [section.key for section in board_paper(two_boards(), awarded()).sections]
    assert keys == ["decision", "figures", "award", "proof", "rules", "record", "buyers", "losers", "words"]
    public = [section.key for section in public_paper(two_boards(), awarded()).sections]
    assert public == ["decision", "award", "competition", "rules", "record", "words"]
