/** The award beside what plain wishes would lead to: the cheapest, the best quality, all NHS and so on. */

import { number } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html, nothing, render } from "../../lib/html.js";
import { Asking } from "../explore/asking.js";
import { besideOf } from "../explore/questions.js";
import { isWithinGap } from "./words.js";

/** A status in a word or two. */
const PROOF = {
  optimal: "proven",
  feasible: "not proven best",
  infeasible: "no award possible",
  unknown: "none found in time",
  faulty: "does not fit the case",
};

/** How far an award is proven: one within the gap that was asked for is not told as the best. @param {{status: string, certificate?: object | null}} of */
export function proofOf({ status, certificate }) {
  return status === "optimal" && isWithinGap(certificate) ? "proven within the gap" : PROOF[status];
}

/** @param {import("../award.js").Part} part */
export function alternatives({ root, facts, run, ctx }) {
  const asking = new Asking(besideOf(run), ctx, draw);
  asking.look();
  draw();

  function draw() {
    render(
      asking.state === "answered"
        ? html`${table(facts, run, asking.answer)}${asking.more()}
            <p class="actions"><a class="button" href="#/runs/${run.id}/explore/scenarios">Compare other scenarios</a></p>`
        : asking.panel({
            button: "Find the alternatives",
            why: "The best award under the same rules, sought for other wishes: the cheapest, the best quality, all with the NHS, no redundancy, everybody stays.",
            title: "Finding the alternatives",
          }),
      root,
    );
  }
}

function table(facts, run, answer) {
  const own = run.asked.scenario ?? "as-stated";
  const wanted = ["as-stated", ...besideOf(run).asked.scenarios];
  const others = answer.scenarios.filter((each) => each.scenario !== own && wanted.includes(each.scenario));
  const unit = facts.disruptionUnit;
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="The award and the alternatives">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Award</th><th scope="col" class="number">Cost</th><th scope="col" class="number">Quality, points</th>
            <th scope="col" class="number">Liability</th><th scope="col" class="number">Disruption, ${unit}</th><th scope="col">Proof</th>
          </tr>
        </thead>
        <tbody>
          ${line("This award", facts.award.totals, null, proofOf(facts.award), "this-award")}
          ${others.map((each) => line(each.name, each.totals, facts.award.totals, proofOf(each), ""))}
        </tbody>
      </table>
    </div>
    <p class="quiet small">Below each figure stands its difference from this award. An alternative that is not proven may still improve: a small difference may then lie in how long was searched.</p>`;
}

function line(name, totals, own, proof, className) {
  if (totals === null) {
    return html`<tr class=${className}><th scope="row">${name}</th><td class="number">–</td><td class="number">–</td><td class="number">–</td><td class="number">–</td><td>${proof}</td></tr>`;
  }
  const pounds = (field) => html`${money(totals[field])}${own === null ? nothing : html`<span class="difference">${money(apart(totals, own, field), { change: true })}</span>`}`;
  const plain = (field) => html`${number(totals[field], 1)}${own === null ? nothing : html`<span class="difference">${signed(apart(totals, own, field))}</span>`}`;
  return html`<tr class=${className}>
    <th scope="row">${name}</th>
    <td class="number">${pounds("cost")}</td><td class="number">${plain("quality")}</td>
    <td class="number">${pounds("liability")}</td><td class="number">${plain("disruption")}</td><td>${proof}</td>
  </tr>`;
}

/** Their difference, to what both state. */
export function apart(one, other, field) {
  return Number((Number(one[field]) - Number(other[field])).toFixed(6));
}

/** A difference with its sign. */
export function signed(value, decimals = 1) {
  const text = number(value, decimals);
  if (!/[1-9]/.test(text)) {
    return "no change";
  }
  return value > 0 ? `+${text}` : text;
}
