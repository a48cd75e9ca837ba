/** `#/`: bring a case, or open an example or one that is kept. */
import { get, request } from "../lib/api.js";
import { html, nothing, render } from "../lib/html.js";
import { counted, moment } from "../lib/format.js";
import { problemPanel } from "../lib/problem-panel.js";
import { isAborted } from "../lib/problem.js";
import { keepDraft } from "../lib/store.js";
import { faultTable } from "./start/faults.js";
import { dropZone, FORMS, formOf } from "./start/drop.js";

export const title = () => "Start";

/** @type {import("../lib/router.js").View["mount"]} */
export async function mount(root, _params, { navigate, announce, signal }) {
  /** What is being read, what was wrong with it, and what is there to open. */
  const state = { reading: "", problem: null, file: null, examples: null, cases: null, opening: "" };
  const draw = () => render(page(state, { take, open }), root);

  /** @param {File} file */
  async function take(file) {
    const type = formOf(file);
    Object.assign(state, { reading: file.name, problem: null, file, opening: "" });
    draw();
    announce(`Reading ${file.name}.`);
    try {
      if (!type) throw Object.assign(new Error(`“${file.name}” is none of the forms that can be read: ${FORMS}.`), { title: "This file cannot be read" });
      const { data } = await request("POST", "/v1/cases", { body: file, type, signal });
      opened(data);
    } catch (problem) {
      refused(problem, problem.errors?.length ? `The file has ${counted(problem.errors.length, "fault")}.` : problem.message);
    }
  }

  async function open(example) {
    Object.assign(state, { opening: example.name, problem: null, file: null });
    draw();
    try {
      opened((await request("POST", example.href, { signal })).data);
    } catch (problem) {
      refused(problem, problem.message);
    }
  }

  function opened(entry) {
    if (entry.remarks?.length) keepDraft(`remarks.${entry.id}`, entry.remarks);
    navigate(`#/cases/${entry.id}`);
  }

  function refused(problem, told) {
    if (isAborted(problem)) return;
    if (problem.status === 401) return navigate("#/sign-in");
    Object.assign(state, { reading: "", opening: "", problem });
    draw();
    announce(told);
    root.querySelector(".outcome")?.focus();
  }

  draw();
  const [examples, cases] = await Promise.all([get("/v1/examples", { signal }), get("/v1/cases", { query: { limit: 6 }, signal })]);
  Object.assign(state, { examples: examples.items, cases: cases.items });
  draw();
}

function page(state, { take, open }) {
  return html`<header class="view-head">
      <h1>Choose suppliers, with proof</h1>
      <p class="lead">Put in the bids, the scores and your rules. Out come who should win each lot, what that costs and risks, why, and how sure it is.</p>
    </header>
    ${dropZone({ reading: state.reading, take })}
    <div class="outcome" tabindex="-1">${state.problem ? outcome(state.problem, state.file) : nothing}</div>
    <section class="section" aria-labelledby="examples">
      <div class="section-head"><h2 id="examples">Or open an example</h2></div>
      ${state.examples ? html`<ul class="cards">${state.examples.map((each) => exampleCard(each, state.opening, open))}</ul>` : waiting("Looking for examples…")}
    </section>
    <section class="section" aria-labelledby="recent">
      <div class="section-head"><h2 id="recent">Cases kept here</h2>${state.cases?.length ? html`<a href="#/history?of=cases">All cases and runs</a>` : nothing}</div>
      ${state.cases ? recent(state.cases) : waiting("Looking for cases…")}
    </section>`;
}

const waiting = (text) => html`<p class="loading"><span class="spinner"></span> ${text}</p>`;

function outcome(problem, file) {
  return problem.errors?.length && file ? faultTable(problem, file) : problemPanel(problem);
}

function exampleCard(example, opening, open) {
  const busy = opening === example.name;
  return html`<li>
    <button type="button" class="card" ?disabled=${opening !== ""} @click=${() => open(example)}>
      <h3>${example.title}</h3>
      <p class="quiet">${example.about}</p>
      <p class="card-foot">${busy ? html`<span class="spinner"></span> Opening…` : `${counted(example.buyers, "buyer")} · ${counted(example.lots, "lot")} · ${counted(example.bids, "bid")}`}</p>
    </button>
  </li>`;
}

function recent(cases) {
  if (!cases.length) return html`<p class="panel plain empty">None yet. A case that you bring stays here, so that you can come back to it.</p>`;
  return html`<div class="scroll"><table class="list">
    <thead><tr><th scope="col">Case</th><th scope="col" class="number">Lots</th><th scope="col" class="number">Bids</th><th scope="col">Brought</th></tr></thead>
    <tbody>${cases.map(
      (each) => html`<tr class="link-row"><th scope="row"><a href=${`#/cases/${each.id}`}>${each.name}</a></th>
        <td class="number">${each.lots.toLocaleString("en-GB")}</td><td class="number">${each.bids.toLocaleString("en-GB")}</td><td>${moment(each.created_at)}</td></tr>`,
    )}</tbody>
  </table></div>`;
}
