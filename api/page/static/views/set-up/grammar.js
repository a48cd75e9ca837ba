/** The grammar of rules, in the words of a form. */

/** What is measured: how it reads, its unit, and whether exactly so many can be asked for. */
export const METRICS = {
  share_of_spend: { label: "share of the yearly spend", unit: "%", share: true },
  spend: { label: "yearly spend at list price", unit: "£ a year" },
  lots: { label: "lots won", unit: "lots", count: true },
  buyers: { label: "buyers served", unit: "buyers", count: true },
  population: { label: "people served, each counted once", unit: "people" },
  share_of_population: { label: "share of the people served", unit: "%", share: true },
  winners: { label: "number of providers", unit: "providers", count: true },
  mean_quality: { label: "mean quality", unit: "points" },
  liability: { label: "redundancy", unit: "£" },
  moves: { label: "lots that change supplier", unit: "lots", count: true },
};

export const SENSES = { at_most: "at most", at_least: "at least", exactly: "exactly" };

export const PER = { buyer: "each buyer", service: "each service", area: "each area", region: "each region" };

/**
 * A rule out of what a form holds, as the case has it.
 * @param {FormFields} form
 * @typedef {{id: string, name: string, because: string, active: boolean, metric: string, who: string, chosen: string[], incumbents: boolean, each: boolean,
 *   services: string[], where: string, places: string[], per: string[], sense: string, limit: string, force: string, penalty: string, priority: string}} FormFields
 */
export function ruleOf(form) {
  const metric = METRICS[form.metric];
  const bidders = { ...(form.who !== "all" && form.chosen.length && { [form.who]: form.chosen }), ...(form.incumbents && { incumbents: true }) };
  const lots = { ...(form.services.length && { services: form.services }), ...(form.where !== "all" && form.places.length && { [form.where]: form.places }) };
  const number = plain(form.limit);
  return {
    id: form.id,
    ...(form.name && { name: form.name }),
    ...(form.because && { because: form.because }),
    ...(!form.active && { active: false }),
    metric: form.metric,
    ...(Object.keys(bidders).length && { bidders }),
    ...(form.each && { each: true }),
    ...(Object.keys(lots).length && { lots }),
    ...(form.per.length && { per: form.per }),
    sense: form.sense,
    limit: metric.share ? hundredth(number) : number,
    ...(form.force === "penalty" && { penalty: metric.share ? hundredfold(plain(form.penalty)) : plain(form.penalty) }),
    ...(form.force === "priority" && { priority: Number(form.priority) }),
  };
}

/**
 * What a form holds of a rule.
 * @param {any} rule
 * @returns {FormFields}
 */
export function formOf(rule) {
  const share = METRICS[rule.metric].share;
  const bidders = rule.bidders ?? {};
  const lots = rule.lots ?? {};
  const who = ["kinds", "ids", "tags", "groups"].find((name) => bidders[name]?.length) ?? "all";
  const where = ["buyers", "areas", "regions"].find((name) => lots[name]?.length) ?? "all";
  return {
    id: rule.id,
    name: rule.name ?? "",
    because: rule.because ?? "",
    active: rule.active !== false,
    metric: rule.metric,
    who,
    chosen: bidders[who] ?? [],
    incumbents: bidders.incumbents ?? false,
    each: rule.each ?? false,
    services: lots.services ?? [],
    where,
    places: lots[where] ?? [],
    per: rule.per ?? [],
    sense: rule.sense,
    limit: share ? hundredfold(String(rule.limit)) : String(rule.limit),
    force: rule.penalty !== undefined ? "penalty" : rule.priority !== undefined ? "priority" : "hard",
    penalty: rule.penalty === undefined ? "" : share ? hundredth(String(rule.penalty)) : String(rule.penalty),
    priority: String(rule.priority ?? 1),
  };
}

/** Whether the form can show all that a rule says: it takes one sort of bidders and one sort of places. @param {any} rule */
export function fitsForm(rule) {
  const sorts = (set, names) => names.filter((name) => set?.[name]?.length).length;
  return sorts(rule.bidders, ["kinds", "ids", "tags", "groups"]) <= 1 && sorts(rule.lots, ["buyers", "areas", "regions"]) <= 1 && !(rule.penalty !== undefined && rule.priority !== undefined);
}

/** A figure without what people write into it; what is none stays as it was typed, to be told so. */
function plain(text) {
  const figure = text.replace(/[£,%\s]/g, "");
  return /^\d*\.?\d*$/.test(figure) ? figure : text.trim();
}

// By moving the point, since 0.07 x 100 is not 7 in binary.
const hundredth = (text) => shifted(text, -2);
const hundredfold = (text) => shifted(text, 2);

function shifted(text, by) {
  if (!/^\d*\.?\d*$/.test(text) || text === "" || text === ".") return text;
  const [whole, rest = ""] = text.split(".");
  const digits = by > 0 ? [whole + rest.padEnd(by, "0").slice(0, by), rest.slice(by)] : [whole.padStart(3, "0").slice(0, by), whole.padStart(3, "0").slice(by) + rest];
  const [left, right] = [digits[0].replace(/^0+(?=\d)/, ""), digits[1].replace(/0+$/, "")];
  return right ? `${left || "0"}.${right}` : left || "0";
}
