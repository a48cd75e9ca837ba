/** What could be had instead: the awards to which no other is preferable, on a chart to click through. */

import { counted, percent } from "../../lib/format.js";
import { chart } from "../../lib/chart.js";
import { term } from "../../lib/glossary.js";
import { html, nothing, render } from "../../lib/html.js";
import { isAborted } from "../../lib/problem.js";
import { problemPanel } from "../../lib/problem-panel.js";
import { Asking } from "./asking.js";
import { AXES, frontSpec } from "./front-chart.js";
import { pointPanel, pointTable } from "./front-point.js";
import { frontOf } from "./questions.js";

const CHOICES = [
  [["cost", "quality", "liability"], "Cost, quality and liability"],
  [["cost", "quality"], "Cost and quality"],
  [["cost", "liability"], "Cost and liability"],
  [["cost", "quality", "liability", "disruption"], "Cost, quality, liability and disruption"],
];

/** @param {import("../explore.js").Panel} part */
export function panel({ root, facts, run, ctx }) {
  let objectives = CHOICES[0][0];
  let asking = asked();
  /** The place of the point that is looked at. */
  let at = 0;
  let drawn = null;
  draw();

  function asked() {
    const found = new Asking(frontOf(run, objectives), ctx, () => found === asking && draw());
    found.look();
    return found;
  }

  function seek(names) {
    objectives = CHOICES.find(([each]) => each.join() === names)[0];
    drawn = null;
    asking = asked();
    draw();
  }

  function choose(place) {
    at = place;
    draw();
    ctx.announce(`Award ${place + 1} of ${asking.answer.points.length}`);
  }

  function draw() {
    const front = asking.state === "answered" ? asking.answer : null;
    render(
      html`
        <p class="lead">${term("front", "Awards to which no other is preferable")}: at least as good in every aim, and better in one. The best award weighs the aims as the board has stated; this leaves the weighing open.</p>
        <div class="filters no-print">
          <label><span>Aims</span>
            <select @change=${(event) => seek(event.target.value)}>
              ${CHOICES.map(([names, text]) => html`<option value=${names.join()} ?selected=${names === objectives}>${text}</option>`)}
            </select></label>
        </div>
        ${front === null
          ? asking.panel({ button: "Find these awards", why: facts.isLarge ? "For a case of this size it takes about a minute, and what is found is told with what is proven." : "All of them are found, and it is proven that there are no others.", title: "Finding what else could be had" })
          : front.points.length === 0
            ? html`<p class="empty">No award was found on the front.</p>${asking.more()}`
            : answered(front)}`,
      root,
    );
    if (front !== null && front.points.length > 1) {
      picture(front).catch((error) => isAborted(error) || render(problemPanel(error, { heading: 3 }), root.querySelector(".front-chart")));
    }
  }

  function answered(front) {
    at = Math.min(at, front.points.length - 1);
    return html`
      <p>${provenOf(front)}</p>
      ${asking.more()}
      <div class="front">
        ${front.points.length > 1 ? html`<div class="panel"><div class="front-chart"></div></div>` : nothing}
        <aside class="panel front-point" aria-live="polite">${pointPanel(facts, front, at, choose)}</aside>
      </div>
      <h2>All of them</h2>
      ${pointTable(facts, front, at, choose)}`;
  }

  async function picture(front) {
    const box = root.querySelector(".front-chart");
    const spec = frontSpec(front, at);
    if (drawn?.box === box) {
      return (await drawn.chart).update(spec);
    }
    const label = `Scatter of ${counted(front.points.length, "award")} by ${AXES[front.objectives[0].name]} and ${AXES[front.objectives[1].name]}. The table below has every figure.`;
    drawn = { box, chart: chart(box, spec, { label, onClick: (datum) => "place" in datum && choose(datum.place), signal: ctx.signal }) };
    await drawn.chart;
  }
}

function provenOf({ points, complete, epsilon, gap, on_front: isOn }) {
  const many = counted(points.length, "award");
  const own = isOn === false ? " The best award by the board's own weighing is not among them: it is best by what these aims leave out." : "";
  if (complete && !epsilon) {
    return `${many}. It is proven that there are no others.${own}`;
  }
  const open = gap === null ? "" : ` Whatever award there is, it is better than one of these in no aim by more than ${percent(gap, 2)}.`;
  return `${many} found; there may be others.${open}${own}`;
}
