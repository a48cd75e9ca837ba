"""The case that docs/choice.md works out by hand, read from the page."""

import re
from pathlib import Path

from models import read_case

PAGE = (Path(__file__).parents[3] / "docs" / "choice.md").read_text(encoding="utf-8")
(_DOCUMENT,) = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
CASE = read_case(_DOCUMENT)
