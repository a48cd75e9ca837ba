/** A case under a scenario, as a repair of it is to be put into (docs/scenarios.md). */

import { lotsOf } from "../../lib/case.js";

/** Parts of a case whose rows have ids. */
export const TABLES = ["buyers", "services", "lots", "bidders", "bids", "criteria", "evaluators", "staff_groups", "vacancies", "discounts", "frameworks", "joint_purchases", "published", "rules", "picks", "exclusions"];
const BUILT_IN = ["cheapest", "best-quality", "all-nhs", "no-redundancy", "incumbents-stay", "partnerships-only", "in-house"];

/** A scenario that the page cannot apply by itself. */
export class NotHere extends Error {}

/**
 * The case that the places of a repair are in, and the scenario that is still to be asked for.
 *
 * @param {object} theCase
 * @param {string} scenario
 * @param {(id: string) => Promise<object>} kept  Fetches a scenario that is kept beside the case.
 * @returns {Promise<{document: object, scenario: string}>}
 * @throws {NotHere} where bidders merge.
 */
export async function under(theCase, scenario, kept) {
  // What is built in adds at the end and changes what is sought: places stay, and it can be asked for again.
  if (scenario === "as-stated" || BUILT_IN.includes(scenario)) {
    return { document: theCase, scenario };
  }
  const stated = theCase.scenarios?.find((each) => each.id === scenario) ?? (await kept(scenario));
  if (stated.mergers?.length) {
    throw new NotHere("Bidders merge in this scenario. State the merged bidders in the case itself, and evaluate that.");
  }
  const { scenarios: _, ...document } = structuredClone(theCase);
  for (const [name, part] of Object.entries(stated.patch ?? {}).sort(([one], [other]) => Number(one === "lots") - Number(other === "lots"))) {
    document[name] = patchedPart(document, part, name);
    if (document[name] === undefined) {
      delete document[name];
    }
  }
  document.name = `${document.name}: ${stated.name ?? scenario}`;
  return { document, scenario: "as-stated" };
}

function patchedPart(document, part, name) {
  const before = document[name];
  if (name === "objective" && part.mode !== undefined && part.mode !== (before?.mode ?? "money_valued")) {
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
