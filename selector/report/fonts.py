"""The typeface of papers: Source Sans 3, under the SIL Open Font License, from a package, so that no machine has to have it."""

from pathlib import Path

import fontpkg_source_sans_3

FOLDER = Path(fontpkg_source_sans_3.__file__).parent / "files"
