"""The board paper of an award: one set of data, written as a page, as a PDF for print, and as a results book."""

from selector.report.answers import Answers, answers_in
from selector.report.board import board_paper, public_paper
from selector.report.comparison import comparison_paper
from selector.report.paper import Paper
from selector.report.writing import FORMS, write_paper

__all__ = ["FORMS", "Answers", "Paper", "answers_in", "board_paper", "comparison_paper", "public_paper", "write_paper"]
