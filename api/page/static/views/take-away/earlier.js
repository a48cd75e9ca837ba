/** Earlier awards that the paper can tell the differences from. */

import { all } from "../../lib/api.js";
import { moment } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";

const MOST = 50;
const HAS_AWARD = ["optimal", "feasible"];

/**
 * The newest runs before this one that have an award, each with the name of its case.
 * @param {{id: string, created_at: string}} run
 * @param {AbortSignal} signal
 * @returns {Promise<{id: string, name: string}[]>}
 */
export async function earlierThan(run, signal) {
  const [runs, cases] = await Promise.all([
    all("/v1/runs", { query: { kind: "evaluate", status: "finished" }, most: MOST, signal }),
    all("/v1/cases", { most: 4 * MOST, signal }),
  ]);
  const names = new Map(cases.map((each) => [each.id, each.name]));
  return runs
    .filter((each) => each.id !== run.id && each.created_at < run.created_at && HAS_AWARD.includes(each.result_status))
    .map((each) => ({ id: each.id, name: `${names.get(each.case) ?? "A case"}${under(each)}, ${moment(each.created_at)}` }));
}

const under = ({ asked: { scenario } }) => (scenario && scenario !== "as-stated" ? ` (${scenario})` : "");

/** @param {import("../take-away.js").State} state */
export function since(state) {
  if (!state.earlier.length) return nothing;
  return html`<div class="field">
    <label for="since">Tell what changed since</label>
    <select id="since" @change=${(event) => state.tellSince(event.target.value)}>
      <option value="">Nothing: this award alone</option>
      ${state.earlier.map((each) => html`<option value=${each.id} ?selected=${each.id === state.since}>${each.name}</option>`)}
    </select>
  </div>`;
}
