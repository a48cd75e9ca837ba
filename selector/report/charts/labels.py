"""Names beside the dots of a map, where there is room for them."""

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""
_LETTER, _LINE = 5.0, 10.0
"""Width of a letter and height of a line of the smallest print, in pixels."""


def sides(places: Sequence[tuple[float, float]], names: Sequence[str], radius: float, width: float) -> list[str]:
    """On which side of its dot each name stands: ``right``, ``left``, ``above``, ``below``, or nowhere (empty).

    Parameters
    ----------
    places
        Of the dots, in pixels from the left and from the top.
    names
        What is to stand beside them, in the same order: the first have the first choice.
    radius
        Of the dots.
    width
        Of the map; a name may stand out of it by half its length.
    """
    taken: list[Box] = [(x - radius, y - radius, x + radius, y + radius) for x, y in places]
    found = []
    for (x, y), name in zip(places, names, strict=True):
        size = len(name) * _LETTER
        boxes = {
            "right": (x + radius, y - _LINE / 2, x + radius + size, y + _LINE / 2),
            "left": (x - radius - size, y - _LINE / 2, x - radius, y + _LINE / 2),
            "above": (x - size / 2, y - radius - _LINE, x + size / 2, y - radius),
            "below": (x - size / 2, y + radius, x + size / 2, y + radius + _LINE),
        }
        side = next((side for side, box in boxes.items() if _is_free(box, taken, width)), "")
        if side:
            taken.append(boxes[side])
        found.append(side)
    return found


def _is_free(box: Box, taken: list[Box], width: float) -> bool:
    left, top, right, bottom = box
    room = (right - left) / 2
    if left < -room or right > width + room:
        return False
    return not any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in taken)
