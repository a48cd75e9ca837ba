/** A comparison as a table, and for each scenario what it comes to in words. */

import { counted, number, percent } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html, nothing } from "../../lib/html.js";
import { proofOf, signed } from "../award/alternatives.js";
import { hands } from "./hands.js";

const ROWS = [
  ["cost", "Cost", "£"],
  ["quality", "Quality, points", ""],
  ["liability", "Liability", "£"],
  ["disruption", "Disruption", ""],
  ["charges", "Set-up and overheads", "£"],
  ["discount", "Discounts", "£"],
  ["penalty", "Penalties of soft rules", "£"],
];

/** @param {import("../award/facts.js").Facts} facts @param {object} answer */
export function comparison(facts, answer) {
  const found = answer.scenarios;
  const rows = ROWS.filter(([field]) => found.some((each) => Number(each.totals?.[field] ?? 0) !== 0));
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Scenarios side by side">
      <table class="list side-by-side">
        <thead><tr><td></td>${found.map((each) => html`<th scope="col" class="number">${each.scenario === answer.baseline ? html`${each.name} <span class="badge">compared with</span>` : each.name}</th>`)}</tr></thead>
        <tbody>
          ${rows.map(([field, name, unit]) => html`<tr><th scope="row">${name}</th>${found.map((each) => html`<td class="number">${total(each, field, unit)}</td>`)}</tr>`)}
          <tr><th scope="row">Lots that change supplier</th>${found.map((each) => html`<td class="number">${each.moves ?? "–"}</td>`)}</tr>
          <tr><th scope="row">Suppliers that win something</th>${found.map((each) => html`<td class="number">${each.market?.winners ?? "–"}</td>`)}</tr>
          <tr><th scope="row">Largest share of spend</th>${found.map((each) => html`<td class="number">${each.market?.largest_share == null ? "–" : percent(each.market.largest_share)}</td>`)}</tr>
          <tr><th scope="row">Proof</th>${found.map((each) => html`<td class="number">${proofOf(each)}</td>`)}</tr>
        </tbody>
      </table>
    </div>
    <p class="quiet small">Below each figure stands its difference; one marked ~ is not more than the proofs leave open.</p>
    ${found.filter((each) => each.scenario !== answer.baseline).map((each) => story(facts, each))}`;
}

function total(each, field, unit) {
  if (each.totals === null) {
    return "–";
  }
  const value = unit === "£" ? money(each.totals[field]) : number(each.totals[field], 1);
  const difference = each.differences.find((row) => row.total === field);
  return html`${value}${difference === undefined ? nothing : html`<span class="difference">${difference.proven ? "" : "~ "}${unit === "£" ? money(difference.difference, { change: true }) : signed(Number(difference.difference))}</span>`}`;
}

function story(facts, each) {
  return html`
    <details class="panel scenario-story">
      <summary>${each.name}${each.handovers.length > 0 ? html` <span class="quiet">${counted(each.handovers.length, "lot")} change hands</span>` : nothing}</summary>
      ${each.because ? html`<p class="quiet">${each.because}</p>` : nothing}
      <p>${each.sentence}</p>
      ${each.short ? html`<p>It falls short of what it asks for on ${counted(each.short, "lot")}.</p>` : nothing}
      ${each.faults.length === 0 ? nothing : html`<ul>${each.faults.map((fault) => html`<li>${fault.message} <span class="quiet">(${fault.pointer})</span></li>`)}</ul>`}
      ${each.totals === null ? nothing : hands(facts, each.handovers)}
    </details>`;
}
