/** A run as it goes: what is sought, the best award so far, what is proven, and how long it has taken. */

import { clock } from "../../lib/clock.js";
import { count, duration, gap, number, shortPounds } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { term } from "../../lib/glossary.js";
import { html, nothing } from "../../lib/html.js";
import { curve } from "./curve.js";

const POUNDS = /(money_valued|cost|liability|charges|penalty)$/;
const SOUGHT = {
  money_valued: "the best award, all counted in pounds",
  score: "the best score of price and quality",
  cost: "the least cost",
  quality: "the best quality",
  liability: "the least redundancy cost",
  disruption: "the least disruption",
  charges: "the least charges",
  penalty: "the least penalties",
  ties: "other awards that are as good",
  conflict: "the rules that cannot hold together, and what would mend them",
};
const PART = /^(.*?) ?(\d+) of (\d+)$/;
const FRONT = /^(\d+) points, (\d+) regions open$/;

/** Seconds since a run began, by the clock of the service. */
export function elapsed(run) {
  const from = run.started_at ?? run.created_at;
  const to = run.finished_at === null ? clock.now() : Date.parse(run.finished_at);
  return Math.max(0, (to - Date.parse(from)) / 1000);
}

/** What a run does at the moment, as a heading. @param {object} run @param {string} title  While it searches. */
export function doing(run, title) {
  if (run.cancel_requested) {
    return "Stopping";
  }
  return run.status === "queued" ? "Waiting for its turn" : title;
}

/**
 * The panel of a run that has not ended.
 * @param {import("./following.js").Following} following
 * @param {string} [title]  Left out where the heading of the view says it.
 */
export function livePanel({ run, course, cancel, problem }, title) {
  const waits = run.status === "queued";
  const stopping = run.cancel_requested;
  return html`
    <section class="panel live-run">
      <div class="section-head">
        ${title === undefined ? html`<p class="quiet">${under(run, waits)}</p>` : html`<h2>${doing(run, title)}</h2>`}
        <button type="button" class="button" ?disabled=${stopping} @click=${cancel}>${stopping ? "Stopping…" : "Cancel"}</button>
      </div>
      ${problem === null ? nothing : html`<p class="error" role="alert">It could not be cancelled: ${problem.message}</p>`}
      ${title === undefined ? nothing : html`<p class="quiet">${under(run, waits)}</p>`}
      ${course.points.length === 0 ? bar(run) : figures(run, course)}
    </section>`;
}

function under(run, waits) {
  if (waits) {
    return "Other runs come first. You may close the page: the run goes on, and its address stays.";
  }
  const seeks = run.progress?.objective ? sentence(run.progress.objective) : "Reading the case and laying out the search.";
  return html`${seeks} ${duration(Math.floor(elapsed(run)))} so far. You may close the page: the run goes on, and its address stays.`;
}

/** What is going on, in a sentence. */
function sentence(objective) {
  const part = PART.exec(objective);
  if (part !== null) {
    return `Working through ${part[3]} searches: ${part[2]} done.`;
  }
  const front = FRONT.exec(objective);
  return front === null ? `Looking for ${sought(objective)}.` : `${front[1]} awards found, ${front[2]} places left to look.`;
}

/** How far it is, where that is known. */
function bar(run) {
  const part = PART.exec(run.progress?.objective ?? "");
  return part === null
    ? html`<progress aria-label="Working"></progress>`
    : html`<progress aria-label="Done so far" max=${part[3]} value=${part[2]}></progress>`;
}

function figures(run, course) {
  const { incumbent, bound, gap: open } = run.progress;
  const inPounds = POUNDS.test(course.objective ?? "");
  const shown = (value) => (value === null ? html`<span class="quiet">none yet</span>` : inPounds ? money(value) : number(value, 3));
  return html`
    <dl class="stats">
      <div class="stat"><dt><span class="key key-incumbent" aria-hidden="true"></span>${term("incumbent", "Best award so far")}</dt><dd>${shown(incumbent)}</dd></div>
      <div class="stat"><dt><span class="key key-bound" aria-hidden="true"></span>${term("bound", "None can be better than")}</dt><dd>${shown(bound)}</dd></div>
      <div class="stat"><dt>${term("gap", "Still open")}</dt><dd>${open === null ? html`<span class="quiet">not known yet</span>` : gap(open)}</dd></div>
    </dl>
    ${curve(course.points, (value) => (inPounds ? shortPounds(value) : number(value, 3)))}
    ${course.done.length > 0 ? html`<p class="quiet">${count(course.done.length)} earlier ${course.done.length === 1 ? "search is" : "searches are"} done.</p>` : nothing}`;
}

/** What an objective seeks, in words; of a scenario with its name. */
export function sought(objective) {
  const [name, scenario] = objective.split(": ").reverse();
  const priority = /^priority (\d+)$/.exec(name);
  const words = SOUGHT[name] ?? (priority ? `the award that keeps rules of priority ${priority[1]} best` : name.replaceAll("_", " "));
  return scenario === undefined ? words : `${words}, under ${scenario}`;
}
