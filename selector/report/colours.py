"""The colours of a paper: told apart by colour-blind readers, and dark enough, or pale enough, for what stands on them."""

from collections.abc import Mapping

# Paul Tol's "light" scheme (Technical note SRON/EPS/TN/09-002): made to fill cells that have dark letters in them.
PALETTE = ("#77AADD", "#EE8866", "#EEDD88", "#FFAABB", "#99DDFF", "#44BB99", "#BBCC33", "#AAAA00")
OTHERS = "#DDDDDD"
"""Of all providers beyond those that have a colour of their own."""
OWN = "#FFFFFF"
"""Of buyers that do a lot themselves."""

INK, PAPER, QUIET, LINE = "#1F2933", "#FFFFFF", "#52606D", "#9AA5B1"
ACCENT, SHADE = "#1F4E79", "#EEF2F6"
GOOD, BAD = "#1B6E3C", "#A61B1B"

DARK: Mapping[str, str] = {
    "ink": "#E4E7EB",
    "paper": "#12181F",
    "quiet": "#B0BAC5",
    "line": "#616E7C",
    "accent": "#8EC5F5",
    "shade": "#1F2933",
    "good": "#7FD6A0",
    "bad": "#FF9B9B",
}
LIGHT: Mapping[str, str] = {
    "ink": INK,
    "paper": PAPER,
    "quiet": QUIET,
    "line": LINE,
    "accent": ACCENT,
    "shade": SHADE,
    "good": GOOD,
    "bad": BAD,
}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 has it: 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
