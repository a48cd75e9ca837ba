/** The patch of a scenario on a case (docs/scenarios.md): JSON Merge Patch, with tables whose rows are named by id. */

import { lotsOf } from "../../lib/case.js";

/** Parts of a case whose rows have ids. */
export const TABLES = ["buyers", "services", "lots", "bidders", "bids", "criteria", "evaluators", "staff_groups", "vacancies", "discounts", "frameworks", "joint_purchases", "rules", "picks", "exclusions"];

/**
 * A copy of a case with a patch applied, and without scenarios.
 * @param {object} theCase
 * @param {object} [patch]
 */
export function patched(theCase, patch = {}) {
  const { scenarios: _, ...document } = structuredClone(theCase);
  // Lots that are not listed follow from buyers and services, which the patch may change too: they come last.
  const parts = Object.entries(patch).sort(([one], [other]) => Number(one === "lots") - Number(other === "lots"));
  for (const [name, part] of parts) {
    document[name] = patchedPart(document, part, name);
    if (document[name] === undefined) {
      delete document[name];
    }
  }
  return document;
}

function patchedPart(document, part, name) {
  const before = document[name];
  if (name === "objective" && part?.mode !== undefined && part.mode !== (before?.mode ?? "money_valued")) {
    return merged(undefined, part);
  }
  if (TABLES.includes(name) && isObject(part)) {
    // Lots that are not listed are there all the same.
    return patchedRows(name === "lots" ? lotsOf(document) : (before ?? []), part);
  }
  return part === null ? undefined : merged(before, part);
}

/** A table whose rows are named by id: null takes one out, an id that is not there adds one at the end. */
function patchedRows(rows, part) {
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const [id, change] of Object.entries(part)) {
    if (change === null) {
      found.delete(id);
    } else {
      found.set(id, { ...merged(found.get(id), change), id });
    }
  }
  return [...found.values()];
}

/** JSON Merge Patch (RFC 7396). */
function merged(before, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  const result = isObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = merged(result[name], value);
    }
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
