/** Scenarios side by side: built-in ones, those of the case, and those that are kept beside it. */

import { all } from "../../lib/api.js";
import { chart } from "../../lib/chart.js";
import { html, nothing, render } from "../../lib/html.js";
import { Asking } from "./asking.js";
import { comparison } from "./comparison.js";
import { comparisonSpec } from "./comparison-chart.js";
import { BASELINES, besideOf, compareOf } from "./questions.js";

/** @param {import("../explore.js").Panel} part */
export function panel({ root, facts, run, query, ctx }) {
  const own = run.asked.scenario ?? "as-stated";
  const named = query.getAll("scenario");
  const chosen = new Set(named.length > 0 ? named : besideOf(run).asked.scenarios.filter((name) => name !== own));
  /** Those of the case and beside it. */
  let kept = (facts.case.scenarios ?? []).map(({ id, name, because }) => [id, name, because]);
  let asking = asked();
  let drawn = null;
  all(`/v1/cases/${run.case}/scenarios`, { signal: ctx.signal }).then(
    (found) => {
      kept = [...kept, ...found.map(({ id, name, because }) => [id, name ?? id, because])];
      draw();
    },
    () => undefined, // they are offered where they can be read; what is asked tells its own troubles
  );
  draw();

  function asked() {
    const found = new Asking(compareOf(run, [...chosen]), ctx, () => found === asking && draw());
    found.look();
    return found;
  }

  function toggle(name, isOn) {
    if (isOn) {
      chosen.add(name);
    } else {
      chosen.delete(name);
    }
    drawn = null;
    asking = asked();
    draw();
  }

  function draw() {
    const answer = asking.state === "answered" ? only(asking.answer, chosen, facts.award) : null;
    render(
      html`
        <p class="lead">What if a firm drops out, a rule goes, or quality counts for more? Each scenario has its own best award under the same rules.</p>
        <fieldset class="scenario-choice">
          <legend>Compare with the award</legend>
          ${[...BASELINES, ...kept].filter(([name]) => name !== own).map(([name, text, because]) => box(name, text, because))}
        </fieldset>
        <p class="quiet small">Scenarios of your own are made where the case is <a href="#/cases/${run.case}">set up</a>.</p>
        ${chosen.size === 0
          ? html`<p class="empty">Choose at least one scenario.</p>`
          : answer === null
            ? asking.panel({ button: "Compare them", why: facts.isLarge ? "For a case of this size it takes about two minutes; differences are told with what is proven." : "The best award of each is found and proven.", title: "Comparing scenarios" })
            : html`<div class="panel comparison-picture"><div class="comparison-chart"></div></div>${asking.more()}${comparison(facts, answer)}`}`,
      root,
    );
    if (answer !== null) {
      picture(answer);
    }
  }

  function box(name, text, because) {
    return html`<label class="choice" title=${because || nothing}>
      <input type="checkbox" .checked=${chosen.has(name)} @change=${(event) => toggle(name, event.target.checked)} /> <span>${text}</span>
    </label>`;
  }

  function picture(answer) {
    const box = root.querySelector(".comparison-chart");
    if (drawn === box) {
      return;
    }
    drawn = box;
    chart(box, comparisonSpec(answer, facts.disruptionUnit, box.clientWidth), { label: "Cost, quality, liability and disruption of each scenario as dots. The table below has every figure.", signal: ctx.signal });
  }
}

/** The part of a comparison that is wanted. There may be more in it than was asked for; that of the award is known at any rate. */
function only(answer, chosen, award) {
  const wanted = answer.scenarios.filter((each) => ["as-stated", answer.baseline].includes(each.scenario) || chosen.has(each.scenario));
  const isLost = (each) => each.scenario === answer.baseline && each.totals === null;
  return { ...answer, scenarios: wanted.map((each) => (isLost(each) ? { ...each, totals: award.totals, status: award.status, certificate: award.certificate } : each)) };
}
