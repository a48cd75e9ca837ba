/** What the page remembers: choices of this browser, and the latest of what it has fetched. */
import { get } from "./api.js";

const MOST = 6;
const WORK = /^selector\.(draft|remarks)\./;
const kept = [];
/** Counts who has signed in and out: what was asked for before is not kept for who comes after. */
let era = 0;

/** A choice of this browser, such as the colours. @param {string} name @param {any} fallback */
export function remembered(name, fallback) {
  return read(localStorage, name) ?? fallback;
}

/** @param {string} name @param {unknown} value */
export function remember(name, value) {
  write(localStorage, name, value);
}

/** What is being worked on in this tab, such as a case that is not saved yet. @param {string} name */
export function draft(name) {
  return read(sessionStorage, name);
}

/** @param {string} name @param {unknown} value null forgets it. */
export function keepDraft(name, value) {
  write(sessionStorage, name, value);
}

/** A case, in full. It never changes, so it is fetched once. @param {string} id @param {{signal?: AbortSignal}} [options] @returns {Promise<any>} */
export const caseOf = latest((id, options) => get(`/v1/cases/${id}`, options));

/** The result of a finished run. @param {string} id @param {{signal?: AbortSignal}} [options] @returns {Promise<any>} */
export const resultOf = latest((id, options) => get(`/v1/runs/${id}/result`, options));

/** Forgets all that was fetched: somebody else may sign in. */
export function forgetFetched() {
  era += 1;
  for (const each of kept) each.clear();
}

/** Forgets what was worked on in this tab: the same case may be somebody else's too, and then has the same address. */
export function forgetDrafts() {
  for (const name of Object.keys(sessionStorage)) if (WORK.test(name)) sessionStorage.removeItem(name);
}

function latest(fetched) {
  const found = new Map();
  kept.push(found);
  return async (id, options) => {
    const asked = era;
    const value = found.get(id) ?? (await fetched(id, options));
    if (asked !== era) return value;
    // The one asked for last is the last to go.
    found.delete(id);
    found.set(id, value);
    if (found.size > MOST) found.delete(found.keys().next().value);
    return value;
  };
}

function read(storage, name) {
  const text = storage.getItem(`selector.${name}`);
  return text === null ? null : JSON.parse(text);
}

function write(storage, name, value) {
  if (value === null) storage.removeItem(`selector.${name}`);
  else storage.setItem(`selector.${name}`, JSON.stringify(value));
}
