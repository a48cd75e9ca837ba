"""Records to ask about, none of which takes a search: the kept one, one like it of this version, and forgeries."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from models import Case, Evaluation
from models.read_record import read_record
from models.record import DecisionRecord, Recorded
from models.record_check import RecordCheck
from models.seal import sealed
from selector.decide.record import check_record, record
from selector.files.record import record_text
from selector.scenarios import under
from selector.verify import verify
from selector.version import __version__

KEPT = Path(__file__).parents[2] / "formats" / "kept" / "record-1.json"
Path_ = tuple[str | int, ...]


@cache
def kept() -> DecisionRecord:
    return read_record(KEPT.read_bytes()).record


def award() -> Evaluation:
    """The award of the kept record, in the words of this version."""
    old = kept().award
    found = verify(under(kept().case, "bold"), old)
    told = {"rules": found.rules, "by_hand": found.by_hand}
    return old.model_copy(
        update={**told, "provenance": old.provenance.model_copy(update={"version": __version__})},
    )


def recorded(**stated: Any) -> Recorded:
    return Recorded(at="2014-03-31T16:30:00Z", **stated)


@cache
def text() -> str:
    """A record of this version, as a file holds it."""
    found = record(
        kept().case,
        award(),
        recorded(by="A. Patel", because="Item 7."),
        case_file=kept().case_file,
        award_file=kept().award_file,
    )
    return record_text(found)


def document() -> dict[str, Any]:
    """It as JSON, to be changed; without its seal."""
    found: dict[str, Any] = copy.deepcopy(_document())
    return found


@cache
def _document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text())
    del found["sha256"]
    return found


def resealed(changed: Any) -> bytes:
    """What a forger would write who knows how records are sealed."""
    return sealed(json.dumps(changed, indent=2).removesuffix("\n}") + ",\n").encode()


def checked(content: bytes) -> RecordCheck:
    return check_record(read_record(content))


def places(check: RecordCheck) -> set[str]:
    """Where something is wrong."""
    assert check.valid == (not check.findings)
    assert all(finding.message.endswith(".") and len(finding.message) > 20 for finding in check.findings)
    return {finding.rule for finding in check.findings}


def with_case(changed: dict[str, Any], case: Case) -> dict[str, Any]:
    """A record with another case, and every sum over it done again."""
    changed["case"] = json.loads(case.canonical_json())
    changed["case"]["objective"] = case.objective.model_dump(mode="json")
    changed["case_sha256"] = case.sha256
    changed["in_force_sha256"] = under(case, "bold").sha256
    changed["award"]["provenance"]["case_sha256"] = changed["in_force_sha256"]
    return changed


def scalars(node: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The path of every value within a JSON value that holds no other."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else None
    if children is None:
        yield path
        return
    for key, value in children:
        yield from scalars(value, (*path, key))


def put(whole: Any, path: Path_, value: Any) -> Any:
    """Put a value in place of another, and give back the whole."""
    if not path:
        return value
    here = whole
    for part in path[:-1]:
        here = here[part]
    here[path[-1]] = value
    return whole


def at(whole: Any, path: Path_) -> Any:
    for part in path:
        whole = whole[part]
    return whole
