/** The repairs of a conflict as choices: one press makes the mended case and looks for its award. */

import { get, request } from "../../lib/api.js";
import { number } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html, nothing } from "../../lib/html.js";
import { problemPanel } from "../../lib/problem-panel.js";
import { caseOf } from "../../lib/store.js";
import { applied } from "./patch.js";
import { NotHere, under } from "./under.js";

/** How the notes of a mended case tell of it. */
export const MENDED = "Changed so that there is an award:";

export class Mending {
  /**
   * @param {object} run  Of an evaluation, or of the question why there is none.
   * @param {import("../../lib/router.js").Context} ctx
   * @param {() => void} draw
   */
  constructor(run, ctx, draw) {
    Object.assign(this, { run, ctx, draw });
    /** Which repair is being made. @type {object | null} */
    this.busy = null;
    this.problem = null;
  }

  /** The choices. @param {object} conflict */
  choices({ repair, alternatives, mendable }) {
    const found = [repair, ...alternatives].filter(Boolean);
    if (found.length === 0) {
      return html`<p>${mendable === false ? "It is proven that no move of the rules that may move gives this case an award." : "No repair was found in the time there was."}</p>`;
    }
    return html`
      <p>Each choice mends it by itself. The case stays as it is: the mended one is kept beside it, and says what was changed.</p>
      ${this.problem === null ? nothing : problemPanel(this.problem, { heading: 3 })}
      <ol class="cards repairs">${found.map((each, at) => html`<li class="card">${this.choice(each, "ABCDEFGHIJ"[at] ?? String(at + 1))}</li>`)}</ol>`;
  }

  choice(repair, letter) {
    const { totals } = repair.award;
    return html`
      <h3>Choice ${letter}</h3>
      <ul>${repair.moves.map((move) => html`<li>${move.sentence}</li>`)}</ul>
      <dl class="facts">
        <div><dt>Cost then</dt><dd>${money(totals.cost)}</dd></div>
        <div><dt>Quality</dt><dd>${number(totals.quality, 1)}</dd></div>
        <div><dt>Liability</dt><dd>${money(totals.liability)}</dd></div>
      </dl>
      ${repair.least ? html`<p class="small good">It is proven that nothing less will do.</p>` : nothing}
      <p class="card-foot">
        <button type="button" class="button primary" ?disabled=${this.busy !== null} @click=${() => this.mend(repair)}>
          ${this.busy === repair ? "Making the mended case…" : "Mend it so, and find the award"}
        </button>
      </p>`;
  }

  /** Keeps the mended case, asks for its award, and goes there. */
  async mend(repair) {
    this.busy = repair;
    this.problem = null;
    this.draw();
    try {
      const { signal } = this.ctx;
      const scenario = this.run.asked.scenario ?? "as-stated";
      const found = await under(await caseOf(this.run.case), scenario, (id) => get(`/v1/cases/${this.run.case}/scenarios/${encodeURIComponent(id)}`, { signal }));
      const mended = applied(found.document, repair.patch);
      mended.notes = [mended.notes, `${MENDED} ${repair.moves.map((move) => move.sentence).join(" ")}`].filter(Boolean).join("\n");
      const kept = (await request("POST", "/v1/cases", { body: mended, signal })).data;
      const body = { kind: "evaluate", case: kept.id, scenario: found.scenario };
      const { data } = await request("POST", "/v1/runs", { body, signal });
      this.ctx.navigate(`#/runs/${data.id}`);
    } catch (error) {
      // Who has left the view is not led away from where they are now.
      if (this.ctx.signal.aborted) return;
      this.problem = error instanceof NotHere || error instanceof RangeError ? { title: "It cannot be mended from here", message: error.message } : error;
      this.busy = null;
      this.draw();
    }
  }
}
