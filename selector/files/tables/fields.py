"""Columns from the fields of a model, so that what the models learn the tables know."""

from collections.abc import Collection, Iterator

from models.reference import unit
from selector.files.tables.column import Column, Path
from selector.files.tables.kinds import Schema, is_optional, kind_of, model_of, schema

# The table whose ids a field holds, by model and field.
_POINTS_TO = {
    ("Buyer", "shortlist"): "bidders",
    ("Buyer", "vetoes"): "bidders",
    ("Lot", "buyer"): "buyers",
    ("Lot", "service"): "services",
    ("Lot", "incumbent"): "bidders",
    ("Bidder", "buyer"): "buyers",
    ("Partner", "bidder"): "bidders",
    ("Bid", "bidder"): "bidders",
    ("Bid", "lots"): "lots",
    ("Criterion", "parent"): "criteria",
    ("Criterion", "services"): "services",
    ("StaffGroup", "employer"): "bidders",
    ("StaffGroup", "place"): "buyers",
    ("LotShare", "lot"): "lots",
    ("Vacancy", "bidder"): "bidders",
    ("Vacancy", "place"): "buyers",
    ("Discount", "bidder"): "bidders",
    ("Discount", "services"): "services",
    ("Framework", "services"): "services",
    ("Framework", "accredited"): "bidders",
    ("JointPurchase", "buyers"): "buyers",
    ("JointPurchase", "services"): "services",
    ("BidderSet", "ids"): "bidders",
    ("LotSet", "services"): "services",
    ("LotSet", "buyers"): "buyers",
    ("Pick", "bid"): "bids",
    ("Exclusion", "bid"): "bids",
    ("Exclusion", "bidder"): "bidders",
}
_WORDS = {"wte": "WTE", "nhs": "NHS", "vat": "VAT", "lon": "longitude", "lat": "latitude"} | {
    "min": "minimum",
    "max": "maximum",
}
# What stands above a column in place of the unit's full name.
_UNITS = {
    "fraction": "%",
    "fraction a year": "% a year",
    "£ a year or £ a head a year": "£",
    "count": "",
    "relative weight": "",
}


def columns(
    model: str, *, leave: Collection[str] = (), above: Path = (), heading: str = "", optional: bool = False
) -> Iterator[Column]:
    """The columns of a model's fields, those of the models within it included.

    ``leave`` names fields that stand elsewhere.
    """
    definition = schema() if model == "Case" else schema()["$defs"][model]
    required = definition.get("required", ())
    for name, field in definition["properties"].items():
        if name in leave:
            continue
        title = words(name) if not heading else f"{heading}: {words(name)}"
        if inner := model_of(field):
            yield from columns(inner, above=(*above, name), heading=title, optional=optional or is_optional(field))
            continue
        yield column(
            field, (*above, name), title, required=name in required and not optional, always=optional,
            points_to=_POINTS_TO.get((model, name), ""),
        )  # fmt: skip


def column(
    field: Schema, path: Path, heading: str, *, required: bool = False, always: bool = False, points_to: str = ""
) -> Column:
    """The column of a field of the JSON Schema."""
    measure = unit(field) or ""
    return Column(
        path,
        heading[0].upper() + heading[1:],
        kind_of(field, measure),
        field.get("description", "").replace("`", ""),
        _UNITS.get(measure, measure),
        required=required,
        default=field.get("default"),
        always=always,
        points_to=points_to,
    )


def words(name: str) -> str:
    """The name of a field in words, without the unit that it may end in."""
    return " ".join(_WORDS.get(word, word) for word in name.removesuffix("_km").split("_"))
