/** Whether an answer leaves nothing open that more time might settle, by the kind of its run. */

const PROVEN = ["optimal", "infeasible", "faulty"];

/** @type {Record<string, (answer: any) => boolean>} */
const SETTLED = {
  compare: ({ scenarios }) => scenarios.every((each) => PROVEN.includes(each.status)),
  explain: ({ losing, winning }) =>
    losing.every((each) => each.winning_price?.proof !== "open") && winning.every((each) => each.wins_up_to?.proof !== "open"),
  pareto: ({ complete }) => complete,
  prices: ({ rules }) => rules.every((each) => each.verdict !== "open"),
  resilience: ({ failures, not_examined: open }) => open.length === 0 && failures.every((each) => each.outcome !== "unknown"),
  stability: ({ map, ranges, criteria }) =>
    (map === null || map.complete) && [...ranges, ...criteria].every((each) => each.below.proof !== "open" && each.above.proof !== "open"),
  ties: ({ complete }) => complete,
  without: ({ bids }) => bids.every((each) => each.without.status !== "unknown"),
};

/** @param {string} kind @param {any} answer */
export function isSettled(kind, answer) {
  return answer === null || (SETTLED[kind]?.(answer) ?? true);
}
