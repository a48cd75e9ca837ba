/** One buyer: its lots, who wins them, and what it pays beside its budget. */

import { count } from "../../lib/format.js";
import { money, quality } from "../../lib/figure.js";
import { openDialog } from "../../lib/dialog.js";
import { html, nothing } from "../../lib/html.js";
import { chip } from "./legend.js";
import { openLot } from "./lot.js";

/** @param {{facts: import("./facts.js").Facts, run: object, ctx: object, buyer: string}} of */
export async function openBuyer({ facts, run, ctx, buyer }) {
  const stated = facts.buyers.get(buyer);
  const rows = [...facts.grid.get(buyer).values()].map((lot) => facts.rowOfLot.get(lot.id)).filter(Boolean);
  const account = facts.award.buyers.find((each) => each.buyer === buyer);
  const lot = await openDialog({
    title: facts.buyer(buyer),
    wide: true,
    signal: ctx.signal,
    body: (close) => html`
      <p class="quiet">${[`${count(stated.population)} people`, stated.area, stated.region].filter(Boolean).join(" · ")}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Lots of this buyer">
        <table class="list">
          <thead><tr><th scope="col">Service</th><th scope="col">Supplier</th><th scope="col" class="number">Cost</th><th scope="col" class="number">Quality</th><th scope="col" class="number">Liability</th></tr></thead>
          <tbody>
            ${rows.map(
              (row) => html`<tr>
                <th scope="row"><button type="button" class="link-button" @click=${() => close(row.lot)}>${facts.service(row.service)}</button></th>
                <td>${chip(facts.legend.of(row))} ${facts.bidder(row.bidder)}</td>
                <td class="number">${money(row.cost)}</td>
                <td class="number">${quality(row.quality)}</td>
                <td class="number">${money(row.liability)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${account === undefined ? nothing : payments(account, stated.budget ?? {})}`,
  });
  if (lot) {
    await openLot({ facts, run, ctx, lot });
  }
}

function payments(account, budget) {
  const years = Object.entries(account.years);
  const hasBudget = Object.keys(budget).length > 0;
  return html`
    <h3>What it pays, by financial year</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Payments by year">
      <table class="list">
        <thead><tr><th scope="col">Year</th><th scope="col" class="number">Pays</th>${hasBudget ? html`<th scope="col" class="number">Budget</th>` : nothing}</tr></thead>
        <tbody>
          ${years.map(
            ([year, paid]) => html`<tr><th scope="row">${year}</th><td class="number">${money(paid)}</td>${hasBudget ? html`<td class="number">${year in budget ? money(budget[year]) : "free"}</td>` : nothing}</tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
