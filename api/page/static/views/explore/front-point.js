/** One award of a front: its totals beside those of the award, and what changes hands. */

import { number } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html, nothing } from "../../lib/html.js";
import { apart, signed } from "../award/alternatives.js";
import { hands, handoversTo } from "./hands.js";

const TOTALS = [
  ["cost", "Cost", "£"],
  ["quality", "Quality", "points"],
  ["liability", "Liability", "£"],
  ["disruption", "Disruption", ""],
];

/**
 * @param {import("../award/facts.js").Facts} facts
 * @param {object} front
 * @param {number} at
 * @param {(place: number) => void} choose
 */
export function pointPanel(facts, front, at, choose) {
  const point = front.points[at];
  const handovers = handoversTo(facts, point.bids);
  const isOwn = handovers.length === 0;
  return html`
    <div class="section-head">
      <h2>${isOwn ? "The award" : `Award ${at + 1} of ${front.points.length}`}</h2>
      <p class="stepper">
        <button type="button" class="button small" ?disabled=${at === 0} @click=${() => choose(at - 1)}>Previous</button>
        <button type="button" class="button small" ?disabled=${at === front.points.length - 1} @click=${() => choose(at + 1)}>Next</button>
      </p>
    </div>
    <dl class="facts">
      ${TOTALS.map(
        ([field, name, unit]) => html`<div><dt>${name}</dt><dd>${shown(point.totals[field], unit)}
          ${isOwn ? nothing : html`<span class="difference">${difference(apart(point.totals, facts.award.totals, field), unit)}</span>`}</dd></div>`,
      )}
    </dl>
    <h3>What changes hands</h3>
    ${hands(facts, handovers, "Nothing: this is the award.")}`;
}

/** Every award of a front, each to be looked at by a press. */
export function pointTable(facts, front, at, choose) {
  return html`
    <div class="scroll front-table" tabindex="0" role="region" aria-label="Awards on the front">
      <table class="list">
        <thead><tr><th scope="col">Award</th>${TOTALS.map(([, name]) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
        <tbody>
          ${front.points.map(
            (point, place) => html`<tr class=${place === at ? "this-award" : ""}>
              <th scope="row"><button type="button" class="link-button" aria-pressed=${place === at} @click=${() => choose(place)}>${point.best ? "The best by the board's weighing" : `Award ${place + 1}`}</button></th>
              ${TOTALS.map(([field, , unit]) => html`<td class="number">${shown(point.totals[field], unit)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function shown(value, unit) {
  return unit === "£" ? money(value) : number(value, 1);
}

function difference(value, unit) {
  return unit === "£" ? money(value, { change: true }) : signed(value);
}
