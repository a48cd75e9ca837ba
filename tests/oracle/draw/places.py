"""Where buyers are, which of them are national boards, and where providers keep outposts."""

from tests.oracle.draw.dice import Dice, Document

_AREAS = ("Mersey", "Lancs")
# A region named as an area is: the two are not one place.
_REGIONS = ("Mersey", "West")
_DEGREES = (-33, -31, -30, -27, -24, -22, -20), (532, 534, 535, 538, 541)
_OUTPOSTS = (2, "3.5", "0.333", 5, 0)


def places(dice: Dice, case: Document) -> None:
    """Add areas, regions and positions, and make a national board of a buyer, each at random."""
    if dice.chance(0.6):
        for buyer in case["buyers"]:
            buyer["area"] = dice.choice(_AREAS)
    if dice.chance(0.4):
        for buyer in case["buyers"]:
            buyer["region"] = dice.choice(_REGIONS)
    if dice.chance(0.5):
        for buyer in case["buyers"]:
            lon, lat = (dice.choice(tenths) / 10 for tenths in _DEGREES)
            buyer |= {"lon": lon, "lat": lat}
        if len(case["buyers"]) > 2 and dice.chance(0.2):
            del dice.choice(case["buyers"])[dice.choice(("lon", "lat"))]
    if dice.chance(0.2):
        dice.choice(case["buyers"])["kind"] = "national_board"


def outposts(dice: Dice, case: Document) -> None:
    """Have some services ask for staff in areas, which bidders pay for unlike each other."""
    areas = sorted({buyer["area"] for buyer in case["buyers"] if "area" in buyer})
    asking = dice.some(case["services"], 0.6) if areas and dice.chance(0.6) else []
    for service in asking:
        kept = dice.some(areas, 0.8)
        dice.shuffle(kept)
        service["outposts"] = {area: dice.number(dice.choice(_OUTPOSTS)) for area in kept}
    if asking:
        for bidder in dice.some(case["bidders"], 0.7):
            named = dice.some([service["id"] for service in case["services"]], 0.8)
            bidder["outpost_cost"] = {
                name: dice.money(dice.choice((0, 500_000, 1_000_005, 2_500_000))) for name in named
            }
