"""What becomes of staff: employers, lots that need fewer, ends of hosting, pensions, vacancies."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.hosting import hosting
from tests.oracle.exact import exact
from tests.oracle.reading import lot_rows, read

_FUNCTIONS = ("office", "office", "data")
_KINDS = ("nhs_csu", "in_house", "private", "voluntary", "local_authority", "partnership")


def people(dice: Dice, case: Document) -> None:
    """Add some of these families, each at random."""
    _employers(dice, case)
    if not case.get("staff_groups"):
        return
    families = dice.sample(_FAMILIES, dice.choice((1, 2, 2, 3)))
    if _vacancies not in families and dice.chance(0.5):
        families.append(_vacancies)
    for family in families:
        family(dice, case)


def _employers(dice: Dice, case: Document) -> None:
    """Groups that work on all lots of who employs them, or on some."""
    incumbents = sorted({lot["incumbent"] for lot in case.get("lots", ()) if "incumbent" in lot})
    if not incumbents and "lots" in case and dice.chance(0.7):
        incumbents = [dice.choice([row["id"] for row in case["bidders"]])]
        for lot in dice.some(case["lots"], 0.8) or case["lots"][:1]:
            lot["incumbent"] = incumbents[0]
    held = {lot["id"]: lot["incumbent"] for lot in case.get("lots", ()) if "incumbent" in lot}
    for group in case.get("staff_groups", ()):
        employers = {held.get(part["lot"]) for part in group["lots"]}
        if len(employers) == 1 and None not in employers and dice.chance(0.5):
            group["employer"] = employers.pop()
    if not incumbents or not dice.chance(0.7):
        return
    groups = case.setdefault("staff_groups", [])
    for employer in dice.sample(incumbents, min(len(incumbents), dice.choice((1, 1, 2)))):
        row: Document = {"id": f"of {employer}", "employer": employer}
        row["headcount"] = dice.number(dice.choice((3, 5, "7.5", 10)))
        row["salary"] = dice.money(dice.choice((2_250_050, 3_000_000, 4_567_891)))
        row["service_years"] = dice.number(dice.choice((2, "3.5", 7, "12.9")))
        if dice.chance(0.4):
            row["wte_per_head"] = dice.number(dice.choice(("0.5", "0.8", "0.7")))
        groups.insert(dice.randint(0, len(groups)), row)


def _needs(dice: Dice, case: Document) -> None:
    """Lots that need fewer staff than work on them, or more."""
    facts = read(case)
    for lot in dice.some(case.get("lots", ()), 0.7):
        needed = facts.lots[lot["id"]].staff_wte * exact(dice.choice(("0.5", "0.75", "0.333", "0.9", 1, 2)))
        lot["required_wte"] = dice.number(needed // Fraction(1, 1000) * Fraction(1, 1000))


def _hostings(dice: Dice, case: Document) -> None:
    """Ends of hosting, mostly within the horizon, of bodies of the family and others."""
    partners = {partner["bidder"] for row in case["bidders"] for partner in row.get("partners", ())}
    for row in case["bidders"]:
        if dice.chance(0.7 if row["kind"] == "nhs_csu" or row["id"] in partners else 0.15):
            row["hosting"] = hosting(dice, case)


def _pensions(dice: Dice, case: Document) -> None:
    """What pensions cost more, by kind."""
    terms = case.setdefault("transfer_terms", {})
    for kind in _KINDS:
        if kind in terms or dice.chance(0.5):
            usual = {"transfer": dice.number(dice.choice(("0.5", "0.9", 1))), "buyer_share": dice.choice((0, 1))}
            terms.setdefault(kind, usual)["pension"] = dice.number(dice.choice(("0.1", "0.14", "0.033333")))


def _vacancies(dice: Dice, case: Document) -> None:
    """Posts for displaced staff, in functions that groups have; near, where that is asked."""
    if dice.chance(0.6):
        case["staff_groups"].append(_many(dice, case))
    for number, group in enumerate(case["staff_groups"]):
        if not number or dice.chance(0.85):
            group["function"] = dice.choice(_FUNCTIONS)
    functions = sorted({group["function"] for group in case["staff_groups"] if "function" in group})
    bidding = Counter(bid["bidder"] for bid in case["bids"])
    family = [row.id for row in read(case).bidders.values() if row.nhs and row.id in bidding]
    if not family:
        return
    if dice.chance(0.7):
        # Posts at a single body, which else would win little, are a reason to have it win something.
        family = [min(family, key=lambda name: bidding[name])]
    case["vacancies"] = [
        {
            "id": f"v{number}",
            "bidder": dice.choice(family),
            "function": dice.choice(functions),
            "wte": dice.number(dice.choice((1, "0.5", 2, "3.333", 10, 25))),
        }
        for number in range(dice.randint(1, 4))
    ]
    placed = any("lon" in buyer and "lat" in buyer for buyer in case["buyers"])
    if placed and dice.chance(0.6):
        # No two buyers of a case are, to within metres, so far apart.
        case["redeploy_within_km"] = dice.number(dice.choice(("5.123", "20.123", "50.123")))
        for row in [*case["staff_groups"], *case["vacancies"]]:
            if dice.chance(0.9):
                row["place"] = dice.choice(case["buyers"])["id"]


def _many(dice: Dice, case: Document) -> Document:
    """A group large enough that who has posts for it is dearer than others and yet the best."""
    row: Document = {"id": "many", "lots": [{"lot": dice.choice(lot_rows(case))["id"]}]}
    row["headcount"] = dice.number(dice.choice((10, 20, "12.5")))
    row["salary"] = dice.money(dice.choice((4_567_891, 6_000_000)))
    return row | {"service_years": dice.number(dice.choice(("12.9", 24)))}


_FAMILIES: tuple[Callable[[Dice, Document], None], ...] = (_needs, _hostings, _hostings, _pensions, _vacancies)
