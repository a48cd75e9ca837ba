/** The award for other systems: OCDS, its JSON, its case. And the address of the run. */

import { announce } from "../../lib/announce.js";
import { saveFrom } from "../../lib/download.js";
import { html, nothing } from "../../lib/html.js";

const OCID = /^ocds-[a-z0-9]{6}-.+$/;

/** @param {import("../take-away.js").State} state */
export function systems(state) {
  const { run, ctx } = state;
  const task = state.tasks.systems;
  const keep = (path, name) => () => saveFrom(path, name, { signal: ctx.signal });
  return html`<section class="panel" aria-labelledby="systems-title">
    <h2 id="systems-title">For other systems</h2>
    <ul class="files">
      <li class="file">
        ${task.button("award-json", "Download the award", keep(`/v1/runs/${run.id}/result`, "award.json"), { done: "The award is downloaded." })}
        <span class="file-about">JSON, with its proof. <code>selector verify</code> checks it without a solver.</span>
      </li>
      <li class="file">
        ${task.button("case-json", "Download the case", keep(`/v1/cases/${run.case}`, "case.json"), { done: "The case is downloaded." })}
        <span class="file-about">JSON: all that the award rests on. Drop it on the start page to go on from it.</span>
      </li>
    </ul>
    ${state.hasAward ? release(state) : nothing}
    ${task.told()}
  </section>`;
}

function release(state) {
  const { run, ctx } = state;
  const task = state.tasks.systems;
  const wrong = state.ocid && !OCID.test(state.ocid);
  const work = () => {
    if (!state.ocid) throw new Error("State the number of the contracting process first.");
    return saveFrom(`/v1/runs/${run.id}/release.json`, "release.json", { query: { ocid: state.ocid }, signal: ctx.signal });
  };
  return html`<h3>OCDS release</h3>
    <p>The award as an Open Contracting release: awards, suppliers and lots. Its status is “pending” until the board has decided.</p>
    <div class="field">
      <label for="ocid">Number of the contracting process (ocid)</label>
      <span class="hint" id="ocid-hint">As your procurement system has it, such as ocds-213czf-2013-07.</span>
      <input id="ocid" autocomplete="off" spellcheck="false" aria-describedby="ocid-hint" .value=${state.ocid} @input=${(event) => state.nameProcess(event.target.value.trim())} />
      ${wrong ? html`<p class="quiet small">That is not like the numbers that OCDS gives out, which begin with “ocds-” and six letters. It is used as it stands.</p>` : nothing}
    </div>
    ${task.button("release-json", "Download the OCDS release", work, { done: "The release is downloaded." })}`;
}

/** @param {import("../take-away.js").State} state */
export function permalink({ run }) {
  const address = `${location.origin}${location.pathname}#/runs/${run.id}`;
  const copy = async (event) => {
    const field = document.getElementById("permalink");
    field.select();
    const button = event.currentTarget;
    // Browsers have a clipboard only where the service is reached over HTTPS or is on this machine.
    if (navigator.clipboard) await navigator.clipboard.writeText(address);
    else if (!document.execCommand("copy")) return announce("The link is selected: copy it with the keyboard.");
    button.textContent = "Copied";
    announce("The link is copied.");
  };
  return html`<section class="panel" aria-labelledby="link-title">
    <h2 id="link-title">A link to this award</h2>
    <p>It always leads to this award. Whoever opens it needs a key of your organisation, where keys are in use.</p>
    <div class="copy-row">
      <input id="permalink" readonly aria-label="Link to this award" .value=${address} />
      <button type="button" class="button" @click=${copy}>Copy</button>
    </div>
  </section>`;
}
