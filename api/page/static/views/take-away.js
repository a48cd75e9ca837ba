/** What a board takes away from an award: the paper in its forms, letters, files for systems, its decision on record. */

import { get } from "../lib/api.js";
import { html, nothing, render } from "../lib/html.js";
import { resultOf } from "../lib/store.js";
import { Asking } from "./explore/asking.js";
import { runHead } from "./run/head.js";
import { answersAbout } from "./take-away/answers.js";
import { decisions } from "./take-away/decisions.js";
import { earlierThan } from "./take-away/earlier.js";
import { letters } from "./take-away/letters.js";
import { boardPaper, publicPaper } from "./take-away/papers.js";
import { permalink, systems } from "./take-away/systems.js";
import { Task } from "./take-away/task.js";

export const title = () => "Take away";

/** @param {HTMLElement} root @param {{id: string}} params @param {import("../lib/router.js").Context} ctx */
export async function mount(root, { id }, ctx) {
  const { signal } = ctx;
  const run = await get(`/v1/runs/${id}`, { signal });
  if (run.kind !== "evaluate" || run.status !== "finished") return render(notYet(run), root);
  const [award, found, decided, earlier] = await Promise.all([
    resultOf(id, { signal }),
    answersAbout(run, signal),
    get(`/v1/runs/${id}/decisions`, { signal }),
    earlierThan(run, signal),
  ]);
  ctx.retitle(`Take away: ${award.name}`);
  const state = stateOf({ run, award, found, decisions: decided.items, earlier, ctx, draw });
  draw();
  // What was asked before is taken up, and shows when it is there.
  void state.analyses.look();
  void state.drafts.look();
  return undefined;

  function draw() {
    if (!ctx.signal.aborted) render(page(state), root);
  }
}

const PARTS = ["paper", "public", "letters", "systems", "decision"];

/**
 * @typedef {ReturnType<typeof stateOf>} State
 */
function stateOf({ run, award, found, decisions: items, earlier, ctx, draw }) {
  const about = (kind, asked = {}) => ({ kind, case: run.case, asked: { award: run.id, ...asked } });
  const kept = found.get("letters")?.asked.standstill_ends ?? null;
  const state = {
    run,
    award,
    found,
    ctx,
    draw,
    hasAward: award.awards.length > 0,
    decisions: items,
    deciding: false,
    wrong: {},
    /** Kinds that are left out of the paper. */
    left: new Set(),
    earlier,
    /** The run whose award the paper tells the differences from. */
    since: "",
    ocid: "",
    standstill: kept ?? "",
    /** One for each part of the page, which tells by itself what went wrong in it. */
    tasks: Object.fromEntries(PARTS.map((part) => [part, new Task(ctx, draw)])),
    analyses: new Asking(about("analyse"), ctx, taken("analyse")),
    drafts: new Asking(about("letters", { standstill_ends: kept }), ctx, draw),
    tellSince(id) {
      state.since = id;
      draw();
    },
    nameProcess(text) {
      state.ocid = text;
      draw();
    },
    endStandstill(date) {
      state.standstill = date;
      state.drafts = new Asking(about("letters", { standstill_ends: date || null }), ctx, draw);
      void state.drafts.look();
    },
    decideAgain() {
      state.deciding = true;
      draw();
    },
    keepDecision(entry) {
      state.decisions = [...state.decisions, entry];
      state.deciding = false;
    },
  };

  /** Draws, once an answer has found its place among those that can be added. */
  function taken(kind) {
    return () => {
      const asking = state.analyses;
      if (asking.state === "answered") state.found.set(kind, asking.run);
      draw();
    };
  }
  return state;
}

function page(state) {
  return html`${runHead(state.award, state.run, "take-away", state.run.id)}
    <header class="view-head">
      <h1>Take away</h1>
      <p class="lead">${state.hasAward ? "The award written down: for the board, for the public, for those who lost, and for other systems." : "There is no award: the paper says why, and what would mend it."}</p>
    </header>
    <div class="take">
      <div class="take-main">${boardPaper(state)}</div>
      <div class="take-column">${decisions(state)}${state.hasAward ? letters(state) : nothing}</div>
      <div class="take-column">${state.hasAward ? publicPaper(state) : nothing}${systems(state)}${permalink(state)}</div>
    </div>`;
}

function notYet(run) {
  return html`<h1>Nothing to take away yet</h1>
    <p>${run.kind === "evaluate" ? `This run has no result: it is ${run.status}.` : "This run answers a question about an award. The paper is made from the run that found the award."}</p>
    <p class="actions"><a class="button primary" href="#/runs/${run.kind === "evaluate" ? run.id : (run.asked.award ?? run.id)}">Go to the run</a></p>`;
}
