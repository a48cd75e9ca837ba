/** `#/history`: every run and every case that is kept. */
import { get, request } from "../lib/api.js";
import { confirm } from "../lib/dialog.js";
import { focusNear } from "../lib/focus.js";
import { counted, duration, moment } from "../lib/format.js";
import { html, nothing, render, repeat } from "../lib/html.js";
import { problemPanel } from "../lib/problem-panel.js";
import { isAborted } from "../lib/problem.js";
import { resultBadge, question, STATUSES } from "./history/words.js";

export const title = () => "History";

const OF = [
  ["runs", "Runs"],
  ["cases", "Cases"],
];

/** @type {import("../lib/router.js").View["mount"]} */
export async function mount(root, { query }, { signal, announce }) {
  const of = query.get("of") === "cases" ? "cases" : "runs";
  const state = { items: [], next: null, names: new Map(), status: query.get("status") ?? "", busy: true, begun: false, problem: null, asked: 0 };
  const draw = () => render(page(of, state, { more, filter, drop }), root);

  async function load(path, options) {
    const { asked } = state;
    Object.assign(state, { busy: true, problem: null });
    draw();
    try {
      const found = await get(path, { signal, ...options });
      // Meanwhile something else was asked for.
      if (state.asked !== asked) return;
      state.items.push(...found.items);
      state.next = found.next;
      if (of === "runs") await name(found.items);
    } catch (problem) {
      if (isAborted(problem) || state.asked !== asked) return;
      // At first the whole view is for who is signed in; later what is there stays in sight.
      if (problem.status === 401 && !state.begun) throw problem;
      state.problem = problem;
    }
    if (state.asked !== asked) return;
    Object.assign(state, { busy: false, begun: true });
    draw();
  }

  /** Runs know the id of their case; people know its name. */
  async function name(runs) {
    const missing = () => runs.some((run) => !state.names.has(run.case));
    let path = "/v1/cases?limit=200";
    while (path && missing()) {
      const found = await get(path, { signal });
      for (const each of found.items) state.names.set(each.id, each.name);
      path = found.next;
    }
  }

  const begin = () => load(`/v1/${of}`, { query: { limit: 50, status: of === "runs" ? state.status : undefined } });
  const more = () => load(state.next);

  async function filter(status) {
    Object.assign(state, { status, items: [], next: null, asked: state.asked + 1 });
    await begin();
    announce(`${counted(state.items.length, "run")}${state.next ? " and more" : ""}.`);
  }

  async function drop(entry, button) {
    const refocus = focusNear(button);
    const yes = await confirm({ title: `Delete “${entry.name}”?`, text: "Its scenarios go with it. A case that has runs stays, since they say what was decided on it.", yes: "Delete", danger: true, signal });
    if (!yes) return;
    try {
      await request("DELETE", entry.href, { signal });
      state.items = state.items.filter((each) => each !== entry);
      announce(`${entry.name} is deleted.`);
    } catch (problem) {
      state.problem = problem;
    }
    draw();
    refocus();
  }

  await begin();
}

function page(of, state, { more, filter, drop }) {
  return html`<header class="view-head"><h1>History</h1><p class="lead">Whatever was asked is kept, with its answer, under an address that you can send to others.</p></header>
    <nav class="tabs" aria-label="What is listed">${OF.map(([name, label]) => html`<a href=${`#/history?of=${name}`} aria-current=${name === of ? "page" : nothing}>${label}</a>`)}</nav>
    ${of === "runs"
      ? html`<div class="filters"><div class="field"><label for="status">Status</label><select id="status" @change=${(event) => filter(event.target.value)}>
          <option value="">All</option>${Object.entries(STATUSES).map(([value, label]) => html`<option value=${value} ?selected=${state.status === value}>${label}</option>`)}
        </select></div></div>`
      : nothing}
    ${state.problem ? problemPanel(state.problem) : nothing}
    ${state.items.length ? (of === "runs" ? runTable(state) : caseTable(state, drop)) : state.busy || state.problem ? nothing : html`<p class="panel plain empty">${of === "runs" ? "Nothing was asked yet." : "No cases yet."} <a href="#/">Start with a case</a></p>`}
    ${state.busy ? html`<p class="loading"><span class="spinner"></span> Loading…</p>` : state.next ? html`<p class="actions"><button type="button" class="button" @click=${more}>Show more</button></p>` : nothing}`;
}

function runTable({ items, names }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Runs"><table class="list">
    <thead><tr><th scope="col">Question</th><th scope="col">Case</th><th scope="col">Outcome</th><th scope="col">Asked</th><th scope="col" class="number">Took</th></tr></thead>
    <tbody>${items.map(
      (run) => html`<tr class="link-row"><th scope="row"><a href=${`#/runs/${run.id}`}>${question(run)}</a></th>
        <td>${names.get(run.case) ?? html`<span class="quiet">a case that was deleted</span>`}</td><td>${resultBadge(run)}</td><td class="nowrap">${moment(run.created_at)}</td>
        <td class="number">${run.started_at && run.finished_at ? duration((new Date(run.finished_at) - new Date(run.started_at)) / 1000) : "–"}</td></tr>`,
    )}</tbody></table></div>`;
}

function caseTable({ items }, drop) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Cases"><table class="list">
    <thead><tr><th scope="col">Case</th><th scope="col" class="number">Lots</th><th scope="col" class="number">Bids</th><th scope="col">Brought</th><th scope="col"><span class="visually-hidden">Delete</span></th></tr></thead>
    <tbody>${repeat(
      items,
      (each) => each.id,
      (each) => html`<tr class="link-row"><th scope="row"><a href=${`#/cases/${each.id}`}>${each.name}</a></th><td class="number">${each.lots.toLocaleString("en-GB")}</td>
        <td class="number">${each.bids.toLocaleString("en-GB")}</td><td class="nowrap">${moment(each.created_at)}</td>
        <td><button type="button" class="link-button" aria-label=${`Delete ${each.name}`} @click=${(event) => drop(each, event.currentTarget)}>Delete</button></td></tr>`,
    )}</tbody></table></div>`;
}
