"""Buyers, services and lots."""

from tests.oracle.draw.dice import Dice, Document

# Multiples of 30,000, so that several buyers often come to 300,000 people and sums often meet.
_PEOPLE = (60_000, 90_000, 120_000, 150_000, 180_000, 240_000, 300_000)
_BUYERS = ("North", "Wirral", "Fylde", "Tür")
_SERVICES = ("it", "hr", "bi")
_SIZES = ((1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 2), (4, 1))
_UNITS = ("12.5", 20, "7.5", 30)


def market(dice: Dice, case: Document) -> None:
    """Add ``buyers``, ``services`` and, three times in four, ``lots``."""
    buyer_count, service_count = dice.choice(_SIZES)
    case["buyers"] = [
        {"id": name, "name": f"{name} CCG", "population": dice.choice(_PEOPLE)}
        for name in dice.sample(_BUYERS, buyer_count)
    ]
    case["services"] = [_service(dice, name) for name in dice.sample(_SERVICES, service_count)]
    if dice.chance(0.75):
        case["lots"] = _lots(dice, case)
    for service in case["services"]:
        _shape(dice, service, buyer_count if "lots" not in case else _lot_count(case, service))


def _service(dice: Dice, name: str) -> Document:
    service: Document = {"id": name, "name": name.upper()}
    if dice.chance(0.5):
        service["scale"] = dice.choice(("local", "national"))
    if dice.chance(0.4):
        service["weight"] = dice.number(dice.choice((1, 2, 3, "0.5")))
    return service


def _lot_count(case: Document, service: Document) -> int:
    return sum(lot["service"] == service["id"] for lot in case["lots"])


def _shape(dice: Dice, service: Document, lot_count: int) -> None:
    if not dice.chance(0.45):
        return
    service["shape"] = dice.choice(
        ("single", "network", "plural", "plural") if lot_count > 1 else ("single", "network")
    )
    if service["shape"] == "plural":
        service["quality_standard"] = 0  # a plural service must state one; the limits may raise it


def _lots(dice: Dice, case: Document) -> list[Document]:
    pairs = [(buyer["id"], service["id"]) for buyer in case["buyers"] for service in case["services"]]
    dice.shuffle(pairs)
    first = {service: (buyer, service) for buyer, service in pairs}
    # Every service keeps a lot: what shape nothing has, and what mean, is not for a random case to ask.
    pairs = [pair for pair in pairs if pair == first[pair[1]] or dice.chance(0.85)]
    counted = {service["id"]: dice.chance(0.2) for service in case["services"]}
    for service in case["services"]:
        if counted[service["id"]]:
            service["unit"] = "WTE"
    optional, stated_wte = dice.choice((0.0, 0.0, 0.5)), dice.choice((0.0, 0.5, 1.0))
    lots = []
    for number, (buyer, service) in enumerate(pairs):
        lot: Document = {"id": f"lot {number}" if dice.chance(0.5) else f"{buyer}/{service}"}
        lot |= {"buyer": buyer, "service": service}
        if counted[service]:
            lot["volume"] = dice.number(dice.choice(_UNITS))
        elif dice.chance(0.1):
            lot["volume"] = dice.number(dice.choice(_PEOPLE))
        if dice.chance(optional):
            lot["required"] = False
            lot["in_house"] = {
                "cost": dice.money(dice.choice((9_000_000, 15_000_000, 20_000_000, 24_999_999))),
                "quality": dice.number(dice.choice((30, 50, "62.5", 80))),
            }
        if dice.chance(stated_wte):
            lot["wte"] = dice.number(dice.choice((2, 5, "7.5", 10)))
        lots.append(lot)
    return lots
