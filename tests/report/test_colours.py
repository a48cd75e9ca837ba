"""Every pair of colours that is used has the contrast that WCAG asks for, and neighbours can be told apart."""

from itertools import combinations

import pytest

from selector.report.colours import ACCENT, DARK, INK, LIGHT, OTHERS, OWN, PALETTE, PAPER, contrast

_TEXT, _LARGE = 4.5, 3.0


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_text_on_paper_and_on_shade(colours: dict[str, str]) -> None:
    for name in ("ink", "quiet", "accent", "good", "bad"):
        assert contrast(colours[name], colours["paper"]) >= _TEXT, name
    for name in ("ink", "accent"):
        assert contrast(colours[name], colours["shade"]) >= _TEXT, name


def test_letters_on_every_colour_of_a_provider() -> None:
    for colour in (*PALETTE, OTHERS, OWN):
        assert contrast(INK, colour) >= _TEXT, colour


def test_headings_of_the_results_book() -> None:
    assert contrast(ACCENT, PAPER) >= _TEXT


def test_outlines_of_marks_stand_out_from_the_page() -> None:
    assert contrast(INK, "#FFFFFF") >= _LARGE


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_no_two_providers_share_a_colour() -> None:
    for one, other in combinations((*PALETTE, OTHERS, OWN), 2):
        assert one != other
