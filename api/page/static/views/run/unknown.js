/** No award was found in the time there was, which says nothing of whether there is one. */

import { html, nothing, render } from "../../lib/html.js";
import { resultOf } from "../../lib/store.js";
import { told } from "../award/told.js";
import { figure } from "../award/words.js";
import { Again } from "./again.js";
import { runHead } from "./head.js";

/** @param {HTMLElement} root */
export async function mount(root, theCase, run, ctx) {
  const { certificate } = await resultOf(run.id, { signal: ctx.signal });
  const again = new Again(run, ctx, draw);
  const inPounds = (theCase.objective?.mode ?? "money_valued") === "money_valued";
  draw();

  function draw() {
    render(
      html`${runHead(theCase, run, "award")}
        <h1>No award was found within the limits of the search</h1>
        <section class="panel">
          <p>
            That says nothing of whether there is one.
            ${certificate.bound === null || !inPounds
              ? nothing
              : told(["No award can be better than ", figure(certificate.bound, "£"), ", by what the board seeks."])}
          </p>
          <p>The search used ${certificate.solver} and took ${told([figure(certificate.seconds, "seconds")])}. More time may find one, or prove that there is none.</p>
          ${again.longer(certificate.seconds)}
        </section>`,
      root,
    );
  }
}
