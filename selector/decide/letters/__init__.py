"""Draft letters to the bidders that have lost something, without a figure of anybody else's money."""

from selector.decide.letters.file_name import file_name
from selector.decide.letters.question import letters

__all__ = ["file_name", "letters"]
