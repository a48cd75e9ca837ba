/** What somebody changes about a case before it is asked about: kept in this tab, until it is a case or a scenario of its own. */
import { draft as kept, keepDraft } from "../../lib/store.js";

const PARTS = ["objective", "criteria", "rules", "picks", "exclusions"];
const TABLES = ["criteria", "rules", "picks", "exclusions"];

/** @typedef {{objective: any, criteria: any[], rules: any[], picks: any[], exclusions: any[]}} Draft */

/** The parts of a case that can be changed here. @param {any} case_ @returns {Draft} */
export function asStated(case_) {
  return Object.fromEntries(PARTS.map((part) => [part, structuredClone(case_[part] ?? (part === "objective" ? {} : []))]));
}

/** What was changed before in this tab, or nothing. @param {string} id @param {any} case_ @returns {Draft} */
export const draftOf = (id, case_) => kept(`draft.${id}`) ?? asStated(case_);

/** @param {string} id @param {any} case_ @param {Draft} draft */
export function keep(id, case_, draft) {
  keepDraft(`draft.${id}`, isChanged(case_, draft) ? draft : null);
}

/** @param {any} case_ @param {Draft} draft */
export const isChanged = (case_, draft) => changedParts(case_, draft).length > 0;

/** Which parts differ from the case. @param {any} case_ @param {Draft} draft @returns {string[]} */
export function changedParts(case_, draft) {
  const stated = asStated(case_);
  return PARTS.filter((part) => !same(stated[part], draft[part]));
}

/** The case with what was changed. @param {any} case_ @param {Draft} draft */
export function caseWith(case_, draft) {
  const changed = Object.fromEntries(changedParts(case_, draft).map((part) => [part, draft[part]]));
  return { ...case_, ...changed };
}

/**
 * What was changed, as the JSON Merge Patch of a scenario (RFC 7396, with rows named by their ids).
 * @param {any} case_
 * @param {Draft} draft
 */
export function patchOf(case_, draft) {
  const stated = asStated(case_);
  const patch = {};
  for (const part of changedParts(case_, draft)) {
    patch[part] = TABLES.includes(part) ? tablePatch(stated[part], draft[part]) : merge(stated[part], draft[part]);
  }
  return patch;
}

function tablePatch(before, after) {
  const was = new Map(before.map((row) => [row.id, row]));
  const patch = {};
  for (const row of after) {
    const { id, ...rest } = row;
    if (!was.has(id)) patch[id] = rest;
    else if (!same(was.get(id), row)) patch[id] = merge(was.get(id), row);
    was.delete(id);
  }
  for (const id of was.keys()) patch[id] = null;
  return patch;
}

/** An objective of another mode replaces the one there was; otherwise what is gone is taken away, and what differs set. */
function merge(before, after) {
  if ((before.mode ?? "money_valued") !== (after.mode ?? "money_valued")) return after;
  const patch = {};
  for (const name of Object.keys(before)) if (!(name in after)) patch[name] = null;
  for (const [name, value] of Object.entries(after)) {
    if (same(before[name], value)) continue;
    const nested = isObject(value) && isObject(before[name]);
    patch[name] = nested ? merge(before[name], value) : value;
  }
  return patch;
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} one @param {unknown} other */
export function same(one, other) {
  return text(one) === text(other);
}

function text(value) {
  return JSON.stringify(value, (_, each) => (isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
}

/** An id for a new row that none of the rows has. @param {string} wanted @param {{id: string}[]} rows */
export function freeId(wanted, rows) {
  const base = wanted.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "new";
  const taken = new Set(rows.map((row) => row.id));
  let id = base;
  for (let at = 2; taken.has(id); at += 1) id = `${base}-${at}`;
  return id;
}
