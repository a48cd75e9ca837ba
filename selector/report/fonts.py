"""The typeface of papers: Source Sans Pro, under the SIL Open Font License, from a package, so that no machine has to have it."""

from pathlib import Path

import font_source_sans_pro

FAMILY = "Source Sans Pro"
FOLDER = Path(font_source_sans_pro.__file__).parent / "files"
