/** One rule in full. */

import { openDialog } from "../../lib/dialog.js";
import { html, nothing } from "../../lib/html.js";
import { money } from "../../lib/figure.js";
import { hands } from "../explore/hands.js";
import { nameOfFamily, familyOf } from "./families.js";
import { amount } from "./rules.js";

/** @param {{facts: import("./facts.js").Facts, ctx: object, rule: object, price: object | undefined}} of */
export async function openRule({ facts, ctx, rule, price }) {
  const stated = facts.case.rules?.find((each) => rule.rule.startsWith(`rule[${each.id}`));
  await openDialog({
    title: nameOfFamily(familyOf(rule)),
    signal: ctx.signal,
    body: () => html`
      <p class="headline">${rule.sentence}</p>
      <p>${rule.satisfied ? html`<span class="badge good">kept</span>` : html`<span class="badge warn">gives way</span>`}
        The award has ${amount(rule.value, rule.unit)}; the limit is ${rule.sense} ${amount(rule.limit, rule.unit)}.</p>
      ${rule.soft ? html`<p>It is soft: an award may break it${rule.priority === null ? "" : `, in order of priority ${rule.priority}`}.${rule.penalty === null || !Number(rule.penalty) ? nothing : html` Breaking it counts for ${money(rule.penalty)}, which nobody pays.`}</p>` : nothing}
      ${stated?.because ? html`<h3>Why the board has it</h3><p>${stated.because}</p>` : nothing}
      ${price === undefined ? nothing : html`<h3>Its price</h3><p>${price.told}</p>${price.handovers?.length ? hands(facts, price.handovers) : nothing}`}
      <p class="quiet small"><code>${rule.rule}</code></p>`,
  });
}
