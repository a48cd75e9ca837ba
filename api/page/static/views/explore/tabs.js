/** The questions that may be asked about an award, in the order in which they are offered. */

/**
 * @typedef {object} Tab
 * @property {string} name     In the address.
 * @property {string} text     In the list.
 * @property {string} title    The heading.
 * @property {string[]} kinds  Kinds of runs that it shows.
 * @property {() => Promise<{panel: Function}>} load
 */

/** @type {Tab[]} */
export const TABS = [
  { name: "trade-offs", text: "Trade-offs", title: "What could be had instead", kinds: ["pareto"], load: () => import("./pareto.js") },
  { name: "near", text: "Nearly as good", title: "Awards next to it", kinds: ["ties"], load: () => import("./near.js") },
  { name: "weights", text: "Weights", title: "How stable the award is", kinds: ["stability"], load: () => import("./weights.js") },
  { name: "scenarios", text: "Scenarios", title: "Scenarios side by side", kinds: ["compare"], load: () => import("./scenarios.js") },
  { name: "failure", text: "If a supplier fails", title: "If a supplier fails", kinds: ["resilience"], load: () => import("./failure.js") },
  { name: "rules", text: "Price of rules", title: "What each rule costs", kinds: ["prices"], load: () => import("./prices.js") },
  { name: "why", text: "Why this one?", title: "Why this one, and not that one", kinds: ["explain", "without"], load: () => import("./why.js") },
];
