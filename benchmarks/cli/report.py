"""``benchmarks report``: the page of the benchmarks made again."""

import importlib.util
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.cli.console import note
from benchmarks.errors import InputInvalid
from benchmarks.report import page as pages
from benchmarks.report.figures import KEPT
from models import ExtraMissing


def command(
    page: Annotated[Path, typer.Option(metavar="FILE", help="The page.")] = pages.PAGE,
    kept: Annotated[Path, typer.Option(metavar="DIR", help="Folder of kept figures.")] = KEPT,
) -> None:
    """Renew the tables and charts of docs/benchmarks.md from the kept figures; its prose stays.

    The same figures give the same bytes. Exit code: 0 written, 1 Matplotlib is missing, 2 a file cannot be used.
    """
    if importlib.util.find_spec("matplotlib") is None:
        raise ExtraMissing(
            "charts need the package matplotlib, which is not installed: pip install 'supplier-selector[bench]'"
        )
    from benchmarks.report.charts import charts  # only where it is asked for: Matplotlib takes a second to load

    try:
        text = page.read_text(encoding="utf-8")
    except OSError as error:
        raise InputInvalid(f"{page} cannot be read: {error.strerror}") from None
    figures = pages.kept_figures(kept)
    folder = page.parent / pages.CHARTS.name
    folder.mkdir(exist_ok=True)
    drawn = {pages.chart_name(each.suite, name): svg for each in figures for name, svg in charts(each).items()}
    for name, svg in drawn.items():
        (folder / name).write_text(svg, encoding="utf-8")
    for stale in folder.glob("*.svg"):
        if stale.name not in drawn:
            stale.unlink()
    page.write_text(pages.page(text, figures, kept), encoding="utf-8")
    note(f"{len(figures)} suites and {len(drawn)} charts are in {page.name}.")
