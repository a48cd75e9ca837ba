/** Awards that are as good as the best one, or nearly so. */

import { counted, number, shortPounds } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { term } from "../../lib/glossary.js";
import { html, nothing, render } from "../../lib/html.js";
import { signed } from "../award/alternatives.js";
import { unitOf } from "../award/words.js";
import { Asking } from "./asking.js";
import { hands } from "./hands.js";
import { nearOf } from "./questions.js";

/** How far behind: shares of the cost where the first objective is in pounds, else points. */
const SHARES = [0, 0.001, 0.01];
const POINTS = [0, 0.1, 1];

/** @param {import("../explore.js").Panel} part */
export function panel({ root, facts, run, ctx }) {
  const { levels } = facts.award.certificate;
  const unit = unitOf(levels[0]?.objective ?? "money_valued", facts.disruptionUnit);
  const choices = unit === "£" ? SHARES.map((share) => Math.round(Number(facts.award.totals.cost) * share)) : POINTS;
  let within = choices[1];
  let asking = asked();
  draw();

  function asked() {
    const found = new Asking(nearOf(run, within), ctx, () => found === asking && draw());
    found.look();
    return found;
  }

  function seek(value) {
    within = value;
    asking = asked();
    draw();
  }

  function behind(value) {
    return unit === "£" ? shortPounds(value) : `${number(value, 3)} ${unit}`;
  }

  function draw() {
    render(
      html`
        <p class="lead">Where the best award is ahead by little, a board may have reasons of its own for another. Of awards that are ${term("tie", "exactly as good")} the published tie-break chooses.</p>
        <div class="filters no-print">
          <label><span>How far behind the award at most</span>
            <select @change=${(event) => seek(Number(event.target.value))}>
              ${choices.map((value) => html`<option value=${value} ?selected=${value === within}>${value === 0 ? "Not at all: exactly as good" : behind(value)}</option>`)}
            </select></label>
        </div>
        ${asking.state === "answered"
          ? answered(asking.answer)
          : asking.panel({ button: "Look for them", why: "Up to ten awards are looked for, the nearest first.", title: "Looking for awards next to it" })}`,
      root,
    );
  }

  function answered({ awards, complete }) {
    const all = complete ? "Proven: there are no others within what was asked for." : "There may be others.";
    if (awards.length === 0) {
      return html`<p class="headline">${complete ? `Proven: no other award is ${within === 0 ? "as good" : `within ${behind(within)} of it`}.` : "None was found in the time there was."}</p>${asking.more()}`;
    }
    return html`
      <p>${counted(awards.length, "award")}. ${all}</p>
      <ol class="priced">${awards.map(row)}</ol>
      ${asking.more()}`;
  }

  function row(each) {
    const { difference } = each;
    return html`<li class="panel">
      <p><strong>${each.equal ? "Exactly as good" : `${behind(each.behind)} behind`}</strong></p>
      <p>${each.sentence}</p>
      <dl class="facts">
        <div><dt>Cost</dt><dd>${money(difference.cost, { change: true })}</dd></div>
        <div><dt>Quality</dt><dd>${signed(Number(difference.quality))}</dd></div>
        <div><dt>Liability</dt><dd>${money(difference.liability, { change: true })}</dd></div>
        <div><dt>Disruption</dt><dd>${signed(Number(difference.disruption))}</dd></div>
      </dl>
      ${each.handovers.length === 0 ? nothing : html`<details><summary>What would change hands</summary>${hands(facts, each.handovers)}</details>`}
    </li>`;
  }
}
