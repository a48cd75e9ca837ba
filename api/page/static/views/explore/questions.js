/** The questions of the page, each as the service is asked it. */

/** Built-in scenarios that an award stands beside. */
export const BASELINES = [
  ["cheapest", "The cheapest"],
  ["best-quality", "The best quality"],
  ["all-nhs", "All with the NHS"],
  ["no-redundancy", "No redundancy"],
  ["incumbents-stay", "Everybody stays"],
  ["partnerships-only", "Partnerships only"],
  ["in-house", "In house"],
];
const BESIDE = ["cheapest", "best-quality", "all-nhs", "no-redundancy", "incumbents-stay"];

/** Why bids have lost. */
export const explainOf = (run) => ofAward("explain", run);

/** What the best award would be without a bid. */
export const withoutOf = (run, bid) => ofAward("without", run, { bids: [bid] });

/** What each rule costs. Two by two takes many more searches, and is not shown. */
export const pricesOf = (run) => ofAward("prices", run, { pairs: false });

/** What the failure of winners costs: of all of them, or of those named. */
export const failureOf = (run, { bidders = [], freeAll = false } = {}) => ofAward("resilience", run, { bidders, free_all: freeAll });

/** The awards to which no other is preferable. */
export const frontOf = (run, objectives) => ofAward("pareto", run, { objectives });

/** Awards that are as good, or behind by no more than so much. */
export const nearOf = (run, within) => ofAward("ties", run, { within, most: 10 });

/** How far weights may move; with samples, how often the award stays the best where figures are drawn at random. */
export const stabilityOf = (run, samples) => ofAward("stability", run, { samples });

/** Scenarios side by side with that of a run. */
export function compareOf(run, scenarios) {
  const baseline = run.asked.scenario ?? "as-stated";
  return { kind: "compare", case: run.case, asked: { scenarios, baseline } };
}

/** The award beside what plain wishes would lead to. */
export function besideOf(run) {
  const own = run.asked.scenario ?? "as-stated";
  return compareOf(run, own === "as-stated" || BESIDE.includes(own) ? BESIDE : [...BESIDE, own]);
}

function ofAward(kind, run, asked = {}) {
  return { kind, case: run.case, asked: { award: run.id, ...asked } };
}
