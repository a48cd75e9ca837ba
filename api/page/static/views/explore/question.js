/** A question about an award: the run that answers it already, or a new one. */

import { all, get, request } from "../../lib/api.js";

/** What a kind asks where nothing is said, as the service writes it down. */
const LEFT_OUT = {
  baseline: "as-stated",
  clashes: 2,
  epsilon: 0,
  free_all: false,
  most: 10,
  pairs: false,
  repairs: 2,
  samples: 100,
  scenario: "as-stated",
  seed: 1,
  within: 0,
  weights: false,
};
/** How far back earlier answers are looked for. */
const MOST = 200;

/**
 * @typedef {object} Question
 * @property {string} kind  A kind of run.
 * @property {string} case  Id of the case.
 * @property {object} asked What it asks, by the names of the service; what is left out is as the service has it.
 */

/**
 * The run that answers a question, be it still going; null where there is none.
 * @param {Question} question
 * @param {AbortSignal} [signal]
 */
export async function known(question, signal) {
  const runs = await all("/v1/runs", { query: { kind: question.kind, case: question.case }, most: MOST, signal });
  const same = runs.filter((run) => answers(run, question) && !run.cancel_requested);
  // Of several answers the one that was given most time, and of those the newest.
  const finished = same.filter((run) => run.status === "finished").sort((one, other) => (other.asked.time_limit ?? 0) - (one.asked.time_limit ?? 0));
  return same.find((run) => !isOver(run) && run.status !== "finished") ?? finished[0] ?? null;
}

/**
 * Asks a question anew.
 * @param {Question} question
 * @param {AbortSignal} [signal]
 * @param {{time_limit?: number}} [limits]
 */
export async function ask(question, signal, limits = {}) {
  const body = { kind: question.kind, case: question.case, ...question.asked, ...limits };
  return (await request("POST", "/v1/runs", { body, signal })).data;
}

/** What a finished run has found. */
export function resultOf(run, signal) {
  return get(run.result, { signal });
}

/** Whether a run has ended without an answer. */
function isOver(run) {
  return run.status === "failed" || run.status === "cancelled";
}

/** Whether a run answers a question: it asks the same or, of a comparison, more scenarios than are wanted. */
function answers({ kind, asked }, { asked: wanted }) {
  if (kind !== "compare") {
    return isSame(asked, wanted);
  }
  const isMore = wanted.scenarios.every((name) => asked.scenarios?.includes(name));
  return isMore && isSame({ ...asked, scenarios: [] }, { ...wanted, scenarios: [] });
}

/** Whether two ask the same, be it with other limits: lists of names in any order, what is left out as the service has it. */
export function isSame(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  names.delete("time_limit");
  names.delete("gap");
  return [...names].every((name) => written(name, one[name]) === written(name, other[name]));
}

function written(name, value) {
  const stated = value ?? LEFT_OUT[name] ?? null;
  if (Array.isArray(stated)) {
    return stated.length === 0 ? "null" : JSON.stringify([...stated].sort());
  }
  return JSON.stringify(stated);
}
