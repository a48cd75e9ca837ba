"""The document of a case of which only some buyers tender, as docs/choice.md says it; nothing of the engine is used."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

Row = dict[str, Any]


def split(document: Mapping[str, Any], buyers: Collection[str]) -> Row:
    """What is left of a document that lists its lots."""
    lots = [lot for lot in document["lots"] if lot["buyer"] in buyers]
    kept = {lot["id"] for lot in lots}
    bought = {lot["service"] for lot in lots}
    bids = [bid for bid in document["bids"] if set(bid["lots"]) <= kept]
    named = {bid["id"] for bid in bids} | {f"in-house:{lot}" for lot in kept}
    found = dict(document)
    found |= {
        "lots": lots,
        "services": [service for service in document["services"] if service["id"] in bought],
        "bids": bids,
        "staff_groups": [group for group in map(dict, _groups(document, kept)) if group["lots"]],
        "joint_purchases": [row for row in document.get("joint_purchases", ()) if _lots(document, row) <= kept],
        "rules": [row for row in document.get("rules", ()) if _stays(document, row, kept)],
        "picks": [row for row in document.get("picks", ()) if row["bid"] in named],
        "exclusions": [row for row in document.get("exclusions", ()) if row.get("bid") is None or row["bid"] in named],
        "objective": {"mode": "money_valued", "disruption": document.get("objective", {}).get("disruption", "lots")},
    }
    if len(lots) < len(document["lots"]):
        found.pop("liability_cap", None)
    return found


def _groups(document: Mapping[str, Any], kept: Collection[str]) -> list[Row]:
    """Staff groups with their shares of lots written out, as fractions."""
    units = {service["id"]: service.get("unit", "people") for service in document["services"]}
    rows = []
    for group in document.get("staff_groups", ()):
        shares = group.get("lots")
        if not shares:
            held = [lot for lot in document["lots"] if lot.get("incumbent") == group["employer"]]
            alike = len({units[lot["service"]] for lot in held}) == 1
            sizes = {lot["id"]: _size(document, lot, by_volume=alike) for lot in held}
            shares = [{"lot": lot, "share": str(size / sum(sizes.values()))} for lot, size in sizes.items()]
        rows.append(group | {"lots": [share for share in shares if share["lot"] in kept]})
    return rows


def _size(document: Mapping[str, Any], lot: Row, *, by_volume: bool) -> Fraction:
    people = next(buyer["population"] for buyer in document["buyers"] if buyer["id"] == lot["buyer"])
    return Fraction(str(lot.get("volume", people) if by_volume else people))


def _lots(document: Mapping[str, Any], among: Row) -> set[str]:
    """The lots of a set, which may name services, buyers, areas and regions."""
    places = [*among.get("buyers", ()), *among.get("areas", ()), *among.get("regions", ())]
    where = {row["id"]: {row["id"], row.get("area"), row.get("region")} for row in document["buyers"]}
    return {
        lot["id"]
        for lot in document["lots"]
        if (not places or where[lot["buyer"]] & set(places))
        and (not among.get("services") or lot["service"] in among["services"])
    }


def _stays(document: Mapping[str, Any], rule: Row, kept: Collection[str]) -> bool:
    """Whether a rule is hard, and about these lots alone or each buyer by itself."""
    lots = _lots(document, rule.get("lots", {}))
    own = "buyer" in rule.get("per", ()) and bool(lots & set(kept))
    return "penalty" not in rule and "priority" not in rule and (lots <= set(kept) or own)
