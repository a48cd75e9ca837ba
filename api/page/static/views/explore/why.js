/** Why this one, and not that one: any lot, explained. */

import { html, nothing, render } from "../../lib/html.js";
import { restate } from "../../lib/router.js";
import { LotStory } from "./lot-story.js";

/** @param {import("../explore.js").Panel} part */
export function panel({ root, facts, run, query, ctx }) {
  const asked = facts.lots.get(query.get("lot") ?? "");
  const first = asked ?? facts.lots.get(facts.award.awards[0].lot);
  let { buyer, service } = first;
  const story = new LotStory(facts, run, ctx, draw);
  draw();

  function choose(part) {
    ({ buyer, service } = { buyer, service, ...part });
    const lots = facts.grid.get(buyer);
    // Another buyer may not buy that service.
    service = lots.has(service) ? service : [...lots.keys()][0];
    restate(`#/runs/${run.id}/explore/why?lot=${encodeURIComponent(lots.get(service).id)}`);
    draw();
    ctx.announce(facts.lot(lots.get(service).id));
  }

  function draw() {
    const lots = facts.grid.get(buyer);
    const lot = lots.get(service).id;
    render(
      html`
        <p class="lead">For each lot: why it goes to whom it goes to, how each other bid stood beside it, and at what price or quality it would have won.</p>
        <div class="filters">
          ${pick("Buyer", facts.case.buyers.filter(({ id }) => facts.grid.has(id)).map(({ id }) => [id, facts.buyer(id)]), buyer, (id) => choose({ buyer: id }))}
          ${pick("Service", [...lots.keys()].map((id) => [id, facts.service(id)]), service, (id) => choose({ service: id }))}
        </div>
        <section class="panel lot-story" aria-labelledby="lot-title">
          <h2 id="lot-title">${facts.lot(lot)}</h2>
          ${facts.rowOfLot.has(lot) ? story.of(lot) : nothing}
        </section>`,
      root,
    );
  }
}

function pick(label, options, value, change) {
  return html`<label><span>${label}</span>
    <select @change=${(event) => change(event.target.value)}>
      ${options.map(([id, text]) => html`<option value=${id} .selected=${id === value}>${text}</option>`)}
    </select></label>`;
}
