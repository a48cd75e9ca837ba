/** What was proven, in plain words. */

import { gap } from "../../lib/format.js";
import { term } from "../../lib/glossary.js";
import { html, nothing, render } from "../../lib/html.js";
import { Again } from "../run/again.js";
import { told } from "./told.js";
import { checked, figure, levels, proof, sought, ties, unitOf } from "./words.js";

/** @param {import("../award.js").Part} part */
export function certainty({ root, facts, run, ctx }) {
  const again = new Again(run, ctx, draw);
  draw();

  function draw() {
    const { award } = facts;
    const more = levels(facts);
    render(
      html`
        <div class="panel">
          <p class="headline"><strong>${told(proof(facts))}</strong></p>
          <p>${sought(facts)}</p>
          ${more.length === 0 ? nothing : html`<ul>${more.map((level) => html`<li>${told(level)}</li>`)}</ul>`}
          <p>${ties(facts)}</p>
          <p>${told(checked(facts))}</p>
          ${award.status === "feasible" ? html`<p>More time may find a better award, or prove that there is none.</p>${again.longer(award.certificate.seconds)}` : nothing}
          ${certificate(facts)}
        </div>`,
      root,
    );
  }
}

/** The certificate as it is written down, for those who check it. */
function certificate({ award, disruptionUnit }) {
  const found = award.certificate;
  const unit = unitOf(found.levels[0]?.objective ?? "money_valued", disruptionUnit);
  const line = (name, value) => html`<tr><th scope="row">${name}</th><td class="number">${value}</td></tr>`;
  return html`
    <details>
      <summary>The certificate</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="The certificate">
        <table class="list">
          <tbody>
            ${line("Objective", found.objective === null ? "–" : told([figure(found.objective, unit)]))}
            ${line(term("bound", "Bound: no award is better than"), found.bound === null ? "–" : told([figure(found.bound, unit)]))}
            ${line(term("gap", "Gap between the two"), gap(found.gap))}
            ${line("Solver", found.solver)}
            ${line("Method", found.method)}
            ${line("Most by which a rule may be broken, scaled to 1", found.feasibility_tolerance)}
            ${line("Most by which a yes or no may be off", found.integrality_tolerance)}
            ${line("SHA-256 of the case", html`<code>${award.provenance.case_sha256}</code>`)}
            ${line("Version of this program", award.provenance.version)}
          </tbody>
        </table>
      </div>
    </details>`;
}
