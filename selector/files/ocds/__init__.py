"""Cases from OCDS 1.1, and awards as OCDS 1.1."""

from selector.files.ocds.award_release import release_package
from selector.files.ocds.package import is_ocds
from selector.files.ocds.reading import Read, case_of_package, read_package

__all__ = ["Read", "case_of_package", "is_ocds", "read_package", "release_package"]
