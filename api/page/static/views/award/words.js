/** The decision and its proof in the words of the board paper (selector/report/sections). */

import { OWN_STAFF } from "../../lib/legend.js";

/**
 * A figure within a sentence.
 * @typedef {{value: number | string, unit: string, signed?: boolean, whole?: boolean}} Figure
 * @typedef {(string | Figure)[]} Pieces
 */

const POUNDS = ["money_valued", "cost", "liability", "charges", "penalty"];
const WHY_ENDED = {
  time: "the time limit came",
  stopped: "it was stopped",
  failure: "the solver gave no proof",
};
const BETTER = {
  cost: "cheaper",
  quality: "better in quality",
  liability: "lower in redundancy cost",
  disruption: "less disruptive",
  score: "better in score",
  charges: "lower in charges",
  penalty: "lower in penalties",
};
const TIES = {
  proven_none: "No other award is as good.",
  found: "Other awards are as good. The published tie-break, which nobody can steer, chose this one.",
  not_examined: "Whether another award is exactly as good was not examined.",
};

/** A figure. @returns {Figure} */
export function figure(value, unit, more = {}) {
  return { value, unit, ...more };
}

/** How many lots go to how many providers. @param {import("./facts.js").Facts} facts @returns {Pieces} */
export function whom({ award, legend }) {
  const winners = legend.codes.filter((code) => code.key !== OWN_STAFF).length;
  const isOwn = (row) => legend.of(row).key === OWN_STAFF;
  const own = award.awards.filter(isOwn).length;
  // What stays with own staff is awarded to nobody.
  const rows = award.awards.filter((row) => winners === 0 || !isOwn(row));
  const many = (field) => new Set(rows.map((row) => row[field])).size;
  const text = [
    "Award ", figure(rows.length, "lots"), " of ", figure(many("service"), "services"), " for ", figure(many("buyer"), "buyers"),
  ];
  if (winners > 0) {
    text.push(" to ", figure(winners, "providers"));
  }
  if (own > 0) {
    text.push(winners > 0 ? ", and leave " : ": all of them, ", figure(own, "lots"), " with the buyers' own staff");
  }
  return [...text, "."];
}

/** What it costs and brings. @param {import("./facts.js").Facts} facts @returns {Pieces} */
export function comesTo({ award, years, disruptionUnit }) {
  const totals = award.totals;
  const span = years.length > 1 ? `${years[0]} to ${years.at(-1)}` : years[0];
  const text = [
    " Over ", figure(years.length, "years"), ` (${span}) it costs `, figure(totals.cost, "£"), " at present value. Quality is ",
    figure(totals.quality, "points"), " of 100. Expected redundancy cost is ", figure(totals.liability, "£"),
  ];
  if (award.staff?.redundant) {
    text.push(", of staff of ", figure(award.staff.redundant, "WTE"));
  }
  return [...text, ". ", ...changes(award, disruptionUnit)];
}

function changes({ totals, awards }, unit) {
  if (!Number(totals.disruption)) {
    // Lots without staff may change supplier all the same.
    return [unit === "WTE" ? "No staff change supplier." : "Nothing changes supplier."];
  }
  if (unit === "WTE") {
    return ["Staff of ", figure(totals.disruption, "WTE"), " change supplier."];
  }
  const verb = Number(totals.disruption) === 1 ? "changes" : "change";
  return [figure(totals.disruption, ""), " of ", figure(awards.length, "lots"), ` ${verb} supplier.`];
}

/** Whether an award counts as proven though a gap is left. @param {any} certificate */
export function isWithinGap(certificate) {
  return Number(certificate?.gap_pounds ?? 0) > 0 || Number(certificate?.gap ?? 0) > 0;
}

/** The first level of the certificate in one sentence. @param {import("./facts.js").Facts} facts @returns {Pieces} */
export function proof({ award, case: theCase, disruptionUnit }) {
  const { levels, limit } = award.certificate;
  const first = levels[0];
  if (first === undefined || first.bound === null) {
    return ["How far it is from the best possible award is not known."];
  }
  if (first.value === first.bound) {
    const end = levels.length === 1 ? "." : " in what the board puts first.";
    return ["It is proven that no award that these rules allow is better", end];
  }
  const why = WHY_ENDED[limit ?? ""];
  const early = why === undefined ? " The search ended before more was proven." : ` The search ended early: ${why}.`;
  return [
    "It is proven that no award that these rules allow is more than ",
    apart(first, disruptionUnit),
    ` ${better(theCase, first.objective)}.`,
    award.status === "feasible" ? early : "",
  ];
}

