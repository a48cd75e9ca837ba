/** What limits are about, by the name before the bracket; as the paper has it (selector/report/sections/rules.py). */

export const FAMILIES = {
  rule: "The board's own rules",
  budget: "Yearly budgets of buyers",
  capacity: "Capacity of providers for a service",
  shared_capacity: "Capacity that partners share",
  capacity_wte: "Capacity of providers in staff",
  max_lots: "Most lots for one bidder",
  max_providers: "Most providers of a service",
  min_providers: "Least providers of a service",
  viability: "People that a provider must serve to be viable",
  floor: "Least volume of a provider of a service",
  exclusive: "Bids that exclude each other",
  joint: "Buyers that buy together",
  contiguity: "Ground that hangs together",
  liability_cap: "Most redundancy cost for the buyers",
  min_mean_quality: "Quality that a buyer asks for",
  quality_standard: "Published quality standards",
  shape: "Shape in which a service is provided",
  mobilised_lots: "Lots taken over in time",
  mobilised_wte: "Staff taken over in time",
};

export const familyOf = (rule) => rule.rule.split("[")[0];

export const nameOfFamily = (name) => FAMILIES[name] ?? `${name[0].toUpperCase()}${name.slice(1).replaceAll("_", " ")}`;

/** Names of families as they are listed: those that the paper knows, then others. */
export function inOrder(names) {
  const known = Object.keys(FAMILIES).filter((name) => names.has(name));
  return [...known, ...[...names].filter((name) => !(name in FAMILIES))];
}

/** Units of limits that an award may come near to; a count is reached or not. */
const MEASURED = ["£", "people", "points", "WTE", "lots", "fraction"];

/** Whether an award keeps a limit, but hardly. */
export const isNear = (rule) => rule.satisfied && MEASURED.includes(rule.unit) && fullness(rule) >= 0.95;

/** How far a limit is used up: 1 where it is reached. */
function fullness({ sense, value, limit }) {
  if (sense === "exactly" || !limit) {
    return 0;
  }
  if (sense === "at most") {
    return value / limit;
  }
  return value ? limit / value : 0;
}
