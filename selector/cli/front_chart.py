"""A front as a picture: SVG, drawn without any library."""

from collections.abc import Iterator
from html import escape

from models.front import Front, FrontObjective, FrontPoint
from selector.cli.share import share
from selector.verify.words import count, number

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 760, 480, 96, 56, 130, 64
_TICKS = 5
_MOST_OF_NAME = 66
_COLOURS = ((68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37))
"""From the least to the most: viridis, which reads in grey and without red and green."""
_BEST = "#c0392b"


def drawn(front: Front) -> str:
    """The points of a front by their first two objectives; the third is their colour. The best award is ringed."""
    return "\n".join(_lines(front)) + "\n"


def _lines(front: Front) -> Iterator[str]:
    across, up = front.objectives[0], front.objectives[min(1, len(front.objectives) - 1)]
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">'
    yield f"<title>{escape(_title(front))}</title>"
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
    yield f'<text x="{_LEFT}" y="24" font-size="14" font-weight="bold">{escape(_short(front.name))}</text>'
    yield f'<text x="{_LEFT}" y="42" fill="#555">{escape(_title(front))}</text>'
    yield from _axes(across, up)
    for point in front.points:
        x, y = _x(across, float(point.values[0])), _y(up, float(point.values[min(1, len(point.values) - 1)]))
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{_fill(front, point)}" stroke="#333" stroke-width="0.4"/>'
        if point.best:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="none" stroke="{_BEST}" stroke-width="2"/>'
            yield f'<text x="{x + 11:.1f}" y="{y - 6:.1f}" fill="{_BEST}">best award</text>'
    if len(front.objectives) > 2:
        yield from _key(front.objectives[2])
    yield "</svg>"


def _short(name: str) -> str:
    """What of a name fits beside the key."""
    return name if len(name) <= _MOST_OF_NAME else f"{name[: _MOST_OF_NAME - 1].rstrip()}…"


def _title(front: Front) -> str:
    points = count(len(front.points), "point")
    if front.complete and not front.epsilon:
        return f"{points}, proven to be all"
    if front.gap is None:
        return f"{points} so far"
    return f"{points}: no award is better than all by more than {share(front.gap)} in some objective"


def _axes(across: FrontObjective, up: FrontObjective) -> Iterator[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    yield f'<path d="M{_LEFT} {_TOP}V{bottom}H{right}" fill="none" stroke="#333"/>'
    for value in _ticks(across):
        x = _x(across, value)
        yield f'<path d="M{x:.1f} {bottom}v5" stroke="#333"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{_label(across, value)}</text>'
    for value in _ticks(up):
        y = _y(up, value)
        yield f'<path d="M{_LEFT} {y:.1f}h-5" stroke="#333"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{_label(up, value)}</text>'
    yield f'<text x="{(_LEFT + right) / 2:.1f}" y="{_HEIGHT - 20}" text-anchor="middle">{_name(across)}</text>'
    yield f'<text x="18" y="{(_TOP + bottom) / 2:.1f}" text-anchor="middle" transform="rotate(-90 18 {(_TOP + bottom) / 2:.1f})">{_name(up)}</text>'


def _key(objective: FrontObjective) -> Iterator[str]:
    x, steps = _WIDTH - _RIGHT + 24, 40
    height = (_HEIGHT - _BOTTOM - _TOP) / steps
    for at in range(steps):
        y = _HEIGHT - _BOTTOM - (at + 1) * height
        yield f'<rect x="{x}" y="{y:.1f}" width="14" height="{height + 0.5:.1f}" fill="{_colour(at / (steps - 1))}"/>'
    low, high = _ends(objective)
    yield f'<text x="{x + 20}" y="{_HEIGHT - _BOTTOM}">{_label(objective, low)}</text>'
    yield f'<text x="{x + 20}" y="{_TOP + 8}">{_label(objective, high)}</text>'
    name, better = _name(objective).rsplit(" (", 1)
    yield f'<text x="{x}" y="{_TOP - 24}">{name}</text>'
    yield f'<text x="{x}" y="{_TOP - 10}" fill="#555">({better}</text>'


def _fill(front: Front, point: FrontPoint) -> str:
    if len(front.objectives) < 3:
        return _colour(0.4)
    low, high = _ends(front.objectives[2])
    return _colour((float(point.values[2]) - low) / (high - low or 1.0))


def _colour(share: float) -> str:
    place = min(max(share, 0.0), 1.0) * (len(_COLOURS) - 1)
    at = min(int(place), len(_COLOURS) - 2)
    mixed = (round(a + (place - at) * (b - a)) for a, b in zip(_COLOURS[at], _COLOURS[at + 1], strict=True))
    return "#" + "".join(f"{each:02x}" for each in mixed)


def _ends(objective: FrontObjective) -> tuple[float, float]:
    ends = sorted(float(each) for each in (objective.best, objective.worst) if each is not None)
    return (ends[0], ends[-1]) if ends else (0.0, 1.0)


def _ticks(objective: FrontObjective) -> list[float]:
    low, high = _ends(objective)
    return [low + at * (high - low) / (_TICKS - 1) for at in range(_TICKS)] if high > low else [low]


def _x(objective: FrontObjective, value: float) -> float:
    low, high = _ends(objective)
    return _LEFT + 12 + (value - low) / (high - low or 1.0) * (_WIDTH - _RIGHT - _LEFT - 24)


def _y(objective: FrontObjective, value: float) -> float:
    low, high = _ends(objective)
    return _HEIGHT - _BOTTOM - 12 - (value - low) / (high - low or 1.0) * (_HEIGHT - _BOTTOM - _TOP - 24)


def _label(objective: FrontObjective, value: float) -> str:
    if objective.unit != "£":
        return f"{value:,.2f}"
    return f"£{value / 10**6:,.2f}m" if abs(value) >= 10**6 else f"£{value:,.0f}"


def _name(objective: FrontObjective) -> str:
    better = "more" if objective.more_is_better else "less"
    unit = "" if objective.unit == "£" else f", {objective.unit}"
    step = f", to {number(objective.step)}" if objective.unit == "points" else ""
    return f"{objective.name.capitalize()}{unit}{step} ({better} is better)"
