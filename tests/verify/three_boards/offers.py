"""The bids for three boards, and what each is worth by hand.

Two years at 25 % give A = 1 + 1/1.25 = 1.8, so cost = list price x 1.8; quality = (3 x fit + safe) / 4.
"""

from dataclasses import dataclass
from decimal import Decimal

# Lot: buyer, service, volume, weight in Q in units of 100,000 (people x service weight; they add up to 24).
LOTS: dict[str, tuple[str, str, str, int]] = {
    "hr-n": ("n", "hr", "100000", 1),
    "hr-s": ("s", "hr", "200000", 2),
    "hr-e": ("e", "hr", "300000", 3),
    "bi-n": ("n", "bi", "100000", 2),
    "bi-s": ("s", "bi", "200000", 4),
    "bi-e": ("e", "bi", "300000", 6),
    "it-n": ("n", "it", "50", 1),
    "it-s": ("s", "it", "120.5", 2),
    "pr-n": ("n", "pr", "100000", 1),
    "pr-s": ("s", "pr", "200000", 2),
}


@dataclass(frozen=True)
class Offer:
    """A bid as the case states it, and what it is worth by hand."""

    id: str
    price: str
    fit: int
    safe: int
    cost: str
    quality: str
    liability: str = "0.00"
    buyers: str = "0.00"
    disruption: str = "0"
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def bidder(self) -> str:
        return {"own": "own-s", "in": "in-house:n"}.get(self.id.split("-")[0], self.id.split("-")[0])

    @property
    def yearly(self) -> str:
        """Its list price: a penny of cost is less than a penny of it."""
        return str(round(Decimal(self.cost) / Decimal("1.8"), 2))

    @property
    def lot(self) -> str:
        return self.id.removeprefix("in-house:").removeprefix(self.bidder.removesuffix("-s") + "-")[:4]


# Payments a head: a month is 4.35 weeks, a week 7 days of pay / 365.
#   south  £36,500: £100 a day, £700 a week, £3,045.00 a month, 10 years: £30,450.00; 4 heads: £121,800.00
#   north  £29,200: £80 a day, £560 a week, £2,436.00 a month, 24 of 30 years, half time: £29,232.00; 2 heads, of which
#          half on each of two lots: £29,232.00 a lot and 2 x 0.5 x 0.5 = 0.5 WTE
#   east   £18,250: £50 a day, £350 a week, £1,522.50 a month, 20 years: £30,450.00; 5 heads: £152,250.00
#   desk   103 weeks: nothing; 5 WTE
OFFERS = [
    Offer("csu-hr-n", "0.5", 80, 60, "90000.00", "75", extra=(("price_basis", "head"),)),  # 0.5 x 100,000 x 1.8
    Offer("csu-hr-n-unsafe", "40000", 80, 30, "72000.00", "67.5"),
    Offer("csu-hr-n-basic", "30000", 45, 41, "54000.00", "44"),
    Offer("sister-hr-n", "55000", 70, 70, "99000.00", "70", disruption="0.5"),
    # Its quality is stated, 55.1234; in-house, half the staff transfer: 29,232 x 0.5, all paid by the buyer.
    Offer("in-house:hr-n", "60000", 0, 0, "108000.00", "55.123", "14616.00", "14616.00", "0.5"),
    Offer("own-hr-s", "100000", 60, 60, "180000.00", "60"),
    # List price 95,000.56; x 1.8 = 171,001.008.
    Offer("sister-hr-s", "95000.555", 70, 71, "171001.01", "70.25", disruption="4"),
    # 121,800 x (1 - 0.75); of the half that is the CSU's a national body pays, of the other half the buyer.
    Offer("joint-hr-s", "90000", 65, 65, "162000.00", "65", "30450.00", "15225.00", "4", (("transfer", "0.75"),)),
    Offer("firm-hr-s", "80000", 62, 62, "144000.00", "62", "121800.00", "48720.00", "4"),  # the buyer pays 0.4
    Offer("csu-hr-e", "150000", 72, 80, "270000.00", "74"),
    Offer("csu-hr-e-basic", "120000", 50, 40, "216000.00", "47.5"),
    Offer("sister-hr-e", "155000", 70, 70, "279000.00", "70"),
    Offer("firm-bi-n", "40000", 64, 64, "72000.00", "64", "29232.00", "11692.80"),
    Offer("csu-bi-n", "90000", 75, 75, "162000.00", "75"),
    Offer("sister-bi-n", "45000", 68, 68, "81000.00", "68"),
    Offer("charity-bi-n", "35000", 66, 66, "63000.00", "66", "29232.00", "29232.00"),
    Offer("firm-bi-s", "80000", 70, 70, "144000.00", "70"),
    Offer("firm-bi-s-basic", "60000", 55, 55, "108000.00", "55"),
    Offer("own-bi-s", "85000", 61, 61, "153000.00", "61"),
    Offer("sister-bi-s", "84000", 68, 68, "151200.00", "68"),
    Offer("csu-bi-e", "120000", 70, 70, "216000.00", "70"),
    Offer("firm-bi-e", "110000", 66, 66, "198000.00", "66", "152250.00", "60900.00", "5"),
    Offer("joint-bi-e", "115000", 67, 67, "207000.00", "67", disruption="5", extra=(("transfer", "1"),)),
    Offer("sister-bi-e", "125000", 68, 68, "225000.00", "68", disruption="5"),
    Offer("csu-it-n", "20000", 70, 70, "36000.00", "70"),
    Offer("sister-it-n", "21000", 71, 71, "37800.00", "71"),
    Offer("firm-it-n", "15000", 60, 60, "27000.00", "60"),
    Offer("sister-it-s", "50000", 72, 72, "90000.00", "72"),
    Offer("own-it-s", "52000", 72, 72, "93600.00", "72"),
    Offer("joint-pr-n", "10000", 80, 80, "18000.00", "80"),
    Offer("csu-pr-n", "11000", 78, 78, "19800.00", "78"),
    Offer("joint-pr-s", "30000", 75, 75, "54000.00", "75", disruption="5"),
    Offer("joint-pr-s-basic", "25000", 60, 60, "45000.00", "60", disruption="5"),
    Offer("csu-pr-s", "33000", 74, 74, "59400.00", "74"),
]
OFFER = {offer.id: offer for offer in OFFERS}

SETUP = {
    ("csu", "hr"): "500.00",
    ("csu", "bi"): "700.00",
    ("firm", "hr"): "300.00",
    ("firm", "bi"): "900.00",
    ("sister", "hr"): "250.50",
}
OVERHEAD = {"csu": "1800.00", "firm": "3600.09", "sister": "180.00"}  # 1,000, 2,000.05 and 100 a year, x 1.8
