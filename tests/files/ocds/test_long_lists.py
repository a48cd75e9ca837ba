"""A package of a national tender has more bids than a row of a case may have entries."""

import copy
import json
from pathlib import Path

from selector.files import read_case_file

EXAMPLE = Path(__file__).parents[3] / "examples" / "ocds-two-lots.json"
MANY = 12_000


def test_more_bids_than_a_row_may_have_entries(tmp_path: Path) -> None:
    package = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    release = next(each for each in package["releases"] if "bids" in each)
    few = read_case_file(EXAMPLE)
    bid = next(each for each in release["bids"]["details"] if each["id"] in {one.id for one in few.bids})
    for number in range(MANY):
        again = copy.deepcopy(bid)
        again["id"] = f"again-{number}"
        release["bids"]["details"].append(again)
    path = tmp_path / "package.json"
    path.write_text(json.dumps(package), encoding="utf-8")

    assert len(read_case_file(path).bids) == len(few.bids) + MANY
