"""Cases and awards as files."""

from selector.files.reading import read_award_file, read_case_file
from selector.files.writing import write_text

__all__ = ["read_award_file", "read_case_file", "write_text"]
