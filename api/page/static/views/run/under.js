/** A case under a scenario, as a repair of it is to be put into (docs/scenarios.md). */

import { patched } from "./patched.js";

const BUILT_IN = ["cheapest", "best-quality", "all-nhs", "no-redundancy", "incumbents-stay", "partnerships-only", "in-house"];

/** A scenario that the page cannot apply by itself. */
export class NotHere extends Error {}

/** Whether a scenario leaves buyers, services and bidders as the case has them. */
export function isBuiltIn(scenario) {
  return scenario === "as-stated" || BUILT_IN.includes(scenario);
}

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
  if (isBuiltIn(scenario)) {
    return { document: theCase, scenario };
  }
  const stated = theCase.scenarios?.find((each) => each.id === scenario) ?? (await kept(scenario));
  if (stated.mergers?.length) {
    throw new NotHere("Bidders merge in this scenario. State the merged bidders in the case itself, and evaluate that.");
  }
  const document = patched(theCase, stated.patch);
  document.name = `${document.name}: ${stated.name ?? scenario}`;
  return { document, scenario: "as-stated" };
}
