/** Several of a list: checkboxes, with a filter where the list is long. */
import { html, nothing, repeat } from "./html.js";

const LONG = 12;
const MOST_SHOWN = 300;
const typed = new Map();

/**
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {{id: string, name: string}[]} options.rows
 * @param {string[]} options.chosen
 * @param {(chosen: string[]) => void} options.onChange
 * @param {() => void} options.redraw
 */
export function pickList({ id, label, hint, rows, chosen, onChange, redraw }) {
  const filter = typed.get(id) ?? "";
  const fitting = rows.filter((row) => row.name.toLowerCase().includes(filter.toLowerCase()));
  const among = new Set(chosen);
  const turn = (row, on) => onChange(on ? [...chosen, row.id] : chosen.filter((each) => each !== row.id));
  const search = (event) => {
    typed.set(id, event.target.value);
    redraw();
  };
  return html`<fieldset class="field pick-list">
    <legend>${label}${chosen.length ? html` <span class="quiet">(${chosen.length} chosen)</span>` : nothing}</legend>
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    ${rows.length > LONG ? html`<input type="search" aria-label=${`Filter: ${label}`} placeholder="Filter" .value=${filter} @input=${search}>` : nothing}
    <div class="pick-rows">
      ${repeat(fitting.slice(0, MOST_SHOWN), (row) => row.id, (row) => html`<label class="choice"><input type="checkbox" .checked=${among.has(row.id)} @change=${(event) => turn(row, event.target.checked)}><span>${row.name}</span></label>`)}
      ${fitting.length ? nothing : html`<p class="quiet small">Nothing fits.</p>`}
    </div>
  </fieldset>`;
}

/** Filters typed in a form that is closed. @param {string} prefix Of the ids of its lists. */
export function forgetFilters(prefix) {
  for (const id of typed.keys()) if (id.startsWith(prefix)) typed.delete(id);
}
