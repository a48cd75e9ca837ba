"""The organisations of an award: who buys, and who is to supply."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from models import Case
from selector.files.ocds.json_value import copied

_BUYING = ("buyer", "procuringEntity")
_KEPT = ("id", "name", "identifier", "additionalIdentifiers", "address", "contactPoint", "roles")


def parties(case: Case, source: Mapping[str, Any], suppliers: Iterable[str]) -> list[dict[str, Any]]:
    """Buyers and suppliers, as the source has them where it does; other bidders are not named."""
    winners = set(suppliers)
    own = _of_source(source)
    names = {bidder.id: bidder.name for bidder in case.bidders}
    bought = {buyer.id: buyer.name for buyer in case.buyers}
    found = {}
    for name, party in own.items():
        roles = _roles(party, buys=name in bought, supplies=name in winners)
        if not {*_BUYING, "supplier"}.isdisjoint(roles) and (
            name in winners or name in bought or "supplier" not in roles
        ):
            found[name] = {key: copied(party[key]) for key in _KEPT if party.get(key) is not None} | {"roles": roles}
    for name in (*bought, *sorted(winners)):
        if name not in found:
            roles = _roles({}, buys=name in bought, supplies=name in winners)
            found[name] = {"id": name, "name": bought.get(name) or names.get(name, name), "roles": roles}
    return list(found.values())


def reference(name: str, listed: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A reference to one of the parties."""
    party = next((each for each in listed if str(each["id"]) == name), {"id": name})
    return {key: party[key] for key in ("id", "name") if key in party}


def _of_source(source: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    listed = source.get("parties")
    return {str(each["id"]): each for each in listed or () if isinstance(each, dict) and each.get("id") is not None}


def _roles(party: Mapping[str, Any], *, buys: bool, supplies: bool) -> list[str]:
    stated = party.get("roles")
    roles = [role for role in stated if isinstance(role, str)] if isinstance(stated, list) else []
    if buys and not set(_BUYING) & set(roles):
        roles.append("buyer")
    if supplies:
        roles += [role for role in ("tenderer", "supplier") if role not in roles]
    return roles
