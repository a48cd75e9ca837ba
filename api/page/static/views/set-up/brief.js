/** A large case cut down to what its rules are read back from: the board should not wait for 40,000 bids to be sent for one sentence. */
import { request } from "../../lib/api.js";
import { isSmall } from "../../lib/case.js";

const OURS = /^\/(rules|picks|exclusions)\//;
/** What no sentence of a rule is made of, and what names bids that are not sent. */
const LEFT_OUT = ["staff_groups", "vacancies", "discounts", "scenarios", "published", "evaluators"];

/**
 * What a case states, in words.
 * @param {any} case_ With what was changed.
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function statementsOf(case_, signal) {
  const ask = async (body) => (await request("POST", "/v1/statements", { body, signal })).data;
  if (isSmall(case_)) return ask(case_);
  try {
    return await ask(brief(case_));
  } catch (problem) {
    // What is wrong with the part alone says nothing about the case.
    if (problem.status !== 422 || problem.errors.every((each) => OURS.test(each.pointer ?? ""))) throw problem;
    return ask(case_);
  }
}

/** The case with as few bids as cover its lots, and those that are named by hand. @param {any} case_ */
function brief(case_) {
  const named = new Set([...(case_.picks ?? []), ...(case_.exclusions ?? [])].map((each) => each.bid));
  const covered = new Set();
  const bids = case_.bids.filter((bid) => {
    const isNeeded = named.has(bid.id) || bid.lots.some((lot) => !covered.has(lot));
    if (isNeeded) for (const lot of bid.lots) covered.add(lot);
    return isNeeded;
  });
  const rest = Object.fromEntries(Object.entries(case_).filter(([name]) => !LEFT_OUT.includes(name)));
  return { ...rest, bids };
}