/** What the board sought. @param {import("./facts.js").Facts} facts */
export function sought({ case: theCase }) {
  const stated = theCase.objective ?? {};
  if (stated.mode === "lexicographic") {
    const order = stated.levels.map(({ objective }) => (objective === "penalty" ? "penalties of rules" : objective));
    return `The board put its objectives in order: ${order.join(", then ")}.`;
  }
  if (stated.mode === "ratio") {
    return "Bids were scored on price and quality, lot by lot, by the published formula.";
  }
  const parts = ["cost"];
  if (Number(stated.liability_weight ?? 1)) {
    parts.push("expected redundancy cost");
  }
  if (Number(stated.disruption_value ?? 0)) {
    parts.push("disruption");
  }
  const less = Number(stated.quality_value ?? 0) ? ", less what quality is worth" : "";
  return `What was sought is the least ${parts.join(" plus ")}${less}, each at the value in pounds that the board has set.`;
}

/** Each level of a certificate that has several. @param {import("./facts.js").Facts} facts @returns {Pieces[]} */
export function levels({ award, disruptionUnit }) {
  const found = award.certificate.levels;
  return found.length < 2 ? [] : found.map((level, at) => levelTold(level, at, disruptionUnit));
}

function levelTold(level, at, disruptionUnit) {
  const name = level.objective.replaceAll("_", "-");
  const start = [`${name[0].toUpperCase()}${name.slice(1)}: `, figure(level.value, unitOf(level.objective, disruptionUnit))];
  // The bound of a later level is of the awards that hold the earlier ones.
  const scope = at > 0 ? " among awards that hold what comes before" : "";
  if (level.bound === null) {
    return [...start, "; nothing is proven of it."];
  }
  if (level.bound === level.value) {
    return [...start, `, and none better is possible${scope}.`];
  }
  const given = level.best === level.value ? "" : ", part of which was given up for what comes later";
  return [...start, ", within ", apart(level, disruptionUnit), ` of the best possible${scope}${given}.`];
}

/** Whether others are as good. */
export function ties({ award }) {
  return TIES[award.certificate.ties];
}

/** That it was checked, and by what it was found. @returns {Pieces} */
export function checked({ award }) {
  const kept = award.rules.filter((rule) => rule.satisfied).length;
  const soft = kept < award.rules.length ? "; what gives way is soft" : "";
  const rules =
    award.rules.length === 0
      ? []
      : ["Limits and rules were checked too: ", figure(kept, ""), " of ", figure(award.rules.length, "rules"), ` kept${soft}. `];
  return [
    "Every figure was worked out again from the case by a check that does not use the solver, and agrees. ", ...rules,
    `The search used ${award.certificate.solver} and took `, figure(award.certificate.seconds, "seconds"), ".",
  ];
}

/** How far the award is from the bound, by its own value: for later levels it may have given up some of the best found. */
function apart(level, disruptionUnit) {
  const unit = unitOf(level.objective, disruptionUnit);
  // Both are decimals of few digits: their distance is rounded to what they state.
  const digits = Math.max(decimals(level.value), decimals(level.bound));
  return figure(Math.abs(Number(level.value) - Number(level.bound)).toFixed(digits), unit);
}

function decimals(text) {
  return String(text).split(".")[1]?.length ?? 0;
}

function better(theCase, objective) {
  if (objective !== "money_valued") {
    return BETTER[objective] ?? "better at keeping the rules that come first";
  }
  const stated = theCase.objective ?? {};
  const plain =
    Number(stated.liability_weight ?? 1) === 0 && !Number(stated.quality_value ?? 0) && !Number(stated.disruption_value ?? 0);
  return plain ? "cheaper" : "better, all counted in pounds as the board weighs them";
}

/** The unit of an objective. */
export function unitOf(objective, disruptionUnit) {
  if (POUNDS.includes(objective)) {
    return "£";
  }
  if (objective.startsWith("priority")) {
    return "share";
  }
  return objective === "disruption" ? disruptionUnit : "points";
}
