"""A case as a folder of CSV files, one for each of its tables."""

from selector.files.folder.reading import read_folder
from selector.files.folder.writing import write_folder

__all__ = ["read_folder", "write_folder"]
