/** The answer to another question than for the award: it is shown where that question is asked. */

import { all } from "../../lib/api.js";
import { saveFrom } from "../../lib/download.js";
import { html, nothing, render } from "../../lib/html.js";
import { TABS } from "../explore/tabs.js";
import { runHead } from "./head.js";

/** @param {HTMLElement} root */
export async function mount(root, theCase, run, ctx) {
  const tab = TABS.find((each) => each.kinds.includes(run.kind));
  const award = run.asked.award ?? (await newestAward(run, ctx.signal));
  const save = () => saveFrom(run.result, `${run.kind}.json`);
  render(
    html`${runHead(theCase, run, "explore", award ?? undefined)}
      <h1>${tab?.title ?? `An answer of the kind “${run.kind.replaceAll("_", " ")}”`}</h1>
      <section class="panel">
        <p>This run answers a question about an award.</p>
        <p class="actions">
          ${tab === undefined || award === null
            ? nothing
            : html`<a class="button primary" href="#/runs/${award}/explore/${tab.name}">Read it beside the award</a>`}
          <button type="button" class="button" @click=${save}>Save it as JSON</button>
        </p>
      </section>`,
    root,
  );
}

/** The newest award of the same case; null where there is none. */
async function newestAward(run, signal) {
  const runs = await all("/v1/runs", { query: { kind: "evaluate", case: run.case, status: "finished" }, most: 50, signal });
  return runs.find((each) => ["optimal", "feasible"].includes(each.result_status))?.id ?? null;
}
