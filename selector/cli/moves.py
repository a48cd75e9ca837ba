"""The moves of a repair on a terminal."""

from collections.abc import Iterable

from rich.console import Console

from models import Case, Move
from selector.cli.families import FEW, MOST, by_family, print_family, print_rest, title
from selector.cli.paragraph import print_paragraph
from selector.cli.share import share
from selector.decide.words import amount


def print_moves(console: Console, case: Case, moves: Iterable[Move], indent: str) -> None:
    """Print each move as a sentence; many of one family as a table."""
    bullet = f"{indent}- "
    for family, found in by_family(moves):
        shown = found[:MOST]
        # What has no limit is given up or opened to somebody, which only its sentence tells.
        if len(found) <= FEW or any(move.before is None for move in found):
            for move in shown:
                print_paragraph(console, move.sentence, bullet, aside=move.rule)
        else:
            print_paragraph(console, title(family, len(found), "change"), bullet, aside=f"{family}[...]")
            print_family(console, case, shown, ("From", "To", "By"), [_figures(move) for move in shown])
        print_rest(console, len(found) - len(shown), indent)


def _figures(move: Move) -> tuple[str, str, str]:
    before = "" if move.before is None else amount(move.before, move.unit)
    after = "given up" if move.after is None else amount(move.after, move.unit)
    # Of a limit of 0 there is no share.
    return before, after, share(move.relative) if move.before else ""
