"""The tables of a case, in the order in which people fill them."""

from dataclasses import replace
from functools import cache

from models.reference import unit
from selector.files.cells import Choice, Free, Text, Year
from selector.files.tables.changes import AT, VALUE, Changes
from selector.files.tables.column import Column, Wide
from selector.files.tables.fields import column, columns
from selector.files.tables.keyed import KEYS, Keyed
from selector.files.tables.kinds import Schema, kind_of, schema
from selector.files.tables.parts import OWNER, Parts
from selector.files.tables.records import Pairs, Records
from selector.files.tables.settings import Settings
from selector.files.tables.sheet import Sheet


@cache
def layout() -> tuple[Sheet, ...]:
    """Every table; those that hold what others point to come first."""
    return (
        _case(),
        _records("Buyers", "Buyer", "buyers", leave=("budget",), wide=(_wide("Buyer", "budget", "Budget", Year()),)),
        _records(
            "Services", "Service", "services", leave=("floor_by_kind", "outposts"),
            wide=(_wide("Service", "floor_by_kind", "Floor", _kind()),),
        ),
        _records("Lots", "Lot", "lots"),
        _records(
            "Bidders", "Bidder", "bidders", demanded=True,
            leave=("setup", "capacity", "served_elsewhere_by_service", "outpost_cost", "partners"),
        ),
        Keyed(
            "Bidder services",
            "What a bidder charges, can do and does elsewhere in one service.",
            (
                _owner("Bidder", "bidders"), _key(0, "Service", "services"),
                *(_value("Bidder", name) for name in ("setup", "capacity", "served_elsewhere_by_service", "outpost_cost")),
            ),
            table="bidders",
        ),
        _parts("Partners", "Partner", "Partnership", "bidders", "partners"),
        _records(
            "Criteria", "Criterion", "criteria",
        ),
        _records(
            "Bids", "Bid", "bids", demanded=True, leave=("prices", "scores", "marks", "moderated"),
            wide=(
                _wide("Bid", "scores", "Score", Text("an id"), points_to="criteria", example="quality"),
                _wide("Bid", "prices", "Price", Year()),
            ),
        ),
        _records("Evaluators", "Evaluator", "evaluators"),
        Keyed(
            "Marks",
            "The mark of each evaluator for a bid on a criterion, in place of a score.",
            (
                _owner("Bid", "bids"), _key(0, "Criterion", "criteria"), _key(1, "Evaluator", "evaluators"),
                replace(_value("Bid", "marks", "Mark"), path=("marks", "@1", "@2")),
            ),
            table="bids",
        ),
        Keyed(
            "Moderated",
            "The mark that the evaluators of a bid agreed upon on a criterion.",
            (_owner("Bid", "bids"), _key(0, "Criterion", "criteria"), *_inner("Moderation", "moderated")),
            table="bids",
        ),
        _records("Staff groups", "StaffGroup", "staff_groups", leave=("lots",)),
        _parts("Staff on lots", "LotShare", "Staff group", "staff_groups", "lots"),
        _records("Vacancies", "Vacancy", "vacancies"),
        Keyed(
            "Bidder kinds",
            "What holds for all bidders of a kind: VAT, and what happens to staff when one takes over.",
            (
                replace(_key(0, "Kind", ""), kind=_kind()),
                replace(_value("Case", "vat", "VAT"), path=("vat", "@1")),
                *_inner("TransferTerms", "transfer_terms"),
            ),
        ),
        Keyed(
            "Outposts",
            "Local staff that a provider of a service keeps in an area where it serves a buyer.",
            (_owner("Service", "services"), _key(0, "Area", ""), _value("Service", "outposts", "WTE")),
            table="services",
        ),
        _records("Discounts", "Discount", "discounts", leave=("tiers",)),
        _parts("Discount tiers", "Tier", "Discount", "discounts", "tiers"),
        _records("Frameworks", "Framework", "frameworks"),
        _records("Joint purchases", "JointPurchase", "joint_purchases"),
        _neighbours(),
        _records("Rules", "Rule", "rules"),
        _records("Picks", "Pick", "picks"),
        _records("Exclusions", "Exclusion", "exclusions"),
        Records(
            "Objective levels",
            "With the objective mode lexicographic: one objective in the order of importance, the first row first.",
            tuple(columns("LexicographicLevel")),
            at=("objective", "levels"),
        ),
        _records("Published", "Published", "published"),
        _records("Scenarios", "Scenario", "scenarios", leave=("patch", "mergers")),
        Changes(
            "Scenario changes",
            "What a scenario changes in the case, value by value.",
            (
                _owner("Scenario", "scenarios"),
                Column(
                    AT, "Change", Text(),
                    "Where, as /table/id/field with the names that docs/case.md lists, such as /rules/cap/active.",
                    required=True,
                ),
                Column(
                    VALUE, "To", Free(), "The value it has in this scenario; null takes away what is named.", required=True,
                ),
            ),
        ),
        _parts("Mergers", "Merger", "Scenario", "scenarios", "mergers"),
    )  # fmt: skip


