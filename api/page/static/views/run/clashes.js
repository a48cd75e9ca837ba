/** Rules that cannot hold together, in words. */

import { count } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";
import { amount } from "../award/rules.js";

const MINIMAL = "Each of these alone can be kept; all together cannot. Give up any one of them and the others can hold.";
const CLASH = "These cannot all be kept together; whether each of them is needed for that is not proven.";
const ALONE = "This alone cannot be kept, whatever is done about all others.";
const BIDS = "It is the bids: packages and bids that exclude each other leave no way to cover each lot once.";
/** Rules that are listed at once. */
const MOST = 30;

/** A conflict and those that share no rule with it. @param {object} conflict */
export function clashes(conflict) {
  return [conflict, ...conflict.further].map(
    (clash, at) => html`<div class="panel clash">
      ${at === 0 ? nothing : html`<p class="quiet">A further conflict, which shares no rule with those before it:</p>`}
      ${clash.explanation.map((sentence) => html`<p>${sentence}</p>`)}
      ${clash.rules.length === 0 ? html`<p>${BIDS}</p>` : members(clash)}
    </div>`,
  );
}

function members({ rules, minimal }) {
  const rest = rules.slice(MOST);
  return html`
    <p><strong>${rules.length === 1 ? ALONE : minimal ? MINIMAL : CLASH}</strong></p>
    <ol class="clash-rules">${rules.slice(0, MOST).map(member)}</ol>
    ${rest.length === 0 ? nothing : html`<details><summary>${count(rest.length)} more</summary><ol class="clash-rules" start=${MOST + 1}>${rest.map(member)}</ol></details>`}`;
}

function member({ sentence, reach, unit }) {
  return html`<li>${sentence}${reach === null ? nothing : html` <span class="quiet">With all others as they are, it would have to be ${amount(reach, unit)}.</span>`}</li>`;
}
