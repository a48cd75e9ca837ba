/** What else there is to know about an award: a question a tab, each asked when somebody wants to know. */

import { get } from "../lib/api.js";
import { html, nothing, render } from "../lib/html.js";
import { resultOf } from "../lib/store.js";
import { Facts } from "./award/facts.js";
import { TABS } from "./explore/tabs.js";
import { caseOfRun } from "./run/case-of-run.js";
import { runHead } from "./run/head.js";

export const title = ({ tab }) => `Explore: ${named(tab).text}`;

/**
 * What a tab is given.
 * @typedef {object} Panel
 * @property {HTMLElement} root  Empty, and the tab's alone.
 * @property {Facts} facts
 * @property {object} run        That of the award.
 * @property {URLSearchParams} query
 * @property {import("../lib/router.js").Context} ctx
 */

/** @param {HTMLElement} root @param {{id: string, tab?: string, query: URLSearchParams}} params @param {import("../lib/router.js").Context} ctx */
export async function mount(root, { id, tab, query }, ctx) {
  const { signal } = ctx;
  const run = await get(`/v1/runs/${id}`, { signal });
  if (run.kind !== "evaluate" || !["optimal", "feasible"].includes(run.result_status)) {
    render(noAward(run), root);
    return;
  }
  const [theCase, award, { panel }] = await Promise.all([caseOfRun(run, { signal }), resultOf(id, { signal }), named(tab).load()]);
  const chosen = named(tab);
  render(
    html`${runHead(theCase, run, "explore", run.id)}
      <h1>${chosen.title}</h1>
      <nav class="tabs" aria-label="Questions">
        ${TABS.map((each) => html`<a href="#/runs/${run.id}/explore/${each.name}" aria-current=${each === chosen ? "page" : nothing}>${each.text}</a>`)}
      </nav>
      <div class="explore-panel"></div>`,
    root,
  );
  panel({ root: root.querySelector(".explore-panel"), facts: new Facts(theCase, award), run, query, ctx });
}

function named(tab) {
  return TABS.find((each) => each.name === tab) ?? TABS[0];
}

function noAward(run) {
  return html`<h1>There is nothing to explore yet</h1>
    <p>This run has no award${run.finished_at === null ? " yet" : ""}.</p>
    <p class="actions"><a class="button primary" href="#/runs/${run.id}">See how it stands</a></p>`;
}
