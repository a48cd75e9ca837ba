"""What may stand in one cell of a table: from the cell to the value that JSON would have, and back."""

from selector.files.cells.choice import Choice
from selector.files.cells.day import Day
from selector.files.cells.flag import Flag
from selector.files.cells.free import Free
from selector.files.cells.kind import Cell, Kind, Misread
from selector.files.cells.listing import Listing
from selector.files.cells.number import Number
from selector.files.cells.text import Text
from selector.files.cells.year import Year

__all__ = ["Cell", "Choice", "Day", "Flag", "Free", "Kind", "Listing", "Misread", "Number", "Text", "Year"]
