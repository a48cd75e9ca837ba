"""``examples/two-boards.json``, whose answer ``docs/two-boards.md`` works out by hand."""

from pathlib import Path

import pytest

from selector import evaluate, read_case_file

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-boards.json"
PAGE = Path(__file__).parents[2] / "docs" / "two-boards.md"


@pytest.mark.parametrize("isolated", [True, False])
def test_two_boards(isolated: bool) -> None:
    evaluation = evaluate(read_case_file(EXAMPLE), isolated=isolated)
    assert evaluation.status == "optimal"
    assert evaluation.certificate.ties == "proven_none"
    assert evaluation.totals is not None
    assert evaluation.certificate.objective is not None
    page = PAGE.read_text(encoding="utf-8")
    for figure in (
        f"{evaluation.totals.cost:,.2f}",
        f"{evaluation.totals.liability:,.2f}",
        f"£{abs(evaluation.certificate.objective):,.2f}",
        f"{evaluation.totals.quality.normalize():f}",
        *(row.bid for row in evaluation.awards),
    ):
        assert figure in page
