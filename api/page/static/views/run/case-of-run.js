/** The case that a run is of, under the scenario that it is of: so that its award is told by the right names. */

import { get } from "../../lib/api.js";
import { caseOf } from "../../lib/store.js";
import { named } from "./merged.js";
import { patched } from "./patched.js";
import { isBuiltIn } from "./under.js";

/** Made once for a case and a scenario. @type {WeakMap<object, Map<string, object>>} */
const made = new WeakMap();

/**
 * @param {{case: string, asked: {scenario?: string}}} run
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<object>}
 */
export async function caseOfRun(run, options) {
  const theCase = await caseOf(run.case, options);
  const scenario = run.asked.scenario ?? "as-stated";
  if (isBuiltIn(scenario)) {
    return theCase;
  }
  const known = made.get(theCase) ?? new Map();
  made.set(theCase, known);
  if (!known.has(scenario)) {
    const stated = theCase.scenarios?.find((each) => each.id === scenario) ?? (await get(`/v1/cases/${run.case}/scenarios/${encodeURIComponent(scenario)}`, options));
    const changed = patched(theCase, stated.patch);
    known.set(scenario, { ...(stated.mergers ?? []).reduce(named, changed), scenarios: theCase.scenarios });
  }
  return known.get(scenario);
}
