"""Cases and awards as files."""

from selector.files.case_text import case_text, write_case_file
from selector.files.reading import read_award_file, read_case_file
from selector.files.writing import write_text

__all__ = ["case_text", "read_award_file", "read_case_file", "write_case_file", "write_text"]
