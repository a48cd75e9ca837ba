/** The answers about an award that a paper can tell: which runs there are, and what each adds. */

import { all } from "../../lib/api.js";
import { hasEnded } from "../../lib/follow.js";

/** By kind of run: what it adds to the paper. */
export const SECTIONS = {
  compare: "Beside the alternatives",
  explain: "Why each loser lost",
  prices: "What each rule costs",
  ties: "Awards next to it",
  resilience: "If a provider fails",
  audit: "What hangs on the price formula",
  market: "The market",
  choice: "Freedom of choice of each buyer",
  pareto: "What can be traded for what",
  stability: "How stable it is",
};
/** What a run of the kind `analyse` answers, all at once. */
export const ANALYSED = ["market", "explain", "prices", "ties", "resilience", "audit"];
const MOST = 400;

/**
 * The newest run of each kind about an award, be it on its way.
 * @param {{id: string, case: string, asked: object}} run
 * @param {AbortSignal} signal
 * @returns {Promise<Map<string, object>>}
 */
export async function answersAbout(run, signal) {
  const found = new Map();
  for (const each of await all("/v1/runs", { query: { case: run.case }, most: MOST, signal })) {
    const wanted = isAbout(each, run) && (each.status === "finished" || !hasEnded(each));
    if (wanted && !found.has(each.kind)) found.set(each.kind, each);
  }
  return found;
}

function isAbout(each, run) {
  if (each.kind in SECTIONS || each.kind === "analyse" || each.kind === "letters") {
    return each.kind === "compare" ? compares(each.asked, run.asked.scenario) : each.asked.award === run.id;
  }
  return false;
}

/** Whether a comparison has the scenario that an award is of. */
function compares({ scenarios = [], baseline = "as-stated" }, scenario = "as-stated") {
  return baseline === scenario || scenarios.includes(scenario);
}

/**
 * Which runs go into a paper, and what they add; what several would add, the one that was asked for it alone does.
 * @param {Map<string, {id: string, status: string}>} found
 * @param {Set<string>} left Kinds that are left out.
 */
export function inPaper(found, left) {
  const finished = [...found].filter(([kind, run]) => run.status === "finished" && kind !== "letters");
  const own = finished.filter(([kind]) => kind !== "analyse" && !left.has(kind));
  const together = finished.filter(([kind]) => kind === "analyse" && !left.has(kind));
  // Those named later replace what the one before them has.
  return [...together, ...own].map(([, run]) => run.id);
}
