/** The chart of a comparison: a panel for each total, a dot for each scenario. */

import { scaled } from "./front-chart.js";

const SPACING = 28;
/** What names of scenarios take. */
const LABELS = 150;
const NARROW = 760;

/**
 * @param {object} answer
 * @param {string} disruptionUnit
 * @param {number} room  Pixels across; where there are few, the panels stand below each other.
 */
export function comparisonSpec(answer, disruptionUnit, room) {
  const across = room < NARROW ? 1 : 4;
  const width = Math.max(110, Math.floor((room - LABELS) / across) - SPACING);
  const found = answer.scenarios.filter((each) => each.totals !== null);
  const order = found.map((each) => each.name);
  const pounds = (field) => scaled(Math.max(...found.map((each) => Math.abs(Number(each.totals[field])))));
  const panels = [
    ["cost", "Cost", ...pounds("cost")],
    ["quality", "Quality", 1, "points"],
    ["liability", "Liability", ...pounds("liability")],
    ["disruption", "Disruption", 1, disruptionUnit],
  ];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    spacing: SPACING,
    columns: across,
    concat: panels.map(([field, title, divisor, unit], at) => ({
      title: { text: `${title}, ${unit}`, subtitle: field === "quality" ? "more is better" : "less is better", fontSize: 13, subtitleFontSize: 12 },
      width,
      height: { step: 26 },
      data: { values: found.map((each) => ({ scenario: each.name, value: Number(each.totals[field]) / divisor, own: each.scenario === answer.baseline })) },
      mark: { type: "point", filled: true, size: 110, opacity: 1 },
      encoding: {
        x: { field: "value", type: "quantitative", title: null, scale: { zero: field === "liability" || field === "disruption", padding: 10 }, axis: { tickCount: 3, format: ",.5~r" } },
        y: { field: "scenario", type: "nominal", sort: order, title: null, axis: { labels: at % across === 0, ticks: false, domain: false, grid: true, labelLimit: 200 } },
        fill: { condition: { test: "datum.own", value: "#EE8866" }, value: "#77AADD" },
        shape: { condition: { test: "datum.own", value: "diamond" }, value: "circle" },
        stroke: { value: "#1F2933" },
        tooltip: [{ field: "scenario", title: "Scenario" }, { field: "value", type: "quantitative", title: `${title}, ${unit}`, format: ",.2f" }],
      },
    })),
  };
}
