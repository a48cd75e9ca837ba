"""Whom and what a statement of a case is about, in the words of the case."""

from models import Case
from models.faults import steps


def subject(case: Case, pointer: str) -> tuple[str, str]:
    """The names behind the JSON pointer of a statement: whom it is about and, if it names that, for what or whom."""
    services = {service.id: service.name for service in case.services}
    buyers = {buyer.id: buyer.name for buyer in case.buyers}
    bidders = {bidder.id: bidder.name for bidder in case.bidders}
    match steps(pointer):
        case ["services", at, "floor_by_kind", kind]:
            return case.services[int(at)].name, kind
        case ["services", at, *_]:
            return case.services[int(at)].name, ""
        case ["bidders", at, "capacity", service]:
            return case.bidders[int(at)].name, services[service]
        case ["bidders", at, *_]:
            return case.bidders[int(at)].name, ""
        case ["buyers", at, "budget", year]:
            return case.buyers[int(at)].name, year
        case ["buyers", at, "vetoes", entry]:
            buyer = case.buyers[int(at)]
            return buyer.name, bidders[buyer.vetoes[int(entry)]]
        case ["buyers", at, *_]:
            return case.buyers[int(at)].name, ""
        case ["lots", at, *_]:
            lot = case.tendered[int(at)]
            return buyers[lot.buyer], services[lot.service]
        case ["criteria", at, *_]:
            return case.criteria[int(at)].name, ""
        case ["frameworks", at, *_]:
            return case.frameworks[int(at)].name, ""
        case ["joint_purchases", at, *_]:
            return case.joint_purchases[int(at)].name, ""
        case ["rules", at, *_]:
            return case.rules[int(at)].title, ""
        case ["picks", at, *_]:
            return case.picks[int(at)].id, case.picks[int(at)].bid
        case ["exclusions", at, *_]:
            exclusion = case.exclusions[int(at)]
            whom = exclusion.bid if exclusion.bidder is None else bidders[exclusion.bidder]
            return exclusion.id, whom or ""
        case ["liability_cap"]:
            return "All buyers together", ""
        case ["max_lots_per_bidder"]:
            return "Every bidder", ""
        case _:
            return pointer, ""
