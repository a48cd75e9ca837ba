/** No award keeps every rule: what cannot hold together, and what would mend it. */

import { all } from "../../lib/api.js";
import { html, nothing, render } from "../../lib/html.js";
import { resultOf } from "../../lib/store.js";
import { clashes } from "./clashes.js";
import { Mending } from "./mending.js";
import { runHead } from "./head.js";
import { Asking } from "../explore/asking.js";

/** How many conflicts and repairs are looked for where more are asked for. */
const MORE = { clashes: 5, repairs: 5 };

/** @param {HTMLElement} root */
export async function mount(root, theCase, run, ctx) {
  const result = await resultOf(run.id, { signal: ctx.signal });
  if (run.kind === "conflict" && result === null) {
    return solvable(root, theCase, run, ctx);
  }
  const scenario = run.asked.scenario ?? "as-stated";
  const more = new Asking({ kind: "conflict", case: run.case, asked: { scenario, ...MORE } }, ctx, draw);
  const mending = new Mending(run, ctx, draw);
  let conflict = run.kind === "conflict" ? result : result.conflict;
  more.look();
  draw();
  return undefined;

  function draw() {
    conflict = more.answer ?? conflict;
    render(
      html`${runHead(theCase, run, "award")}
        <h1>No award keeps every rule of this case</h1>
        <p class="headline">That is proven, and no longer search would change it. The board has to change a rule, or ask for other bids.</p>
        ${conflict === null ? nothing : body(conflict)}
        ${further()}
        <p class="actions no-print"><a class="button" href="#/cases/${run.case}">Change the case yourself</a></p>`,
      root,
    );
  }

  function body(found) {
    return html`
      <section class="section" aria-labelledby="conflict-title"><h2 id="conflict-title">What cannot hold together</h2>${clashes(found)}</section>
      <section class="section" aria-labelledby="mend-title"><h2 id="mend-title">What would mend it</h2>${mending.choices(found)}</section>`;
  }

  function further() {
    if (more.state === "answered" || (more.state === "looking" && conflict !== null)) {
      return nothing;
    }
    const why = conflict === null ? "Which rules clash was not found within the limits of the run." : "There may be further conflicts, and other ways to mend them.";
    return html`<section class="section">${more.panel({ button: "Look for more ways", why, title: "Looking for conflicts and repairs" })}</section>`;
  }
}

/** A question about a conflict where there is none. */
async function solvable(root, theCase, run, ctx) {
  const runs = await all("/v1/runs", { query: { kind: "evaluate", case: run.case, status: "finished" }, most: 50, signal: ctx.signal });
  const award = runs.find((each) => ["optimal", "feasible"].includes(each.result_status));
  render(
    html`${runHead(theCase, run, "award", award?.id)}
      <h1>The rules of this case can be kept together</h1>
      <p>There is an award that keeps them all.</p>
      ${award === undefined ? nothing : html`<p class="actions"><a class="button primary" href="#/runs/${award.id}">Read the award</a></p>`}`,
    root,
  );
}
