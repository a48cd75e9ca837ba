/** The board paper in its forms, what goes into it, and the paper that may be published. */

import { saveFrom } from "../../lib/download.js";
import { term } from "../../lib/glossary.js";
import { html, nothing } from "../../lib/html.js";
import { key } from "../../lib/key.js";
import { ANALYSED, SECTIONS, inPaper } from "./answers.js";
import { since } from "./earlier.js";

const FORMS = [
  { form: "pdf", name: "PDF", about: "A4, to print or to send; tagged for reading aloud." },
  { form: "html", name: "web page", about: "One file that needs nothing else, on any screen." },
  { form: "xlsx", name: "results book", about: "Every table as an Excel sheet, every figure in full." },
];

/** @param {import("../take-away.js").State} state */
export function boardPaper(state) {
  const { run, found, left } = state;
  const query = { answer: inPaper(found, left), since: state.since || null };
  return html`<section class="panel" aria-labelledby="paper-title">
    <h2 id="paper-title">The ${term("paper", "board paper")}</h2>
    <p>${state.hasAward ? "What is awarded, what it costs and risks, why, how sure it is, and lines to sign on." : "Why there is no award, and what would mend it."}
      <strong>Confidential: it holds bidders' prices.</strong></p>
    ${files(state, "paper", "board-paper", query)}
    ${state.hasAward ? contents(state) : nothing}
    ${run.asked.scenario && run.asked.scenario !== "as-stated" ? html`<p class="quiet small">Of the scenario “${run.asked.scenario}”.</p>` : nothing}
  </section>`;
}

/** @param {import("../take-away.js").State} state */
export function publicPaper(state) {
  return html`<section class="panel" aria-labelledby="public-title">
    <h2 id="public-title">For publication</h2>
    <p>Who wins what, where, and how many bid. It holds no price, no score and no losing bidder's name.</p>
    ${files(state, "public", "public-paper", { publish: true })}
  </section>`;
}

function files({ run, tasks, ctx }, prefix, stem, query) {
  const task = tasks[prefix];
  const path = (form) => `/v1/runs/${run.id}/paper.${form}`;
  return html`<ul class="files">${FORMS.map(({ form, name, about }) => {
    const id = `${prefix}-${form}`;
    const work = () => saveFrom(path(form), `${stem}.${form}`, { query, signal: ctx.signal });
    return html`<li class="file">
      ${task.button(id, `Download the ${name}`, work, { done: `The ${name} is downloaded.`, primary: prefix === "paper" && form === "pdf", describedBy: `${id}-about` })}
      <span class="file-about" id="${id}-about">${about}${form === "html" && !key.get() ? html` <a href=${addressOf(path(form), query)} target="_blank" rel="noopener">Open it in a new tab</a>` : nothing}</span>
    </li>`;
  })}</ul>
    ${task.told()}`;
}

/** A plain link sends no key, so there is one only where none is needed. */
function addressOf(path, query) {
  const stated = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? []].flat()) stated.append(name, String(each));
  }
  return stated.size ? `${path}?${stated}` : path;
}

function contents(state) {
  const { found, left, analyses, draw } = state;
  const there = [...found].filter(([kind, run]) => kind !== "letters" && run.status === "finished");
  const toggle = (kind) => {
    if (!left.delete(kind)) left.add(kind);
    draw();
  };
  const missing = ANALYSED.filter((kind) => !there.some(([other]) => other === kind || other === "analyse"));
  return html`<details class="contents" ?open=${there.length > 0}>
    <summary>What goes into it</summary>
    <p class="small quiet">The decision, the figures, who wins what, maps, the proof, the rules and a sheet for each buyer are always in it. These answers can be added:</p>
    ${there.length
      ? html`<ul class="plain">${there.map(
          ([kind]) => html`<li><label class="choice"><input type="checkbox" .checked=${!left.has(kind)} @change=${() => toggle(kind)} />
            <span>${kind === "analyse" ? "All the analyses: losers, prices of rules, near awards, failures, market, price formula" : SECTIONS[kind]}</span></label></li>`,
        )}</ul>`
      : html`<p class="small">None was asked for yet. What you ask under <a href="#/runs/${state.run.id}/explore">Explore</a> can be added here.</p>`}
    ${since(state)}
    ${missing.length && analyses.state !== "answered"
      ? analyses.panel({
          button: "Work out the analyses",
          why: html`Not in it yet: ${missing.map((kind, at) => html`${at ? ", " : ""}${SECTIONS[kind].toLowerCase()}`)}. All together they take as long as many awards.`,
          title: "Working out the analyses",
        })
      : nothing}
  </details>`;
}
