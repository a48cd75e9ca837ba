"""Finding a figure again in the documents that it says it comes from."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models import Case, Evaluation
from selector.report import Answers
from selector.report.text import Source


def documents(case: Case, award: Evaluation, answers: Answers | None = None, earlier: Evaluation | None = None) -> Any:
    """Each document as JSON has it, numbers to their last digit."""
    found = {"case": case, "award": award, "earlier": earlier}
    if answers is not None:
        found |= {name: getattr(answers, name) for name in Answers.__dataclass_fields__}
    return {
        name: json.loads(model.model_dump_json(), parse_float=Decimal)
        for name, model in found.items()
        if model is not None
    }


def resolved(known: Mapping[str, Any], source: Source) -> Decimal:
    """What a source says, worked out from the documents alone."""
    document = known[source.document]
    match source.how:
        case "value":
            return _number(_at(document, source.pointer))
        case "apart":
            if source.column:
                return abs(_number(_at(document, source.pointer)) - _number(_at(document, source.column)))
            return _number(_at(document, source.pointer)) - _number(_at(known["earlier"], source.pointer))
        case "rounded":
            exact = _number(_at(document, source.pointer))
            return Decimal(f"{exact:.3g}")
        case "bidders":
            service = source.pointer.removeprefix("bidders of ")
            lots = {row["lot"] for row in known["award"]["awards"] if row["service"] == service}
            return Decimal(len({bid["bidder"] for bid in document["bids"] if lots & set(bid["lots"])}))
        case "changed" | "new" | "gone":
            return Decimal(_since(document, known["earlier"])[source.how])
    rows = [
        row for row in _at(document, source.pointer) if all(_is(row, name, wanted) for name, wanted in source.where)
    ]
    match source.how:
        case "count":
            return Decimal(len(rows))
        case "barred":
            return Decimal(sum(bool(row["disqualified"]) for row in rows))
        case "barred_by":
            barred = [row for row in rows if any(each["rule"] == source.column for each in row["reasons"])]
            return Decimal(len({row["bid"] for row in barred}))
        case "beside":
            single = [row for row in rows if len(row["lots"]) == 1 and not row["disqualified"]]
            return Decimal(sum(_beside(row["beside"][0]) == source.column for row in single))
        case "distinct":
            return Decimal(len({row[source.column] for row in rows}))
        case "sum":
            return sum((_number(row[source.column]) for row in rows), Decimal(0))
    raise AssertionError(source)


def _beside(row: Any) -> str:
    asked, won = (_number(row[f"{who}cost"]) + _number(row[f"{who}liability"]) for who in ("", "winner_"))
    better = _number(row["winner_quality"]) > _number(row["quality"])
    return f"{'cheaper' if won < asked else 'dearer'}, {'better' if better else 'no better'}"


def _since(now: Any, before: Any) -> dict[str, int]:
    was = {row["lot"]: row["bidder"] for row in before["awards"]}
    rows = {row["lot"]: row["bidder"] for row in now["awards"]}
    return {
        "changed": sum(lot in was and was[lot] != bidder for lot, bidder in rows.items()),
        "new": len(rows.keys() - was.keys()),
        "gone": len(was.keys() - rows.keys()),
    }


def _at(document: Any, pointer: str) -> Any:
    found = document
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        found = found[int(key)] if isinstance(found, list) else found[key]
    return found


def _is(row: Any, name: str, wanted: tuple[str, ...]) -> bool:
    value = row[name]
    told = str(value).lower() if isinstance(value, bool) else value
    return any(told.partition("[")[0] == each[:-2] if each.endswith("[*") else told == each for each in wanted)


def _number(value: Any) -> Decimal:
    return Decimal(str(value))
