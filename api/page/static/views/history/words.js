/** Runs in words. */
import { html, nothing } from "../../lib/html.js";
import { percent } from "../../lib/format.js";

export const STATUSES = { queued: "Waiting", running: "Running", finished: "Finished", failed: "Failed", cancelled: "Cancelled" };

const QUESTIONS = {
  evaluate: "The best award",
  conflict: "Why there is no award",
  compare: "Scenarios side by side",
  without: "What packages are worth",
  break_even: "What makes up for redundancy",
  choice: "How free each buyer is to choose",
  ties: "Awards as good, or nearly so",
  explain: "Why bids have lost",
  letters: "Letters to who has lost",
  prices: "What each rule costs",
  resilience: "If a winner fails",
  audit: "What hangs on the price formula",
  pareto: "The Pareto front",
  stability: "How stable the award is",
  robust: "Awards that bear dearer bidders",
  market: "The market",
  prospectus: "What suppliers may see",
  analyse: "All analyses together",
};

/** What a run was asked. @param {any} run */
export const question = (run) => `${QUESTIONS[run.kind] ?? run.kind}${run.asked?.scenario && run.asked.scenario !== "as-stated" ? `, scenario “${run.asked.scenario}”` : ""}`;

const RESULTS = { optimal: ["Proven best", "good"], feasible: ["Not proven", "warn"], infeasible: ["No possible award", "bad"], unknown: ["No award in time", "warn"] };

/** Proven, but within the gap that was asked for. */
function within(run) {
  const gap = run.progress?.gap;
  return run.result_status === "optimal" && run.kind === "evaluate" && gap > 0 ? ["Proven within the gap", "good"] : null;
}

/** How a run stands or ended. @param {any} run */
export function resultBadge(run) {
  if (run.status === "finished") {
    const [text, tone] = within(run) ?? RESULTS[run.result_status] ?? ["Answered", "good"];
    return html`<span class=${`badge ${tone}`}>${text}</span>`;
  }
  const tone = run.status === "failed" ? "bad" : "";
  return html`<span class=${`badge ${tone}`}>${STATUSES[run.status]}</span>${run.progress?.gap !== null && run.progress?.gap !== undefined && run.status === "running" ? html` <span class="quiet small">gap ${percent(run.progress.gap, 2)}</span>` : nothing}`;
}
