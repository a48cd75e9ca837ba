/** The same question asked again, with more time where that may help. */

import { request } from "../../lib/api.js";
import { counted } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";
import { problemPanel } from "../../lib/problem-panel.js";

/** Seconds that are offered; the service may allow less, and then takes what it allows. */
const TIMES = [60, 180, 600];

/**
 * Asks what a run asked once more, and goes to the new run.
 * @param {object} run
 * @param {object} changed  What is asked otherwise, such as `time_limit`.
 * @param {import("../../lib/router.js").Context} ctx
 */
export async function again(run, changed, ctx) {
  const body = { kind: run.kind, case: run.case, ...run.asked, ...changed };
  const { data } = await request("POST", "/v1/runs", { body, signal: ctx.signal });
  ctx.navigate(`#/runs/${data.id}`);
}

/** Buttons for that; a refusal is told beside them. */
export class Again {
  /**
   * @param {object} run
   * @param {import("../../lib/router.js").Context} ctx
   * @param {() => void} draw
   */
  constructor(run, ctx, draw) {
    this.ask = async (changed) => {
      try {
        this.problem = null;
        await again(run, changed, ctx);
      } catch (problem) {
        this.problem = problem;
        draw();
      }
    };
    this.problem = null;
  }

  /** One button. */
  once(text = "Run it again") {
    return html`<p class="actions"><button type="button" class="button primary" @click=${() => this.ask({})}>${text}</button></p>${this.refusal()}`;
  }

  /** A button for each time that is longer than what it took. @param {number} took  Seconds. */
  longer(took) {
    const times = TIMES.filter((seconds) => seconds > took * 1.2);
    return html`
      <p class="actions">
        ${(times.length > 0 ? times : TIMES.slice(-1)).map(
          (seconds) =>
            html`<button type="button" class="button" @click=${() => this.ask({ time_limit: seconds })}>
              Search for ${counted(seconds / 60, "minute")}
            </button>`,
        )}
      </p>
      ${this.refusal()}`;
  }

  refusal() {
    return this.problem === null ? nothing : problemPanel(this.problem, { heading: 3 });
  }
}
