/** What changes hands between the award and another one. */

import { counted } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";

/** Lots that are listed; of more the sum alone is told. */
const MOST = 300;

/** @typedef {{lot: string, buyer: string, service: string, from_bid: string, from_bidder: string, to_bid: string, to_bidder: string}} Handover */

/**
 * The lots that another bid wins where these bids are accepted.
 * @param {import("../award/facts.js").Facts} facts
 * @param {string[]} bids
 * @returns {Handover[]}
 */
export function handoversTo(facts, bids) {
  const found = [];
  for (const id of bids) {
    for (const lot of lotsOf(facts, id)) {
      const row = facts.rowOfLot.get(lot);
      if (row !== undefined && row.bid !== id) {
        const to = facts.bids.get(id)?.bidder ?? `in-house:${row.buyer}`;
        found.push({ lot, buyer: row.buyer, service: row.service, from_bid: row.bid, from_bidder: row.bidder, to_bid: id, to_bidder: to });
      }
    }
  }
  return found;
}

function lotsOf(facts, bid) {
  return facts.bids.get(bid)?.lots ?? [bid.replace(/^in-house:/, "")];
}

/**
 * Who takes over how much from whom, and each lot on demand.
 * @param {import("../award/facts.js").Facts} facts
 * @param {Handover[]} handovers
 * @param {string} [none]  Said where nothing does.
 */
export function hands(facts, handovers, none = "Nothing changes hands.") {
  if (handovers.length === 0) {
    return html`<p>${none}</p>`;
  }
  const pairs = new Map();
  for (const each of handovers) {
    const key = JSON.stringify([each.from_bidder, each.to_bidder]);
    pairs.set(key, (pairs.get(key) ?? 0) + 1);
  }
  const sums = [...pairs].map(([key, lots]) => [...JSON.parse(key), lots]).sort((one, other) => other[2] - one[2]);
  return html`
    <ul class="hands">
      ${sums.slice(0, 8).map(([from, to, lots]) => html`<li>${passed(facts, from, to, lots)}</li>`)}
      ${sums.length > 8 ? html`<li class="quiet">and ${counted(sums.length - 8, "more pair")} of suppliers</li>` : nothing}
    </ul>
    <details class="lots-list">
      <summary>Lot by lot (${counted(handovers.length, "lot")})</summary>
      ${lots(facts, handovers)}
    </details>`;
}

function passed(facts, from, to, lots) {
  const many = counted(lots, "lot");
  if (from === to) {
    return html`${many} by another bid of <strong>${facts.bidder(to)}</strong>`;
  }
  return html`${many} from ${facts.bidder(from)} to <strong>${facts.bidder(to)}</strong>`;
}

function lots(facts, handovers) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Lots that change hands">
      <table class="list">
        <thead><tr><th scope="col">Buyer</th><th scope="col">Service</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
        <tbody>
          ${handovers.slice(0, MOST).map(
            (each) => html`<tr>
              <th scope="row">${facts.buyer(each.buyer)}</th>
              <td>${facts.service(each.service)}</td>
              <td>${facts.bidder(each.from_bidder)}</td>
              <td>${facts.bidder(each.to_bidder)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${handovers.length > MOST ? html`<p class="quiet">The first ${MOST} are listed.</p>` : nothing}`;
}
