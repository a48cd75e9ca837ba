/** The chart of a front: a dot an award by the first two aims, the third as its size. */

/** Aims as axes say them. */
export const AXES = { cost: "cost", quality: "quality", liability: "liability", disruption: "disruption", penalty: "penalties" };

/**
 * @param {object} front
 * @param {number} at  The place of the award that is looked at.
 */
export function frontSpec(front, at) {
  const scales = front.objectives.map((objective, place) => scaleOf(objective, front.points.map((point) => Number(point.values[place]))));
  const [across, up, size] = scales;
  const values = front.points.map((point, place) => ({
    place,
    x: Number(point.values[0]) / across.divisor,
    y: Number(point.values[1]) / up.divisor,
    size: size === undefined ? 1 : Number(point.values[2]) / size.divisor,
    rank: (point.best ? 1 : 0) + (place === at ? 2 : 0),
    what: point.best ? "The award" : place === at ? "The one looked at" : "Another",
    ...Object.fromEntries(front.objectives.map((objective, of) => [objective.name, `${scales[of].title}: ${point.values[of]}`])),
  }));
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: "container",
    height: 360,
    data: { values },
    mark: { type: "point", filled: true, opacity: 1, cursor: "pointer", tooltip: false },
    encoding: {
      x: { field: "x", type: "quantitative", title: across.axis, scale: { zero: false, padding: 20 } },
      y: { field: "y", type: "quantitative", title: up.axis, scale: { zero: false, padding: 20 } },
      size: size === undefined ? { value: 130 } : { field: "size", type: "quantitative", title: size.title, scale: { range: [70, 420] }, legend: { orient: "bottom", columns: 4, tickCount: 4 } },
      shape: { condition: { test: "datum.what === 'The award'", value: "diamond" }, value: "circle" },
      fill: { condition: [{ test: "datum.what === 'The award'", value: "#EE8866" }], value: "#77AADD" },
      stroke: { value: "#1F2933" },
      strokeWidth: { condition: { test: `datum.place === ${at}`, value: 4 }, value: 1 },
      order: { field: "rank" },
      tooltip: front.objectives.slice(0, 3).map((objective, of) => ({ field: ["x", "y", "size"][of], type: "quantitative", title: scales[of].title, format: ",.2f" })),
    },
  };
}

function scaleOf({ name, unit, more_is_better: more }, values) {
  const [divisor, text] = unit === "£" ? scaled(Math.max(...values.map(Math.abs))) : [1, unit];
  const word = AXES[name][0].toUpperCase() + AXES[name].slice(1);
  return { divisor, title: `${word}, ${text}`, axis: `${word}, ${text} (${more ? "more" : "less"} is better)` };
}

/** What pounds are divided by for an axis, and the name of that. */
export function scaled(largest) {
  if (largest >= 1e6) {
    return [1e6, "£ million"];
  }
  return largest >= 1e4 ? [1e3, "£ thousand"] : [1, "£"];
}
