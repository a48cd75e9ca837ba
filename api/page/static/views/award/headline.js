/** The decision in a paragraph, the four totals, and what a board would not want to find out from somebody else. */

import { counted, number } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html, nothing, render } from "../../lib/html.js";
import { term } from "../../lib/glossary.js";
import { MENDED } from "../run/mending.js";
import { told } from "./told.js";
import { comesTo, figure, isWithinGap, proof, whom } from "./words.js";

/** @param {import("../award.js").Part} part */
export function headline({ root, facts, run }) {
  const { award } = facts;
  const notes = toNote(facts);
  render(
    html`
      <div class="award-title">
        <h1>The award</h1>
        ${standing(award)}
      </div>
      <p class="headline">${told([...whom(facts), ...comesTo(facts)])} ${told(proof(facts))}</p>
      ${totals(facts)}
      ${notes.length === 0
        ? nothing
        : html`<div class="notice warn"><p><strong>To note</strong></p><ul>${notes.map((note) => html`<li>${told(note)}</li>`)}</ul></div>`}
      <p class="actions no-print">
        <a class="button primary" href="#/runs/${run.id}/take-away">Take away the board paper</a>
        <a class="button" href="#/runs/${run.id}/explore">Explore what else there is</a>
      </p>`,
    root,
  );
}

/** An award may count as proven within the gap that was asked for; "the best" is then not said. */
function standing({ status, certificate }) {
  if (status !== "optimal") return html`<span class="badge warn">Not proven the best</span>`;
  return html`<span class="badge good">${isWithinGap(certificate) ? "Proven within the gap" : "Proven the best"}</span>`;
}

function totals({ award, disruptionUnit }) {
  const found = award.totals;
  const stat = (name, value, note) => html`<div class="stat"><dt>${name}</dt><dd>${value}${note === "" ? nothing : html`<span class="note">${note}</span>`}</dd></div>`;
  return html`
    <dl class="stats">
      ${stat(term("cost", "Cost"), money(found.cost, { focusable: true }), costNote(found))}
      ${stat(term("quality", "Quality"), html`<span class="figure" title="${found.quality} points">${number(found.quality, 1)}</span>`, "points of 100")}
      ${stat(term("liability", "Liability"), money(found.liability, { focusable: true }), "redundancy cost to be expected")}
      ${stat(term("disruption", "Disruption"), html`<span class="figure">${number(found.disruption, 1)}</span>`, disruptionUnit === "WTE" ? "posts whose lot changes supplier" : `of ${counted(award.awards.length, "lot")} change supplier`)}
      ${Number(found.penalty) ? stat(term("penalty", "Penalties"), money(found.penalty, { focusable: true }), "of soft rules that give way; no cost") : nothing}
    </dl>`;
}

function costNote({ charges, discount }) {
  const parts = [];
  if (Number(charges)) {
    parts.push(html`${money(charges)} of it set-up, overheads and outposts`);
  }
  if (Number(discount)) {
    parts.push(html`after discounts of ${money(discount)}`);
  }
  return parts.length === 0 ? "at present value" : html`present value, ${parts.map((part, at) => html`${at > 0 ? ", " : ""}${part}`)}`;
}

/** @param {import("./facts.js").Facts} facts @returns {import("./words.js").Pieces[]} */
function toNote({ award, case: theCase }) {
  const notes = [];
  if (award.status === "feasible") {
    notes.push(["That no better award exists is not proven: the search ended early. “How sure it is” says what is open."]);
  }
  const broken = award.rules.filter((rule) => !rule.satisfied).length;
  if (broken > 0) {
    notes.push([figure(broken, "rules"), ` that may give way ${broken === 1 ? "does" : "do"} give way.`]);
  }
  const low = award.abnormally_low.filter((row) => row.accepted).length;
  if (low > 0) {
    notes.push([`${counted(low, "bid")} accepted below the mark for abnormally low prices: ask why before signing.`]);
  }
  for (const each of award.by_hand) {
    notes.push([`Decided by hand: ${each.sentence} Reason: ${each.reason}`]);
  }
  notes.push(...(theCase.notes ?? "").split("\n").filter((line) => line.startsWith(MENDED)).map((line) => [line]));
  return [...notes, ...tightest(award.rules)];
}

/** The budget that is used most, where it is nearly used up. */
function tightest(rules) {
  const used = (rule) => rule.value / rule.limit;
  const found = rules.filter((rule) => rule.rule.startsWith("budget[") && rule.limit && used(rule) >= 0.9);
  if (found.length === 0) {
    return [];
  }
  const most = found.reduce((one, other) => (used(other) > used(one) ? other : one));
  const many = found.length > 1 ? "Several yearly budgets are used to nine tenths or more. " : "";
  return [[`${many}The tightest: ${most.sentence} It pays `, figure(most.value.toFixed(2), "£"), "."]];
}
