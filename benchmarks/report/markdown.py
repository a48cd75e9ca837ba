"""Tables and figures as the page writes them."""

from collections.abc import Sequence


def table(headings: Sequence[str], lines: Sequence[Sequence[str]], left: int = 1) -> str:
    """A table, its first so many columns set left and the others right."""
    sides = ["---" if at < left else "---:" for at in range(len(headings))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, sides, *lines))


def seconds(value: float | None) -> str:
    """Seconds to three digits; a dash where there are none."""
    if value is None:
        return "-"
    return f"{value:.2f}" if value < 9.995 else f"{value:.1f}" if value < 99.95 else f"{value:,.0f}"


def percent(gap: float | None) -> str:
    """A fraction as percent; a dash where there is none."""
    return "-" if gap is None else "0" if gap == 0 else f"{gap:.2%}" if gap >= 0.01 else f"{gap:.4%}"


def ratio(value: float | None) -> str:
    """A ratio to two places."""
    return "-" if value is None else f"{value:.2f}"


def megabytes(value: float | None) -> str:
    """MiB without places."""
    return "-" if value is None else f"{value:,.0f}"
