"""What each provider is paid, as bars."""

from typing import Any

from selector.report.blocks import Chart
from selector.report.charts.look import short, specification, values
from selector.report.colours import INK
from selector.report.facts import Facts
from selector.report.legend import OWN_STAFF

_MOST = 30
_MILLION = 10**6


def spend(facts: Facts) -> Chart:
    """The cost of what each provider wins, the largest first; beyond thirty they are one bar."""
    import altair as alt

    won = provider_costs(facts)
    many = _MOST if len(won) > _MOST + 1 else len(won)
    head, rest = won[:many], won[many:]
    data: list[dict[str, Any]] = []
    for key, cost in head:
        code = facts.legend.code(key)
        name = short(code.meaning.text) if key == OWN_STAFF else f"{code.letters}  {short(code.meaning.text)}"
        data.append({"provider": name, "cost": cost, "colour": code.colour})
    if rest:
        name = f"{len(rest)} more providers"
        data.append({"provider": name, "cost": sum(cost for _, cost in rest), "colour": "#DDDDDD"})
    scale, unit = scaled(max((row["cost"] for row in data), default=0.0))
    for row in data:
        row["cost"] /= scale
    bars = (
        alt.Chart(values(data))
        .encode(
            y=alt.Y("provider:N", sort=None, title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=6)),
            x=alt.X("cost:Q", title=f"Cost, {unit}, present value", axis=alt.Axis(tickCount=5)),
        )
        .properties(width=360, height=alt.Step(21))
    )
    drawn = bars.mark_bar(stroke=INK, strokeWidth=0.6).encode(color=alt.Color("colour:N", scale=None))
    labels = bars.mark_text(align="left", dx=5).encode(text=alt.Text("cost:Q", format=",.1f"))
    first = facts.legend.name(won[0][0])
    return Chart(
        "spend",
        "What each provider is paid",
        f"Bar chart of the cost of what each provider wins. The largest is {first.text}. The table of providers has every figure.",
        specification(alt.layer(drawn, labels)),
    )


def provider_costs(facts: Facts) -> list[tuple[str, float]]:
    """What each provider's lots cost in pounds, the dearest first."""
    costs: dict[str, float] = {}
    for row in facts.award.awards:
        key = facts.legend.key(row)
        costs[key] = costs.get(key, 0.0) + float(row.cost)
    return sorted(costs.items(), key=lambda item: -item[1])


def scaled(largest: float) -> tuple[float, str]:
    """What pounds are divided by for an axis, and the name of that."""
    if largest >= _MILLION:
        return float(_MILLION), "£ million"
    return (1000.0, "£ thousand") if largest >= 10_000 else (1.0, "£")
