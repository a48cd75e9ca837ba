/** If a supplier fails: the best repair of the award after the failure of each winner, and what it costs. */

import { count, counted } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html, nothing, render } from "../../lib/html.js";
import { OWN_STAFF } from "../../lib/legend.js";
import { restate } from "../../lib/router.js";
import { chip } from "../award/legend.js";
import { amount } from "../award/rules.js";
import { Asking } from "./asking.js";
import { hands } from "./hands.js";
import { failureOf } from "./questions.js";

const OUTCOMES = {
  unaffected: ["nothing to repair", "good"],
  kept: ["repaired, every rule kept", "good"],
  broken: ["repaired, limits broken", "warn"],
  uncovered: ["lots stay uncovered", "bad"],
  unknown: ["not found in time", "warn"],
};

/** @param {import("../explore.js").Panel} part */
export function panel({ root, facts, run, query, ctx }) {
  const every = new Asking(failureOf(run), ctx, draw);
  /** Questions about one supplier, by its id. @type {Map<string, Asking>} */
  const single = new Map();
  let bidder = query.get("bidder");
  every.look().then(() => bidder !== null && pick(bidder));
  draw();

  function pick(key) {
    bidder = key;
    restate(`#/runs/${run.id}/explore/failure?bidder=${encodeURIComponent(key)}`);
    if (failureIn(every, key) === undefined && !single.has(key)) {
      const asking = new Asking(failureOf(run, { bidders: [key] }), ctx, draw);
      single.set(key, asking);
      // To pick a supplier is to ask: an answer that is there already serves.
      asking.look().then(() => asking.state === "idle" && asking.start());
    }
    draw();
  }

  function draw() {
    render(
      html`
        <p class="lead">A winner may fold, withdraw, or turn out unable to do the work. All others keep what they have, and its lots go to the best bids left.</p>
        <div class="columns-wide">
          <section aria-labelledby="fail-who"><h2 id="fail-who">Who fails?</h2>${suppliers()}</section>
          <section aria-labelledby="fail-what" aria-live="polite"><h2 id="fail-what">${bidder === null ? "What then?" : `If ${facts.bidder(bidder)} fails`}</h2>${story()}</section>
        </div>
        <section class="section" aria-labelledby="fail-all"><h2 id="fail-all">All of them</h2>${all()}</section>`,
      root,
    );
  }

  function suppliers() {
    const codes = facts.legend.codes.filter((code) => code.key !== OWN_STAFF);
    return html`<div class="providers" role="group" aria-label="Suppliers">
      ${codes.map(
        (code) => html`<button type="button" class="provider" aria-pressed=${code.key === bidder} @click=${() => pick(code.key)}>
          ${chip(code)} <span>${code.name}</span> <span class="quiet">${counted(code.lots, "lot")}</span>
        </button>`,
      )}
    </div>`;
  }

  function story() {
    if (bidder === null) {
      return html`<p class="quiet">Choose a supplier to see who would take over its lots, and at what cost.</p>`;
    }
    const found = failureIn(every, bidder) ?? failureIn(single.get(bidder), bidder);
    if (found !== undefined) {
      return failed(facts, found);
    }
    const asking = single.get(bidder) ?? every;
    return asking.state === "answered" ? html`<p>No repair was found in the time there was.</p>${asking.more()}` : asking.panel({ button: "Find out", title: `Repairing the award without ${facts.bidder(bidder)}` });
  }

  function all() {
    if (every.state !== "answered") {
      return every.panel({ button: "Examine every supplier", why: "Each supplier that wins something fails in turn, and the award is repaired.", title: "Repairing the award after each failure" });
    }
    const { failures, sentences } = every.answer;
    return html`
      ${sentences.length === 0 ? nothing : html`<ul>${sentences.map((each) => html`<li>${each}</li>`)}</ul>`}
      ${every.more()}
      ${failures.length === 0 ? html`<p class="empty">Nobody can fail: buyers do all lots themselves.</p>` : overview(facts, failures, pick)}`;
  }
}

function failureIn(asking, bidder) {
  return asking?.answer?.failures.find((each) => each.bidders.length === 1 && each.bidders[0] === bidder && each.outcome !== "unknown");
}

function badge(outcome) {
  const [text, mood] = OUTCOMES[outcome];
  return html`<span class="badge ${mood}">${text}</span>`;
}

function failed(facts, found) {
  return html`
    <p>${badge(found.outcome)} <span class="quiet">${counted(found.lots.length, "lot")} for ${count(found.people)} people</span></p>
    <p>${found.sentence}</p>
    ${found.uncovered.length === 0 ? nothing : html`<h3>Nobody left to supply</h3><ul>${found.uncovered.slice(0, 30).map((lot) => html`<li>${facts.lot(lot)}</li>`)}</ul>`}
    ${found.broken.length === 0
      ? nothing
      : html`<h3>Limits that would be broken</h3><ul>${found.broken.slice(0, 30).map((each) => html`<li>${each.sentence} <span class="quiet">It would be ${amount(each.value, each.unit)}.</span></li>`)}</ul>`}
    <h3>Who takes over</h3>
    ${hands(facts, [...found.handovers, ...found.others], "Nobody takes over anything.")}`;
}

/** How many, where a repair was found. */
function known({ outcome }, rows) {
  return outcome === "unknown" ? "–" : count(rows.length);
}

function overview(facts, failures, pick) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Every failure">
      <table class="list">
        <thead><tr><th scope="col">Supplier</th><th scope="col" class="number">Lots</th><th scope="col" class="number">Uncovered</th><th scope="col" class="number">Broken limits</th><th scope="col" class="number">Cost</th><th scope="col" class="number">Liability</th><th scope="col">Outcome</th></tr></thead>
        <tbody>
          ${failures.map(
            (each) => html`<tr>
              <th scope="row">${each.bidders.length === 1 ? html`<button type="button" class="link-button" @click=${() => pick(each.bidders[0])}>${facts.bidder(each.bidders[0])}</button>` : each.bidders.map((id) => facts.bidder(id)).join(" and ")}</th>
              <td class="number">${count(each.lots.length)}</td><td class="number">${known(each, each.uncovered)}</td><td class="number">${known(each, each.broken)}</td>
              <td class="number">${each.totals === null ? "–" : money(each.totals.cost, { change: true })}</td>
              <td class="number">${each.totals === null ? "–" : money(each.totals.liability, { change: true })}</td>
              <td>${badge(each.outcome)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
