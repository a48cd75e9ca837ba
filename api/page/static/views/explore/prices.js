/** What each rule costs: the best award beside the best award without it. */

import { counted } from "../../lib/format.js";
import { html, nothing, render } from "../../lib/html.js";
import { Asking } from "./asking.js";
import { hands } from "./hands.js";
import { pricesOf } from "./questions.js";

const MOODS = { costs: ["costs something", "warn"], costs_nothing: ["costs nothing", "good"], pays: ["pays", "good"], open: ["not settled", ""], no_award: ["needed", ""], no_case: ["needed", ""] };
/** Rules that are listed at once. */
const MOST = 20;

/** @param {import("../explore.js").Panel} part */
export function panel({ root, facts, run, ctx }) {
  const asking = new Asking(pricesOf(run), ctx, draw);
  let isAll = false;
  asking.look();
  draw();

  function draw() {
    render(
      html`
        <p class="lead">The price of a rule is how much better the best award would be without it.</p>
        ${asking.state === "answered"
          ? answered(asking.answer)
          : asking.panel({ button: "Work out what each rule costs", why: facts.isLarge ? "For a case of this size it takes about a minute; prices are told as intervals." : "The best award is found again without each rule, floor, cap and threshold.", title: "Working out what each rule costs" })}`,
      root,
    );
  }

  function answered({ rules, unbinding }) {
    const costly = rules.filter((each) => each.verdict !== "costs_nothing");
    const free = rules.length - costly.length;
    const shown = isAll ? rules : costly;
    const rest = shown.slice(MOST);
    return html`
      ${rules.length === 0 ? html`<p class="empty">No rule binds anybody: none costs anything.</p>` : nothing}
      ${shown.length === 0 ? nothing : html`<ol class="priced">${shown.slice(0, MOST).map(row)}</ol>`}
      ${rest.length === 0 ? nothing : html`<details><summary>${counted(rest.length, "more rule")}</summary><ol class="priced">${rest.map(row)}</ol></details>`}
      ${free > 0
        ? html`<p>${counted(free, "rule")} that ${free === 1 ? "binds somebody costs" : "bind somebody cost"} nothing: the award would be as good without ${free === 1 ? "it" : "them"}.
            <button type="button" class="link-button" @click=${() => ((isAll = !isAll), draw())}>${isAll ? "Leave them out" : "Show them too"}</button></p>`
        : nothing}
      ${asking.more()}
      ${unbinding.length > 0 ? html`<p>No award could break ${counted(unbinding.length, "further rule")}, whatever else it did.</p>` : nothing}`;
  }

  function row(each) {
    const [text, mood] = MOODS[each.verdict];
    return html`<li class="panel">
      <p><strong>${each.sentence}</strong> <span class="badge ${mood}">${text}</span></p>
      <p>${each.told}</p>
      ${each.handovers.length === 0 ? nothing : html`<details><summary>What would change hands without it</summary>${hands(facts, each.handovers)}</details>`}
    </li>`;
  }
}
