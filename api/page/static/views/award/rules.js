/** The rules and limits: what each asks, where the award stands, and what it costs. */

import { count, counted, number, percent, pounds } from "../../lib/format.js";
import { term } from "../../lib/glossary.js";
import { html, nothing, render } from "../../lib/html.js";
import { virtualTable } from "../../lib/table.js";
import { openRule } from "./rule.js";
import { Asking } from "../explore/asking.js";
import { pricesOf } from "../explore/questions.js";
import { familyOf, inOrder, isNear, nameOfFamily } from "./families.js";

/** @param {import("../award.js").Part} part */
export function rules({ root, facts, run, ctx }) {
  const states = facts.award.rules;
  const families = inOrder(new Set(states.map(familyOf)));
  const wanted = first(states, families);
  const asking = new Asking(pricesOf(run), ctx, answered);
  const prices = new Map();
  asking.look();
  draw();
  const table = virtualTable(root.querySelector(".rules-table"), {
    caption: "Rules and limits, and where the award stands",
    columns: columns(facts, prices),
    rows: chosen(),
    rowKey: (rule) => rule.rule,
    rowHeight: 44,
    empty: "No rule fits. Clear the search to see all.",
    onOpen: (rule) => openRule({ facts, ctx, rule, price: priceOf(prices, rule) }),
    signal: ctx.signal,
  });

  function answered() {
    for (const price of asking.answer?.rules ?? []) {
      prices.set(price.rule, price);
    }
    for (const free of asking.answer?.unbinding ?? []) {
      prices.set(free.rule, { ...free, told: "No award could break it, whatever else it did: it costs nothing.", verdict: "costs_nothing" });
    }
    draw();
    table.update({ columns: columns(facts, prices) });
  }

  function change(part) {
    Object.assign(wanted, part);
    draw();
    const rows = chosen();
    table.update({ rows });
    ctx.announce(counted(rows.length, "rule"));
  }

  function chosen() {
    const text = wanted.text.trim().toLowerCase();
    return states.filter(
      (rule) =>
        (wanted.family === "" || familyOf(rule) === wanted.family) &&
        (text === "" || rule.sentence.toLowerCase().includes(text) || rule.rule.toLowerCase().includes(text)) &&
        (wanted.state === "" || (wanted.state === "broken" ? !rule.satisfied : isNear(rule))),
    );
  }

  function draw() {
    const kept = states.filter((rule) => rule.satisfied).length;
    render(
      html`
        <p>${kept === states.length ? `All kept: ${counted(states.length, "rule or limit", "rules and limits")}.` : html`${count(kept)} of ${counted(states.length, "rule or limit", "rules and limits")} kept; what gives way is ${term("soft_rule", "soft")}.`}
          Choose one to read it in full.</p>
        <div class="filters no-print">
          ${pick("About", [["", "All rules and limits"], ...families.map((name) => [name, nameOfFamily(name)])], wanted.family, (family) => change({ family }))}
          ${pick("State", [["", "Any"], ["broken", "Gives way"], ["near", "At its limit or near it"]], wanted.state, (state) => change({ state }))}
          <label><span>In words</span><input type="search" placeholder="Search rules" .value=${wanted.text} @input=${(event) => change({ text: event.target.value })} /></label>
        </div>
        <div class="rules-table"></div>
        ${asking.state === "answered"
          ? html`<p class="quiet small">The ${term("rule_price", "price of a rule")} is how much better the best award would be without it.</p>`
          : asking.panel({ button: "Work out what each rule costs", why: "The price of a rule is how much better the best award would be without it.", title: "Working out what each rule costs" })}`,
      root,
    );
  }
}

/** What is shown first: the board's own rules or, where it has none, what is nearest to its limit. */
function first(states, families) {
  const isOwn = families.includes("rule");
  return { family: isOwn ? "rule" : "", text: "", state: !isOwn && states.some(isNear) ? "near" : "" };
}

function pick(label, options, value, change) {
  return html`<label><span>${label}</span>
    <select @change=${(event) => change(event.target.value)}>
      ${options.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
    </select></label>`;
}

function columns(facts, prices) {
  const found = [
    { key: "rule", label: "Rule", className: "rule-words", cell: (rule) => rule.sentence, name: (rule) => rule.sentence, sort: (rule) => rule.sentence },
    {
      key: "state",
      label: "State",
      cell: (rule) => (rule.satisfied ? html`<span class="badge good">kept</span>` : html`<span class="badge warn">gives way</span>`),
      sort: (rule) => (rule.satisfied ? 1 : 0),
    },
    { key: "value", label: "The award", numeric: true, cell: (rule) => amount(rule.value, rule.unit), sort: (rule) => rule.value },
    { key: "limit", label: "Limit", numeric: true, cell: (rule) => `${rule.sense} ${amount(rule.limit, rule.unit)}`, sort: (rule) => rule.limit },
  ];
  if (prices.size > 0) {
    found.push({ key: "price", label: "Its price", className: "rule-words", cell: (rule) => priceOf(prices, rule)?.told ?? "–", name: (rule) => priceOf(prices, rule)?.told ?? "not priced", sort: (rule) => Number(priceOf(prices, rule)?.at_least ?? 0) });
  }
  return found;
}

/** The price of the statement that a limit comes of: "rule[cap, charity]" is of "rule[cap]". */
function priceOf(prices, { rule }) {
  return prices.get(rule) ?? prices.get(`${rule.split(/[\],]/)[0]}]`);
}

/** A value in the unit of its rule. */
export function amount(value, unit) {
  if (unit === "£") {
    return pounds(value);
  }
  return unit === "fraction" ? percent(value) : `${number(value, 1)} ${unit}`;
}
