"""Bidders: plain ones, in-house ones and partnerships."""

from tests.oracle.draw.dice import Dice, Document

_PLAIN = ("nhs_csu", "nhs_csu", "private", "private", "voluntary", "local_authority")
_SHARES: tuple[tuple[int | str, ...], ...] = (("0.5", "0.5"), ("0.6", "0.4"), ("0.75", "0.25"), ("0.3", "0.3"), (1,))


def bidders(dice: Dice, case: Document) -> None:
    """Add ``bidders``; an in-house one that only serves itself carries the tag ``home``."""
    rows: list[Document] = [
        {"id": f"j{n}", "name": f"J{n}", "kind": dice.choice(_PLAIN)} for n in range(dice.randint(3, 5))
    ]
    if dice.chance(0.4):
        rows.append({"id": "own", "name": "Own", "kind": "in_house", "buyer": dice.choice(case["buyers"])["id"]})
        if dice.chance(0.6):
            rows[-1]["tags"] = ["home"]
    partnership = _partnership(dice, rows) if dice.chance(0.5) else None
    # A group named as a groupless bidder is: the two are not of one group.
    names = ("alpha", "alpha", "alpha", "beta", "j0")
    networked = any(service.get("shape") == "network" for service in case["services"])
    for row in dice.some(rows[1:], 0.9 if networked else dice.choice((0.0, 0.5))):
        row["group"] = dice.choice(names)
    if partnership:
        rows.insert(dice.randint(0, len(rows)), partnership)
    charged, elsewhere = dice.choice((0.0, 0.6)), dice.choice((0.0, 0.5))
    services = [service["id"] for service in case["services"]]
    for row in rows:
        row["viability_floor"] = 0  # the limits may raise it
        if dice.chance(charged):
            row["overhead"] = dice.money(dice.choice((0, 1_000_000, 2_500_050, 5_000_000)))
        if dice.chance(charged):
            row["setup"] = {name: dice.money(dice.choice((1_000_000, 4_000_000))) for name in dice.some(services, 0.6)}
        if dice.chance(elsewhere):
            row["served_elsewhere"] = dice.choice((30_000, 120_000, 300_000))
        if dice.chance(elsewhere):
            row["served_elsewhere_by_service"] = {name: dice.number(60_000) for name in dice.some(services, 0.6)}
    case["bidders"] = rows


def _partnership(dice: Dice, rows: list[Document]) -> Document:
    shares = dice.choice(_SHARES)
    members = dice.sample([row["id"] for row in rows], len(shares))
    partners = [{"bidder": name, "share": dice.number(share)} for name, share in zip(members, shares, strict=True)]
    return {"id": "duo", "name": "Duo", "kind": "partnership", "partners": partners}
