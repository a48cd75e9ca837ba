"""Charts of kept figures as SVG: the same bytes for the same figures and the same version of Matplotlib."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullLocator

from benchmarks.report.figures import Figures
from benchmarks.report.gap_course import course
from benchmarks.report.growth import Growth, growths
from benchmarks.running.row import Row

_MOST_PANELS = 4
"""Up to which each case of a suite has a panel of its own."""
_STYLE: Any = {
    "svg.hashsalt": "benchmarks",
    "svg.fonttype": "none",
    "font.size": 9.0,
    "axes.grid": True,
    "grid.alpha": 0.3,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "legend.frameon": False,
}
_COLOURS: Mapping[str, str] = {
    "selector": "#0b5394",
    "highs": "#e69138",
    "scip": "#6aa84f",
    "cp-sat": "#a64d79",
    "cbc": "#999999",
}
_GAPS = (0.01, 0.001, 0.0001)


def charts(figures: Figures) -> dict[str, str]:
    """SVG texts by what they show, ``gap`` and, where cases grow, ``growth``."""
    found = {"gap": _drawn(lambda figure: _gaps(figure, figures.rows))} if _has_courses(figures.rows) else {}
    grown = growths(figures.rows)
    if grown:
        found["growth"] = _drawn(lambda figure: _growths(figure, grown))
    return found


def _has_courses(rows: Sequence[Row]) -> bool:
    return any(course([row]) for row in rows)


def _drawn(draw: Callable[[Figure], None]) -> str:
    with mpl.rc_context():
        mpl.rcdefaults()  # whatever the user has set
        mpl.rcParams.update(_STYLE)
        figure = Figure(layout="constrained")
        draw(figure)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None})
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _gaps(figure: Figure, rows: Sequence[Row]) -> None:
    cases = list(dict.fromkeys(row.case for row in rows))
    panels = [(case, [row for row in rows if row.case == case]) for case in cases]
    if len(cases) > _MOST_PANELS:
        panels = [(f"median over {len(cases)} cases", list(rows))]
    figure.set_size_inches(4.0 * len(panels) if len(panels) > 1 else 6.5, 3.4)
    for number, (title, shown) in enumerate(panels, 1):
        axes = figure.add_subplot(1, len(panels), number)
        for engine in dict.fromkeys(row.engine for row in rows):
            points = course([row for row in shown if row.engine == engine])
            if points:
                axes.step(
                    [max(at, 1e-2) for at, _ in points],
                    [gap for _, gap in points],
                    where="post",
                    label=engine,
                    color=_COLOURS.get(engine),
                    linewidth=2 if engine == "selector" else 1.2,
                )
        _scale(axes, title, "seconds", "gap")
        axes.yaxis.set_major_formatter(FuncFormatter(lambda gap, _: f"{100 * gap:g}%"))
        for gap in _GAPS:
            axes.axhline(gap, color="#cccccc", linewidth=0.8, zorder=0)
        axes.legend()


def _growths(figure: Figure, grown: Sequence[Growth]) -> None:
    panels = list(dict.fromkeys((each.axis, each.held) for each in grown))
    figure.set_size_inches(4.4 * len(panels), 3.4)
    for number, (axis, held) in enumerate(panels, 1):
        axes = figure.add_subplot(1, len(panels), number)
        for each in grown:
            if (each.axis, each.held) == (axis, held):
                axes.plot(
                    each.sizes,
                    each.seconds,
                    marker="o",
                    markersize=4,
                    label=f"{each.engine}, slope {each.slope:.2f}",
                    color=_COLOURS.get(each.engine),
                )
        _scale(axes, f"at {held}", axis, "seconds")
        sizes = sorted({size for each in grown if each.axis == axis for size in each.sizes})
        axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
        axes.xaxis.set_minor_locator(NullLocator())
        axes.legend()


def _scale(axes: Axes, title: str, across: str, up: str) -> None:
    axes.set(xscale="log", yscale="log", title=title, xlabel=across, ylabel=up)
