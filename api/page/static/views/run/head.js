/** The head of every view of a run: what it is of, when it was, and the ways on. */

import { moment } from "../../lib/format.js";
import { steps } from "../../lib/steps.js";
import { clean } from "../award/facts.js";

/**
 * @param {object} theCase
 * @param {object} run
 * @param {"award" | "explore" | "take-away"} at  Which view it is.
 * @param {string} [award]  Id of the run whose award can be looked at; none if left out.
 */
export function runHead(theCase, run, at, award) {
  const scenario = run.asked.scenario ?? "as-stated";
  const under = scenario === "as-stated" ? "" : `, under the scenario “${scenario}”`;
  return steps({ at, caseId: run.case, runId: award, name: clean(theCase.name), note: `run of ${moment(run.created_at)}${under}` });
}
