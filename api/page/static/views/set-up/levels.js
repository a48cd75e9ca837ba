/** One aim after another: which comes first, and how much of it may be given up for the next. */
import { html, live, repeat } from "../../lib/html.js";

const AIMS = {
  cost: ["The least cost", "£"],
  quality: ["The best quality", "points"],
  liability: ["The least redundancy", "£"],
  disruption: ["The fewest changes of supplier", "lots or staff"],
  penalty: ["Soft rules broken as little as can be", "£"],
};

/**
 * A button that leads nowhere at the moment says so, and keeps the focus: what was moved to the top is not lost to the keyboard.
 * @param {any} objective
 * @param {(objective: any) => void} onChange
 */
export function levels(objective, onChange) {
  const rows = objective.levels ?? [];
  const set = (next) => onChange({ ...objective, levels: next });
  const moved = (at, by) => {
    const next = [...rows];
    [next[at], next[at + by]] = [next[at + by], next[at]];
    set(next);
  };
  const given = (at, text) => {
    const { tolerance: _, ...rest } = rows[at];
    const amount = text.replace(/[£,\s]/g, "");
    set(rows.with(at, amount === "" || !(Number(amount) >= 0) ? rest : { ...rest, tolerance: amount }));
  };
  const left = Object.keys(AIMS).filter((aim) => !rows.some((row) => row.objective === aim));
  return html`<ol class="levels">
      ${repeat(rows, (row) => row.objective, (row, at) => {
        const [name, unit] = AIMS[row.objective];
        return html`<li class="level">
          <span class="level-name">${at + 1}. ${name}</span>
          <label class="level-slack quiet small">may give up <input class="narrow" inputmode="decimal" placeholder="nothing" .value=${live(row.tolerance ?? "")} @change=${(event) => given(at, event.target.value)} aria-label=${`How much of “${name}” may be given up for what comes next, ${unit}`}> ${unit}</label>
          <span class="level-moves">
            <button type="button" class="icon-button" aria-label=${`${name}: earlier`} aria-disabled=${at === 0} @click=${() => at > 0 && moved(at, -1)}>↑</button>
            <button type="button" class="icon-button" aria-label=${`${name}: later`} aria-disabled=${at === rows.length - 1} @click=${() => at < rows.length - 1 && moved(at, 1)}>↓</button>
            <button type="button" class="icon-button" aria-label=${`${name}: leave out`} ?disabled=${rows.length === 1} @click=${() => set(rows.toSpliced(at, 1))}>✕</button>
          </span>
        </li>`;
      })}
    </ol>
    ${left.length
      ? html`<div class="field"><label for="add-aim">Add an aim</label>
          <select id="add-aim" .value=${live("")} @change=${(event) => event.target.value && set([...rows, { objective: event.target.value }])}>
            <option value="">Choose…</option>${left.map((aim) => html`<option value=${aim}>${AIMS[aim][0]}</option>`)}
          </select></div>`
      : ""}`;
}
