/** What the board decided on an award: put on record with name, reason and time, and never altered. */

import { request } from "../../lib/api.js";
import { confirm } from "../../lib/dialog.js";
import { saveFrom } from "../../lib/download.js";
import { moment } from "../../lib/format.js";
import { help } from "../../lib/glossary.js";
import { html, nothing } from "../../lib/html.js";

/** @param {import("../take-away.js").State} state */
export function decisions(state) {
  return html`<section class="panel" aria-labelledby="decisions-title">
    <h2 id="decisions-title">The board's decision${help("decision")}</h2>
    ${state.decisions.length ? html`<ol class="decisions">${state.decisions.map((each) => decided(state, each))}</ol>` : nothing}
    ${state.deciding || state.decisions.length === 0 ? form(state) : html`<button type="button" class="button" @click=${state.decideAgain}>Record another decision</button>`}
    ${state.tasks.decision.told()}
  </section>`;
}

function decided({ tasks, ctx }, each) {
  const task = tasks.decision;
  const keep = () => saveFrom(each.record, "record.json", { signal: ctx.signal });
  return html`<li class="decision">
    <p class="decision-by"><strong>${each.by}</strong> <span class="quiet">on ${moment(each.at)}</span></p>
    <p class="decision-because">${each.because}</p>
    <dl class="seal"><dt>Seal, to be minuted</dt><dd><code>${each.seal}</code></dd></dl>
    ${task.button(`record-${each.id}`, "Download the sealed record", keep, { done: "The record is downloaded." })}
  </li>`;
}

function form(state) {
  const { wrong } = state;
  const task = state.tasks.decision;
  const error = (name) => (wrong[name] ? html`<p class="error" id="${name}-error">${wrong[name]}</p>` : nothing);
  const invalid = (name) => ({ is: wrong[name] ? "true" : "false", by: wrong[name] ? `${name}-hint ${name}-error` : `${name}-hint` });
  return html`<p>Puts the case, the award and its proof into one sealed file, which anybody can check years later. It cannot be changed afterwards, only followed by another.</p>
    <form novalidate @submit=${(event) => submit(event, state)}>
      <div class="field">
        <label for="by">Who decided</label><span class="hint" id="by-hint">As the minutes name them, such as “A. Patel, chair”.</span>
        <input id="by" name="by" maxlength="500" autocomplete="name" aria-invalid=${invalid("by").is} aria-describedby=${invalid("by").by} />${error("by")}
      </div>
      <div class="field">
        <label for="because">Why</label><span class="hint" id="because-hint">The meeting and item, what was weighed, and what departs from the recommendation.</span>
        <textarea id="because" name="because" maxlength="10000" rows="4" aria-invalid=${invalid("because").is} aria-describedby=${invalid("because").by}></textarea>${error("because")}
      </div>
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled=${task.going ? "true" : nothing}>
          ${task.going === "decide" ? html`<span class="spinner" aria-hidden="true"></span> Checking and sealing…` : "Record the decision"}
        </button>
      </p>
    </form>`;
}

async function submit(event, state) {
  event.preventDefault();
  const form = event.currentTarget;
  const stated = { by: form.elements.by.value.trim(), because: form.elements.because.value.trim() };
  state.wrong = {
    ...(!stated.by && { by: "Say who decided." }),
    ...(!stated.because && { because: "Say why: a decision without a reason cannot be defended later." }),
  };
  state.draw();
  const [first] = Object.keys(state.wrong);
  if (first) return form.elements[first].focus();
  const sure = await confirm({ title: "Record this decision?", text: `By ${stated.by}. It cannot be changed afterwards.`, yes: "Record it", signal: state.ctx.signal });
  if (!sure) return;
  await state.tasks.decision.run(
    "decide",
    async () => {
      const { data } = await request("POST", `/v1/runs/${state.run.id}/decisions`, { body: stated, signal: state.ctx.signal });
      form.reset();
      state.keepDecision(data);
    },
    "The decision is on record.",
  );
}
