/** Something that takes a while once a button is pressed: while it goes, and what came of it. */

import { html, nothing } from "../../lib/html.js";
import { isAborted } from "../../lib/problem.js";

const MOST_TRIES = 4;

export class Task {
  /**
   * @param {import("../../lib/router.js").Context} ctx
   * @param {() => void} draw Draws what there is now.
   */
  constructor(ctx, draw) {
    this.ctx = ctx;
    this.draw = () => ctx.signal.aborted || draw();
    /** What is going on, by the id of its button; null where nothing is. */
    this.going = null;
    this.problem = null;
  }

  /**
   * Does something, unless something goes on already. While the service is busy it tries again.
   * @param {string} id
   * @param {() => Promise<unknown>} work
   * @param {string} done Said once it is done.
   */
  async run(id, work, done) {
    if (this.going) return;
    this.going = id;
    this.problem = null;
    this.draw();
    try {
      await this.persistently(work);
      this.ctx.announce(done);
    } catch (error) {
      if (isAborted(error) || this.ctx.signal.aborted) return;
      this.problem = error;
    } finally {
      this.going = null;
      this.draw();
    }
  }

  async persistently(work) {
    for (let left = MOST_TRIES; ; left -= 1) {
      try {
        return await work();
      } catch (error) {
        if (error.status !== 503 || left <= 1) throw error;
        await pause((error.retryAfter ?? 2) * 1000, this.ctx.signal);
      }
    }
  }

  /**
   * The button that begins it.
   * @param {string} id
   * @param {unknown} text
   * @param {() => Promise<unknown>} work
   * @param {{done: string, busy?: string, primary?: boolean, describedBy?: string}} options
   */
  button(id, text, work, { done, busy = "Making it…", primary = false, describedBy }) {
    const goes = this.going === id;
    return html`<button type="button" id=${id} class=${primary ? "button primary" : "button"} aria-describedby=${describedBy ?? nothing}
      aria-disabled=${this.going ? "true" : nothing} @click=${() => this.run(id, work, done)}
    >${goes ? html`<span class="spinner" aria-hidden="true"></span> ${busy}` : text}</button>`;
  }

  /** What went wrong, where something did. */
  told() {
    if (!this.problem) return nothing;
    const { detail, message, errors = [] } = this.problem;
    return html`<div class="notice bad" role="alert">
      <p>${detail || message}</p>
      ${errors.length ? html`<ul>${errors.map((each) => html`<li>${each.detail}</li>`)}</ul>` : nothing}
    </div>`;
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}
