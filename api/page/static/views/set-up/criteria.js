/** What quality is made of: criteria, each with its weight among those beside it. */
import { html } from "../../lib/html.js";
import { percent } from "../../lib/format.js";
import { slider } from "./slider.js";

/** @param {any[]} criteria @param {(criteria: any[]) => void} onChange */
export function criteriaWeights(criteria, onChange) {
  const parts = (parent) => criteria.filter((each) => (each.parent ?? null) === parent);
  const branch = (parent) => {
    const rows = parts(parent);
    const total = rows.reduce((sum, row) => sum + Number(row.weight ?? 1), 0);
    const most = Math.max(10, ...rows.map((row) => Number(row.weight ?? 1))) * 1.5;
    const set = (row) => (value) => value > 0 && onChange(criteria.map((each) => (each === row ? { ...each, weight: String(value) } : each)));
    return html`<ul class=${parent ? "criteria parts" : "criteria"}>
      ${rows.map((row) => {
        const weight = Number(row.weight ?? 1);
        const share = percent(weight / total, 0);
        return html`<li>
          ${slider({ id: `criterion-${criteria.indexOf(row)}`, label: `${row.name}: ${share}`, value: weight, min: most / 100, max: most, step: most / 100, text: () => share, onChange: (value) => set(row)(Math.round(value * 100) / 100) })}
          ${parts(row.id).length ? branch(row.id) : ""}
        </li>`;
      })}
    </ul>`;
  };
  return branch(null);
}
