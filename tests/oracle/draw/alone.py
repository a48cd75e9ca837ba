"""Who is of the NHS family, and who may not stand alone."""

from collections.abc import Collection

from tests.oracle.draw.dice import Dice, Document


def alone(dice: Dice, case: Document, planned: Collection[str]) -> None:
    """State that some bidders are, or are not, of the family, and that some may only be partners; seldom ``planned`` ones."""
    for row in dice.some(case["bidders"], dice.choice((0.0, 0.7))):
        if row["kind"] not in ("in_house", "partnership"):
            row["nhs"] = dice.chance(0.4)
    for duo in [row for row in case["bidders"] if row.get("partners") and row["id"] not in planned]:
        names = [partner["bidder"] for partner in duo["partners"] if partner["bidder"] not in planned]
        if names and dice.chance(0.8):
            _outside(case, duo, dice.choice(names))
    partners = [(partner["bidder"], row["id"]) for row in case["bidders"] for partner in row.get("partners", ())]
    family = {row["id"] for row in case["bidders"] if row.get("nhs", row["kind"] in ("nhs_csu", "in_house"))}
    allied = {duo for partner, duo in partners if partner in family}
    # What a partner may not do alone, it may do with one of the family.
    needed = {partner for partner, duo in partners if duo in planned and duo not in allied}
    for row in case["bidders"]:
        spared = row["id"] in planned or row["id"] in needed
        likely = 0.8 if row["id"] in {partner for partner, _ in partners} else 0.15
        if row["kind"] != "partnership" and dice.chance(0.04 if spared else likely):
            row["partner_only"] = True


def _outside(case: Document, duo: Document, shy: str) -> None:
    """Leave a partnership without one of the family, and the partner ``shy`` without leave to stand alone."""
    partners = [partner["bidder"] for partner in duo["partners"]]
    for row in case["bidders"]:
        if row["id"] in partners and row["kind"] == "nhs_csu":
            row["nhs"] = False
        if row["id"] == shy:
            row["partner_only"] = True
