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
  const same = runs.filter((run) => isSame(run.asked, question.asked) && !run.cancel_requested);
  return same.find((run) => run.status === "finished") ?? same.find((run) => !isOver(run)) ?? null;
}

/**
 * Asks a question anew.
 * @param {Question} question
 * @param {AbortSignal} [signal]
 */
export async function ask(question, signal) {
  const body = { kind: question.kind, case: question.case, ...question.asked };
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

/** Whether two ask the same: lists of names in any order, what is left out as the service has it. */
export function isSame(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => written(name, one[name]) === written(name, other[name]));
}

function written(name, value) {
  const stated = value ?? LEFT_OUT[name] ?? null;
  if (Array.isArray(stated)) {
    return stated.length === 0 ? "null" : JSON.stringify([...stated].sort());
  }
  return JSON.stringify(stated);
}
