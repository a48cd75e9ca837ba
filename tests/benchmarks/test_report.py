"""The page of the benchmarks: made of the kept figures, and the same each time."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.errors import InputInvalid
from benchmarks.report import page as pages
from benchmarks.report import regions
from benchmarks.report.gap_course import course, gap_at
from benchmarks.report.growth import growths
from benchmarks.running.course import Point
from tests.benchmarks.kept import MACHINE, results_file, row

Command = Callable[..., int]


def test_the_page_is_that_of_the_kept_figures() -> None:
    text = pages.PAGE.read_text(encoding="utf-8")
    assert pages.page(text, pages.kept_figures()) == text, "python -m benchmarks report makes it again"


def test_the_charts_are_those_of_the_kept_figures() -> None:
    matplotlib = pytest.importorskip("matplotlib")
    from benchmarks.report.charts import charts

    figures = pages.kept_figures()
    drawn = {pages.chart_name(each.suite, name): each for each in figures for name in pages.charts_of(each)}
    assert {path.name for path in pages.CHARTS.glob("*.svg")} == set(drawn)
    for name, each in drawn.items():
        text = (pages.CHARTS / name).read_text(encoding="utf-8")
        made_by = re.search(r"Matplotlib v([\w.]+)", text)
        if made_by is not None and made_by[1] == matplotlib.__version__:  # another version draws otherwise
            assert text in charts(each).values(), f"{name}: python -m benchmarks report makes it again"


def test_a_report_renews_tables_and_charts_and_leaves_the_prose(
    tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("matplotlib")
    kept = tmp_path / "kept"
    kept.mkdir()
    peer = row("highs", seconds=7.0, status="feasible", gap=0.02, bound=98.0)
    results_file(kept / "board.json", [row(), peer, row(case="seed-01")])
    grown = [row(suite="growth", case=f"{size}x20-seed-00", seconds=float(size)) for size in (50, 100)]
    results_file(kept / "growth.json", grown)
    line = {"size": "10k", "builder": "selector", "seconds": 0.1, "peak_mb": 90.0, "columns": 9000, "nonzeros": 20}
    built = [line, {**line, "builder": "pulp", "seconds": 2.0}]
    (kept / "build.json").write_text(json.dumps({"machine": MACHINE, "rows": built}), encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(pages.PAGE.read_text(encoding="utf-8") + "\nThe end.\n", encoding="utf-8")
    stale = tmp_path / "benchmarks" / "gone-gap.svg"
    stale.parent.mkdir()
    stale.touch()

    assert command("report", "--page", page, "--kept", kept) == 0
    assert "2 suites and 3 charts are in page.md." in capsys.readouterr().err
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Benchmarks\n")
    assert text.endswith("\nThe end.\n")
    assert "| `selector` | 2 optimal | 3.00 | 3.00 | 1.00 | 2.00 | 3.00 | 0 | 1.50 | 50 | 0.50 |" in text
    assert "| `highs` | 1 feasible | 7.00 | 7.00 | 1.00 | 2.00 | 3.00 | 2.00% | 1.50 | 50 | - |" in text
    assert "| seed-00 | `highs` | feasible | 7.00 | 2.00% | 2.00 | optimal | 3.00 | 0 | 2.00 | 0.50 |" in text
    assert "A processor, 2 cores, Python 3.11.7; selector 0.1.0, highspy 1.15.1." in text
    assert "![gap over time, suite board](benchmarks/board-gap.svg)" in text
    assert "![seconds over size, suite growth](benchmarks/growth-growth.svg)" in text
    assert "| 10k | `pulp` | 9,000 | 20 | 2.00 | 90 | 20.00 |" in text
    names = ["board-gap.svg", "growth-gap.svg", "growth-growth.svg"]
    assert sorted(path.name for path in stale.parent.iterdir()) == names
    drawn = [(stale.parent / name).read_bytes() for name in names]
    assert "slope 1.00" in drawn[2].decode()

    assert command("report", "--page", page, "--kept", kept) == 0
    assert page.read_text(encoding="utf-8") == text
    assert [(stale.parent / name).read_bytes() for name in names] == drawn


def test_without_matplotlib_it_is_one_sentence(
    command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert command("report") == 1
    assert capsys.readouterr().err == (
        "error: charts need the package matplotlib, which is not installed: pip install 'supplier-selector[bench]'\n"
    )


def test_a_page_without_its_marks_is_refused() -> None:
    with pytest.raises(InputInvalid, match="lacks the marks <!-- begin figures: made by"):
        regions.filled("# Nothing\n", {"figures": "text"})


def test_the_gap_over_time_is_the_median_over_the_cases() -> None:
    one = row(curve=(Point(1.0, 110.0, 100.0), Point(3.0, 100.0, 100.0)))
    two = row(case="seed-01", curve=(Point(2.0, 130.0, 100.0),))
    assert [gap_at(one, at) for at in (0.5, 1.0, 2.9, 3.0)] == pytest.approx([float("inf"), 0.1, 0.1, 1e-6])
    assert [at for at, _ in course([one, two])] == [2.0, 3.0, 60.0]
    assert [gap for _, gap in course([one, two])] == pytest.approx([0.2, 0.1500005, 0.1500005])
    assert course([]) == []


def test_growth_is_fitted_along_each_axis() -> None:
    rows = [
        row(suite="growth", case=f"{buyers}x{services}-seed-{seed:02d}", seconds=buyers**1.5 * services)
        for buyers, services in ((50, 20), (100, 20), (400, 20), (100, 5), (100, 10))
        for seed in range(2)
    ]
    along_buyers, along_services = growths(rows)
    assert (along_buyers.axis, along_buyers.held, along_buyers.sizes) == ("buyers", "20 services", (50, 100, 400))
    assert along_buyers.slope == pytest.approx(1.5)
    assert (along_services.held, along_services.sizes) == ("100 buyers", (5, 10, 20))
    assert along_services.slope == pytest.approx(1.0)
    assert growths([row()]) == []