def _case() -> Settings:
    tables = [
        "buyers", "services", "lots", "bidders", "bids", "criteria", "evaluators", "staff_groups", "vacancies", "vat",
        "discounts", "frameworks", "joint_purchases", "neighbours", "transfer_terms", "published", "rules", "picks",
        "exclusions", "objective", "scenarios", "options",
    ]  # fmt: skip
    objective: dict[str, Column] = {}
    modes = tuple(schema()["$defs"][name]["properties"]["mode"]["const"] for name in _MODES)
    for name in _MODES:
        for each in columns(name, leave=("levels",), above=("objective",), heading="objective", optional=True):
            # What several modes have stands once; each has a default of its own, so all of them are written.
            objective.setdefault(each.path[-1], each)
    objective["mode"] = replace(
        objective["mode"], kind=Choice(modes),
        note="How the objectives are combined: all in one sum of money (money valued), one after another "
        "(lexicographic), or scores of price and quality (ratio).",
    )  # fmt: skip
    options = list(columns("Options", above=("options",), heading="options", leave=("move_weights",)))
    weights = schema()["$defs"]["Options"]["properties"]["move_weights"]
    options.append(
        Column(
            ("options", "move_weights"),
            "Options: move weights",
            Free(),
            weights["description"].replace("`", "") + ' As JSON: {"budget[*": 2}.',
        )
    )
    own = [
        replace(each, always=each.always or each.key in ("format", "currency"))
        for each in columns("Case", leave=tables)
    ]
    return Settings("Case", "What the case states once.", (*own, *objective.values(), *options))


_MODES = ("MoneyValued", "Ratio", "Lexicographic")


def _kind() -> Choice:
    return Choice(tuple(schema()["properties"]["vat"]["propertyNames"]["enum"]))


def _note(model: str) -> str:
    return str(schema()["$defs"][model]["description"]).replace("`", "").split("\n\n")[0]


def _records(
    name: str,
    model: str,
    table: str,
    *,
    leave: tuple[str, ...] = (),
    wide: tuple[Wide, ...] = (),
    demanded: bool = False,
) -> Records:
    return Records(
        name, _note(model), tuple(columns(model, leave=leave)), wide=wide, at=(table,),
        demanded=demanded or table in ("buyers", "services"),
    )  # fmt: skip


def _parts(name: str, model: str, owner: str, table: str, of: str) -> Parts:
    own = _owner(owner, table)
    return Parts(name, _note(model), (own, *columns(model)), table=table, of=of)


def _owner(heading: str, table: str) -> Column:
    return Column(
        OWNER, heading, Text("an id"), f"The id of a row of {table.replace('_', ' ')}.", required=True, points_to=table
    )


def _key(place: int, heading: str, table: str) -> Column:
    note = f"The id of a row of {table}." if table else f"Which {heading.lower()}."
    return Column(KEYS[place], heading, Text("an id") if table else Text(), note, required=True, points_to=table)


def _field(model: str, name: str) -> Schema:
    definition = schema() if model == "Case" else schema()["$defs"][model]
    found: Schema = definition["properties"][name]
    return found


def _values(field: Schema) -> Schema:
    while field.get("type") == "object":
        inner = field.get("patternProperties")
        field = next(iter(inner.values())) if inner else field["additionalProperties"]
    return field


def _value(model: str, name: str, heading: str = "") -> Column:
    field = _field(model, name)
    inner = _values(field) | {"description": field["description"], "unit": unit(field) or ""}
    return column(inner, (name, "@1"), heading or name.removesuffix("_by_service").replace("_", " "))


def _inner(model: str, name: str) -> tuple[Column, ...]:
    return tuple(replace(each, path=(name, "@1", *each.path), always=True, required=False) for each in columns(model))


def _wide(
    model: str, name: str, heading: str, key: Text | Year | Choice, *, points_to: str = "", example: str = ""
) -> Wide:
    field = _field(model, name)
    shape = column(_values(field) | {"unit": unit(field) or ""}, (name,), heading)
    return Wide(
        (name,), heading, key, shape.kind, field["description"].replace("`", ""), shape.unit, points_to, example
    )


def _neighbours() -> Pairs:
    field = _field("Case", "neighbours")
    one, other = (
        Column(
            (str(at),),
            heading,
            kind_of(field["items"]["prefixItems"][at]),
            "A buyer (by id), an area or a region.",
            required=True,
        )
        for at, heading in enumerate(("Place", "Borders on"))
    )
    return Pairs("Neighbours", field["description"], (one, other), at=("neighbours",))
