/** Scenarios: what was changed, kept under a name beside the case; and those that are there, to be asked about. */
import { request } from "../../lib/api.js";
import { confirm, openDialog } from "../../lib/dialog.js";
import { focusNear } from "../../lib/focus.js";
import { html, nothing, repeat } from "../../lib/html.js";
import { tellProblem } from "../../lib/problem-dialog.js";
import { freeId, patchOf } from "./draft.js";

const SOURCES = { case: "in the case", beside: "kept here", "built in": "built in" };

/**
 * @param {object} options
 * @param {string} options.id Of the case.
 * @param {any[]} options.scenarios
 * @param {(scenario: string) => void} options.run
 * @param {() => Promise<void>} options.onChange
 * @param {AbortSignal} options.signal
 */
export function scenarioList({ id, scenarios, run, onChange, signal }) {
  const drop = async (scenario, button) => {
    const refocus = focusNear(button);
    if (!(await confirm({ title: `Delete the scenario “${scenario.name}”?`, text: "", yes: "Delete", danger: true, signal }))) return;
    try {
      await request("DELETE", `/v1/cases/${id}/scenarios/${encodeURIComponent(scenario.id)}`, { signal });
    } catch (problem) {
      return tellProblem(problem, signal);
    }
    await onChange();
    return refocus();
  };
  const own = scenarios.filter((each) => each.source !== "built in");
  const list = (rows) => html`<ul class="rules">${repeat(
    rows,
    (each) => each.id,
    (each) => html`<li class="rule">
      <div class="rule-text"><p><strong>${each.name}</strong> <span class="badge">${SOURCES[each.source]}</span></p>${each.because ? html`<p class="small quiet">${each.because}</p>` : nothing}</div>
      <span class="rule-actions">
        <button type="button" class="link-button" aria-label=${`Find its award: ${each.name}`} @click=${() => run(each.id)}>Find its award</button>
        ${each.source === "beside" ? html`<button type="button" class="link-button" aria-label=${`Delete: ${each.name}`} @click=${(event) => drop(each, event.currentTarget)}>Delete</button>` : nothing}
      </span>
    </li>`,
  )}</ul>`;
  return html`${own.length ? list(own) : html`<p class="quiet">None of your own yet. Change something above, and keep it as a scenario to look at it beside others.</p>`}
    <details class="built-in"><summary>Built-in scenarios</summary>${list(scenarios.filter((each) => each.source === "built in"))}</details>`;
}

/**
 * Keeps what was changed as a scenario.
 * @param {{id: string, case_: any, draft: any, scenarios: any[], signal: AbortSignal}} options
 * @returns {Promise<string | null>} Its name; null where nothing was kept.
 */
export async function saveScenario({ id, case_, draft, scenarios, signal }) {
  const state = { name: "", because: "", error: "", busy: false };
  return openDialog({
    title: "Keep the changes as a scenario",
    signal,
    body: (close, draw) => {
      const submit = async (event) => {
        event.preventDefault();
        if (!state.name.trim()) return fail("Give it a name.");
        if (scenarios.some((each) => each.name === state.name.trim())) return fail("There is a scenario of this name already. One that is kept never changes: give this one another name.");
        Object.assign(state, { busy: true, error: "" });
        draw();
        const body = { name: state.name.trim(), because: state.because.trim(), patch: patchOf(case_, draft) };
        try {
          await request("PUT", `/v1/cases/${id}/scenarios/${encodeURIComponent(freeId(state.name, scenarios))}`, { body, signal });
          return close(body.name);
        } catch (problem) {
          return fail(problem.errors?.[0]?.detail ?? problem.message);
        }
      };
      const fail = (error) => {
        Object.assign(state, { error, busy: false });
        draw();
      };
      return html`<p>The case itself stays as it is. A scenario can be looked at by itself, or beside others.</p>
        <form novalidate @submit=${submit}>
          <div class="field"><label for="scenario-name">Name</label><input id="scenario-name" required maxlength="200" aria-invalid=${state.error ? "true" : nothing} @input=${(event) => (state.name = event.target.value)}></div>
          <div class="field"><label for="scenario-because">What question does it answer? <span class="quiet">(optional)</span></label><input id="scenario-because" @input=${(event) => (state.because = event.target.value)}></div>
          ${state.error ? html`<p class="error bad" role="alert">${state.error}</p>` : nothing}
          <p class="actions"><button class="button primary" ?disabled=${state.busy}>Keep</button><button type="button" class="button" @click=${() => close()}>Cancel</button></p>
        </form>`;
    },
  });
}
