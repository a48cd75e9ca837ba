/** One supplier: what it wins, for whom, and what it is paid. */

import { KINDS, count, counted } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { openDialog } from "../../lib/dialog.js";
import { html, nothing } from "../../lib/html.js";
import { OWN_STAFF } from "../../lib/legend.js";
import { chip } from "./legend.js";

/** @param {{facts: import("./facts.js").Facts, run: object, ctx: object, key: string}} of */
export async function openProvider({ facts, run, ctx, key }) {
  const code = facts.legend.code(key);
  const rows = facts.award.awards.filter((row) => facts.legend.of(row).key === key);
  const buyers = new Set(rows.map((row) => row.buyer));
  const people = [...buyers].reduce((sum, id) => sum + Number(facts.buyers.get(id).population), 0);
  const kind = facts.bidders.get(key)?.kind;
  await openDialog({
    title: code.name,
    wide: true,
    signal: ctx.signal,
    body: (close) => html`
      <p>${chip(code)} ${kind === undefined ? nothing : html`<span class="quiet">${KINDS[kind]}</span>`}</p>
      <dl class="stats">
        <div class="stat"><dt>Lots</dt><dd>${count(rows.length)}</dd></div>
        <div class="stat"><dt>Buyers</dt><dd>${count(buyers.size)}<span class="note">${count(people)} people</span></dd></div>
        <div class="stat"><dt>Paid for its lots</dt><dd>${money(sumOf(rows, "cost"), { focusable: true })}</dd></div>
      </dl>
      ${services(facts, rows)}
      ${key === OWN_STAFF
        ? nothing
        : html`<p class="actions">
            <a class="button" href="#/runs/${run.id}/explore/failure?bidder=${encodeURIComponent(key)}" @click=${() => close()}>What if it fails?</a>
          </p>`}`,
  });
}

function services(facts, rows) {
  const byService = grouped(rows);
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="What it wins, by service">
      <table class="list">
        <thead><tr><th scope="col">Service</th><th scope="col" class="number">Lots</th><th scope="col" class="number">Cost</th></tr></thead>
        <tbody>
          ${[...byService].map(
            ([service, its]) => html`<tr><th scope="row">${facts.service(service)}</th><td class="number">${counted(its.length, "lot")}</td><td class="number">${money(sumOf(its, "cost"))}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function grouped(rows) {
  const found = new Map();
  for (const row of rows) {
    const its = found.get(row.service) ?? [];
    its.push(row);
    found.set(row.service, its);
  }
  return found;
}

/** The sum of a column of pounds, to the penny. */
export function sumOf(rows, column) {
  const pence = rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
  return (pence / 100).toFixed(2);
}
