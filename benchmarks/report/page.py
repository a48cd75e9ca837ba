"""The page of the benchmarks: its prose as it stands, its tables and pictures made of the kept figures."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.formats import FORMATS
from benchmarks.peers import PEERS
from benchmarks.report import building, fronts, regions, scale, service
from benchmarks.report.figures import KEPT, Figures, read
from benchmarks.report.gap_course import course
from benchmarks.report.growth import growths
from benchmarks.report.markdown import table
from benchmarks.report.suite_section import section
from benchmarks.scale import file as scale_files
from benchmarks.service import file as service_files
from benchmarks.suites import SUITES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
CHARTS = PAGE.parent / "benchmarks"
_TITLES: Mapping[str, str] = {"gap": "gap over time", "growth": "seconds over size"}


def kept_figures(folder: Path = KEPT) -> list[Figures]:
    """Figures of all kept suites, in the order in which the suites are listed; errors as of ``read``."""
    order = {name: at for at, name in enumerate(SUITES)}
    others = (building.NAME, fronts.NAME, scale.NAME, service.NAME)
    paths = sorted(path for path in folder.glob("*.json") if path.stem not in others)
    return sorted((read(path) for path in paths), key=lambda each: (order.get(each.suite, len(order)), each.suite))


def page(text: str, figures: Sequence[Figures], folder: Path = KEPT) -> str:
    """The page with its made parts renewed.

    Raises
    ------
    InputInvalid
        if it lacks the marks of a part, or a kept file cannot be used.
    """
    parts = [_suite(each) for each in figures]
    built = building.content_of(folder / f"{building.NAME}.json")
    if built is not None:
        parts.append(building.section(built))
    whole = fronts.content_of(folder / f"{fronts.NAME}.json")
    if whole is not None:
        parts.append(fronts.section(whole))
    scaled = scale_files.read(folder / f"{scale.NAME}.json")
    if scaled is not None:
        parts.append(scale.section(scaled))
    served = service_files.read(folder / f"{service.NAME}.json")
    if served is not None:
        parts.append(service.section(served))
    return regions.filled(
        text,
        {
            "formats": _formats(),
            "suites": _suites(),
            "peers": _peers(),
            "figures": "\n\n".join(parts) or "No figures are kept yet.",
        },
    )


def charts_of(figures: Figures) -> list[str]:
    """Names of the charts that a suite has, as ``charts`` draws them."""
    found = ["gap"] if any(course([row]) for row in figures.rows) else []
    return [*found, *(["growth"] if growths(figures.rows) else [])]


def chart_name(suite: str, chart: str) -> str:
    """File of a chart in the folder of charts."""
    return f"{suite}-{chart}.svg"


def _suite(figures: Figures) -> str:
    about = SUITES[figures.suite].about if figures.suite in SUITES else ""
    pictures = {
        f"{_TITLES[chart]}, suite {figures.suite}": f"{CHARTS.name}/{chart_name(figures.suite, chart)}"
        for chart in charts_of(figures)
    }
    return section(figures, about, pictures)


def _formats() -> str:
    lines = [
        [f"`{each.name}`", each.about, "`program`" if each.case is None else "`case` or `program`"]
        for each in FORMATS.values()
    ]
    return table(["format", "what it holds", "reader"], lines, left=3)


def _suites() -> str:
    lines = [
        [
            f"`{suite.name}`",
            suite.about,
            str(suite.seeds) if suite.seeds else "-",
            f"{100 * suite.gap:g}%" if suite.gap else "0",
            f"{suite.time_limit:g}",
        ]
        for suite in SUITES.values()
    ]
    return table(["suite", "cases", "seeds", "gap", "seconds"], lines, left=2)


def _peers() -> str:
    lines = [[f"`{peer.name}`", f"`{peer.package}`", peer.options] for peer in PEERS.values()]
    return table(["peer", "package", "told beside gap and time limit"], lines, left=3)
