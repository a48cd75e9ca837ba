"""The standard itself: its schema with the extensions, and its codelists, from the folder of public instances."""

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker  # type: ignore[import-untyped]
from referencing import Registry
from referencing.jsonschema import DRAFT4

from benchmarks.instances import folder

EXTENSION = Path(__file__).parents[3] / "selector" / "files" / "ocds" / "extension"
_EXTENSIONS = ("lots", "bid", "awardCriteria", "requirements")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or _MOMENT.fullmatch(value) is not None


def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", value) is not None


_formats = FormatChecker(())
_formats.checkers |= {"date-time": (_is_moment, ()), "uri": (_is_uri, ())}


def ocds() -> Path:
    """The folder of the standard; a test that needs it is skipped where it is absent."""
    found = folder() / "ocds"
    if not found.is_dir():
        pytest.skip(f"the OCDS schemas and samples are not there: {found}")
    return found


@cache
def release_schema() -> dict[str, Any]:
    """The release schema with the extensions, the local one among them, merged in."""
    schema = _json(ocds() / "schema" / "release-schema.json")
    for name in _EXTENSIONS:
        schema = _merged(schema, _json(ocds() / f"ocds_{name}_extension" / "release-schema.json"))
    found: dict[str, Any] = _merged(schema, _json(EXTENSION / "release-schema.json"))
    return found


def validate_package(package: Any) -> None:
    """Assert that a release package is valid, and has no field that neither the standard nor an extension knows."""
    schema = _json(ocds() / "schema" / "release-package-schema.json")
    release = release_schema()
    registry: Registry[Any] = Registry().with_resource(release["id"], DRAFT4.create_resource(release))
    errors = Draft4Validator(schema, registry=registry, format_checker=_formats).iter_errors(package)
    assert not [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]
    unknown = [path for each in package["releases"] for path in _unknown(release, release, each, "")]
    assert not unknown


def codes(codelist: str) -> set[str]:
    """The codes of a codelist of the standard."""
    with (ocds() / "schema" / "codelists" / codelist).open(encoding="utf-8", newline="") as file:
        return {row["Code"] for row in csv.DictReader(file)}


def _unknown(schema: Any, whole: Any, value: Any, path: str) -> Iterator[str]:
    """Fields that a schema does not name; a schema of alternatives or of free keys is trusted to have said all."""
    while "$ref" in schema:
        schema = whole["definitions"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict) and "properties" in schema:
        for key, inner in value.items():
            if key in schema["properties"]:
                yield from _unknown(schema["properties"][key], whole, inner, f"{path}/{key}")
            else:
                yield f"{path}/{key}"
    elif isinstance(value, list) and isinstance(schema.get("items"), dict):
        for at, inner in enumerate(value):
            yield from _unknown(schema["items"], whole, inner, f"{path}/{at}")


def _merged(target: Any, patch: Any) -> Any:
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = _merged(result.get(key), value)
    return result


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
