"""The board paper of an award: one set of data, written as a page, as a PDF for print, and as a results book.

``board_paper``, ``public_paper`` and ``comparison_paper`` make a `Paper`; it is data, and ``Paper.as_json`` gives it as JSON
has it. ``render`` gives one of its ``FORMS`` as bytes, ``write_paper`` writes them as files. ``Answers`` are what was asked
about an award besides; ``answers_in`` reads them from a folder.
"""

from selector.report.answers import Answers, answers_in
from selector.report.board import board_paper, public_paper
from selector.report.comparison import comparison_paper
from selector.report.paper import Paper
from selector.report.rendering import FORMS, Form, render
from selector.report.writing import write_paper

__all__ = [
    "FORMS",
    "Answers",
    "Form",
    "Paper",
    "answers_in",
    "board_paper",
    "comparison_paper",
    "public_paper",
    "render",
    "write_paper",
]
