/** How stable the award is: how far weights and figures may move, and which award is the best at which weights. */

import { counted, percent } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html, nothing, render } from "../../lib/html.js";
import { apart, signed } from "../award/alternatives.js";
import { Asking } from "./asking.js";
import { hands, handoversTo } from "./hands.js";
import { stabilityOf } from "./questions.js";
import { WEIGHTS, weightMap } from "./weight-map.js";

/** @param {import("../explore.js").Panel} part */
export function panel({ root, facts, run, ctx }) {
  const samples = 100;
  const asking = new Asking(stabilityOf(run, samples), ctx, draw);
  /** The region that is looked at: at first that of the award. @type {number | null} */
  let at = null;
  asking.look();
  draw();

  function choose(place) {
    at = place;
    draw();
    ctx.announce(`Award ${place + 1}`);
  }

  function draw() {
    render(
      html`
        <p class="lead">Weights are a judgement, and prices, volumes and transfers come out otherwise than was said. This tells how much that matters.</p>
        ${asking.state === "answered"
          ? answered(asking.answer)
          : asking.panel({
              button: "Move the weights",
              why: `Each weight is moved until another award becomes the best, and the best award is found again with ${samples} draws of prices and transfers.`,
              title: "Moving the weights",
            })}`,
      root,
    );
  }

  function answered(found) {
    return html`
      ${found.smallest === null ? html`<p class="headline">${found.no_weights}</p>` : html`<p class="headline">${found.smallest.sentence}</p>`}
      ${asking.more()}
      ${tellsSomething(found.map) ? mapped(found) : nothing}
      ${ranges(found)}
      ${drawn(facts, found.acceptability)}`;
  }

  function mapped({ map }) {
    at ??= Math.max(map.regions.findIndex((each) => each.is_best), 0);
    return html`
      <section class="section" aria-labelledby="map-title">
        <h2 id="map-title">Which award is the best at which weights</h2>
        <p>${map.complete ? "Proven: at no weights is any other award the best." : "Of the awards that were found; others may be the best in places."}</p>
        <div class="front">
          <div class="panel">${weightMap(map, at, choose, facts.case.objective)}</div>
          <aside class="panel" aria-live="polite">${region(map.regions[at], at)}</aside>
        </div>
        <div class="providers" role="group" aria-label="Awards on the map">
          ${map.regions.map(
            (each, place) => html`<button type="button" class="provider" aria-pressed=${place === at} @click=${() => choose(place)}>
              <span class="code region-code region-${each.is_best ? "own" : place % 7}">${place + 1}</span>
              <span>${each.is_best ? "Today's award" : `Award ${place + 1}`}</span> <span class="quiet">${percent(each.share)} of the map</span>
            </button>`,
          )}
        </div>
      </section>`;
  }

  function region({ award, is_best: isBest, share, proven }, place) {
    const difference = award.difference;
    return html`
      <h3>${isBest ? "Today's award" : `Award ${place + 1}`}</h3>
      <p>The best on ${percent(share)} of the map${proven ? "" : ", of the awards that were found"}.</p>
      ${isBest || difference === null
        ? nothing
        : html`<dl class="facts">
            <div><dt>Cost</dt><dd>${money(difference.cost, { change: true })}</dd></div>
            <div><dt>Quality</dt><dd>${signed(apart(difference, { quality: 0 }, "quality"))}</dd></div>
            <div><dt>Liability</dt><dd>${money(difference.liability, { change: true })}</dd></div>
            <div><dt>Disruption</dt><dd>${signed(apart(difference, { disruption: 0 }, "disruption"))}</dd></div>
          </dl>`}
      ${isBest ? nothing : html`<h4>What changes hands</h4>${hands(facts, handoversTo(facts, award.bids))}`}`;
  }
}

function ranges({ ranges: found, criteria, orders, fixed_criteria: fixed }) {
  const rows = [...found.map((each) => [WEIGHTS[each.weight] ?? each.weight, each.sentence]), ...criteria.map((each) => [each.name, each.sentence]), ...orders.map((each) => [each.changed, each.sentence])];
  if (rows.length === 0) {
    return nothing;
  }
  return html`
    <section class="section" aria-labelledby="ranges-title">
      <h2 id="ranges-title">Each weight by itself</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Table of the weights">
        <table class="list">
          <thead><tr><th scope="col">Weight</th><th scope="col">Where the award stays the best</th></tr></thead>
          <tbody>${rows.map(([name, sentence]) => html`<tr><th scope="row">${name}</th><td>${sentence}</td></tr>`)}</tbody>
        </table>
      </div>
      ${fixed.length === 0 ? nothing : html`<p class="quiet small">Not moved: ${fixed.map((each) => `${each.criterion} (${each.why})`).join("; ")}.</p>`}
    </section>`;
}

/** A map of one award says nothing, unless it is proven that there is no other. */
function tellsSomething(map) {
  return map !== null && map.regions.length > (map.complete ? 0 : 1);
}

function drawn(facts, found) {
  if (found === null || !found.examined) {
    return nothing;
  }
  const { same } = found;
  const named = found.bidders.filter((each) => !each.bidder.startsWith("in-house:"));
  return html`
    <section class="section" aria-labelledby="drawn-title">
      <h2 id="drawn-title">Where figures come out otherwise</h2>
      <p>With prices within ${percent(found.prices)} and transfer shares within ${percent(found.transfer)} drawn at random, the same award, to the last bid, came out best in
        <strong>${percent(same.share)}</strong> of ${counted(found.examined, "draw")}${found.examined < found.asked ? ` (${found.asked} were asked for)` : ""}; of all that there could be, with 95 % confidence, in between ${percent(same.low)} and ${percent(same.high)}.
        ${counted(found.different, "different award")} came out.</p>
      <div class="scroll wins" tabindex="0" role="region" aria-label="How often each supplier wins">
        <table class="list">
          <thead><tr><th scope="col">Supplier</th><th scope="col" class="number">Wins something in</th><th scope="col" class="number">Lots on average</th><th scope="col">In the award</th></tr></thead>
          <tbody>${named.map((each) => html`<tr><th scope="row">${facts.bidder(each.bidder)}</th><td class="number">${percent(each.acceptance.share)}</td><td class="number">${each.mean_lots.toFixed(1)}</td><td>${each.is_best ? "yes" : "no"}</td></tr>`)}</tbody>
        </table>
      </div>
    </section>`;
}
