/** A run that ended without an answer: it failed, or was cancelled. */

import { html, nothing, render } from "../../lib/html.js";
import { duration } from "../../lib/format.js";
import { Again } from "./again.js";
import { runHead } from "./head.js";
import { elapsed } from "./live.js";

/** @param {HTMLElement} root */
export async function mount(root, theCase, run, ctx) {
  const again = new Again(run, ctx, draw);
  draw();

  function draw() {
    const failed = run.status === "failed";
    render(
      html`${runHead(theCase, run, "award")}
        <h1>${failed ? "This run failed" : "This run was cancelled"}</h1>
        <section class="panel ${failed ? "problem" : ""}">
          <p>${failed ? (run.problem?.detail ?? "The log of the service says why.") : `It was stopped after ${duration(elapsed(run))}, and has no award.`}</p>
          ${run.problem?.errors?.length ? html`<ul>${run.problem.errors.map((each) => html`<li>${each.detail}</li>`)}</ul>` : nothing}
          ${again.once(failed ? "Try again" : "Run it again")}
        </section>`,
      root,
    );
  }
}
