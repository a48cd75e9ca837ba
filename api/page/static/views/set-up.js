/** `#/cases/ID`: what counts, which rules hold, what is decided by hand; then the question is put. */
import { request } from "../lib/api.js";
import { isSmall } from "../lib/case.js";
import { html, nothing, render } from "../lib/html.js";
import { announce } from "../lib/announce.js";
import { problemPanel } from "../lib/problem-panel.js";
import { steps } from "../lib/steps.js";
import { caseOf, draft as kept } from "../lib/store.js";
import { help } from "../lib/glossary.js";
import { asStated, caseWith, draftOf, isChanged, keep } from "./set-up/draft.js";
import { byHand } from "./set-up/by-hand.js";
import { criteriaWeights } from "./set-up/criteria.js";
import { facts } from "./set-up/facts.js";
import { Preview } from "./set-up/preview.js";
import { effectLine, previewPanel } from "./set-up/preview-panel.js";
import { ruleList } from "./set-up/rules.js";
import { saveScenario, scenarioList } from "./set-up/scenarios.js";
import { Statements } from "./set-up/statements.js";
import { weights } from "./set-up/weights.js";

export const title = () => "Set up";

/** @type {import("../lib/router.js").View["mount"]} */
export async function mount(root, { id }, { navigate, retitle, signal }) {
  const case_ = await caseOf(id, { signal });
  retitle(`Set up: ${case_.name}`);
  const state = { draft: draftOf(id, case_), remarks: kept(`remarks.${id}`) ?? [], starting: false, problem: null };
  const preview = new Preview(case_, draw, signal);
  const statements = new Statements(id, case_, draw, signal);
  const limits = { seconds: "" };

  function change(news) {
    state.draft = { ...state.draft, ...news };
    keep(id, case_, state.draft);
    state.problem = null;
    if ("rules" in news || "picks" in news || "exclusions" in news) void statements.look(state.draft);
    if (isSmall(case_)) preview.look(state.draft);
    draw();
  }

  /** Puts the question: of the case as it stands, of the changed one, which is a case of its own, or of a scenario. */
  async function run(scenario) {
    Object.assign(state, { starting: true, problem: null });
    draw();
    try {
      const changed = !scenario && isChanged(case_, state.draft);
      const of = changed ? (await request("POST", "/v1/cases", { body: caseWith(case_, state.draft), signal })).data.id : id;
      const asked = { kind: "evaluate", case: of, ...(scenario && { scenario }), ...(limits.seconds && { time_limit: Number(limits.seconds) }) };
      const { data } = await request("POST", "/v1/runs", { body: asked, signal });
      navigate(`#/runs/${data.id}`);
    } catch (problem) {
      if (signal.aborted) return;
      Object.assign(state, { starting: false, problem });
      draw();
    }
  }

  async function keepScenario() {
    const name = await saveScenario({ id, case_, draft: state.draft, scenarios: statements.told?.scenarios ?? [], signal });
    if (!name) return;
    announce(`The scenario ${name} is kept.`);
    await statements.look(state.draft);
  }

  function draw() {
    if (!signal.aborted) render(page(), root);
  }

  function page() {
    const changed = isChanged(case_, state.draft);
    const now = caseWith(case_, state.draft);
    return html`${steps({ at: "set-up", caseId: id, name: case_.name, note: changed ? "with changes that are not kept yet" : nothing })}
      <header class="view-head"><h1>What matters to the board?</h1>${facts(case_)}</header>
      ${state.remarks.length ? html`<details class="notice warn remarks"><summary>What was assumed as the file was read (${state.remarks.length})</summary><ul>${state.remarks.map((each) => html`<li>${each}</li>`)}</ul></details>` : nothing}
      <div class="with-aside">
        <div class="set-up">
          <section aria-labelledby="weights"><h2 id="weights">What counts</h2>
            ${weights(state.draft.objective, asStated(case_).objective, (objective) => change({ objective }))}
            ${state.draft.criteria.length ? html`<details class="criteria-box"><summary>What quality is made of</summary>${criteriaWeights(state.draft.criteria, (criteria) => change({ criteria }))}</details>` : nothing}
          </section>
          <section class="section" aria-labelledby="rules"><h2 id="rules">Rules of the board ${help("rule")}</h2>
            ${ruleList(now, statements, (rules) => change({ rules }), signal)}
          </section>
          <section class="section" aria-labelledby="by-hand"><h2 id="by-hand">Decided by hand ${help("exclusion")}</h2>
            ${byHand(now, statements, change, signal)}
          </section>
          <section class="section" aria-labelledby="scenarios"><h2 id="scenarios">Scenarios ${help("scenario")}</h2>
            ${statements.problem ? problemPanel(statements.problem, { heading: 3, retry: () => statements.look(state.draft) }) : nothing}
            ${statements.told ? scenarioList({ id, scenarios: statements.told.scenarios, run, onChange: () => statements.look(state.draft), signal }) : statements.problem ? nothing : html`<p class="loading"><span class="spinner"></span> Reading the case…</p>`}
          </section>
        </div>
        <aside class="panel" aria-labelledby="effect"><h2 id="effect">${isSmall(case_) ? "What comes of it" : "Ready?"}</h2>
          ${previewPanel(case_, preview.seen, changed)}
          ${state.problem ? html`<div class="notice bad" role="alert"><p>${state.problem.message}</p><ul>${(state.problem.errors ?? []).slice(0, 8).map((each) => html`<li>${each.detail}</li>`)}</ul></div>` : nothing}
          <p class="actions"><button type="button" class="button primary wide" ?disabled=${state.starting} @click=${() => run()}>${state.starting ? html`<span class="spinner"></span> Starting…` : "Find the best award"}</button></p>
          <details class="small"><summary>How long to look</summary>
            <label for="seconds">Seconds at most</label> <input id="seconds" class="narrow" inputmode="numeric" placeholder="no limit" .value=${limits.seconds} @change=${(event) => (limits.seconds = event.target.value.replace(/\D/g, ""))}>
            <p class="quiet">Then you are given the best award so far, and told how far it may be from the best possible one.</p>
          </details>
          ${changed
            ? html`<p class="actions changed-actions"><button type="button" class="button small" @click=${keepScenario}>Keep as a scenario</button>
                <button type="button" class="button small" @click=${() => change(asStated(case_))}>Undo all changes</button></p>`
            : nothing}
        </aside>
      </div>
      <div class="set-up-bar no-print">
        <p class="quiet small">${effectLine(preview.seen, changed)}</p>
        <button type="button" class="button primary" ?disabled=${state.starting} @click=${() => run()}>${state.starting ? "Starting…" : "Find the best award"}</button>
      </div>`;
  }

  draw();
  void statements.look(state.draft);
  if (isSmall(case_)) preview.look(state.draft);
}
