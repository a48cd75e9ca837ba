/** An award as a board reads it: what is decided, who wins what and where, what else there was, how sure it is, and the rules. */

import { html, render } from "../lib/html.js";
import { resultOf } from "../lib/store.js";
import { runHead } from "./run/head.js";
import { alternatives } from "./award/alternatives.js";
import { certainty } from "./award/certainty.js";
import { Facts } from "./award/facts.js";
import { headline } from "./award/headline.js";
import { isPlaced, places } from "./award/places.js";
import { rules } from "./award/rules.js";
import { winners } from "./award/winners.js";

/** @typedef {{root: HTMLElement, facts: Facts, run: object, ctx: import("../lib/router.js").Context}} Part */

const SECTIONS = [
  { id: "winners", text: "Who wins what", draw: winners },
  { id: "places", text: "Who serves whom", draw: places, where: isPlaced },
  { id: "alternatives", text: "Beside the alternatives", draw: alternatives },
  { id: "certainty", text: "How sure it is", draw: certainty },
  { id: "rules", text: "Rules and limits", draw: rules, where: ({ award }) => award.rules.length > 0 },
];

/** @param {HTMLElement} root */
export async function mount(root, theCase, run, ctx) {
  const facts = new Facts(theCase, await resultOf(run.id, { signal: ctx.signal }));
  const sections = SECTIONS.filter(({ where }) => where === undefined || where(facts));
  render(
    html`${runHead(theCase, run, "award", run.id)}
      <div id="headline"></div>
      <nav class="on-this-page no-print" aria-label="On this page">
        ${sections.map(({ id, text }) => html`<button type="button" class="link-button" @click=${() => goTo(root, id)}>${text}</button>`)}
      </nav>
      ${sections.map(
        ({ id, text }) =>
          html`<section class="section" id=${id} aria-labelledby="${id}-title">
            <h2 id="${id}-title" tabindex="-1">${text}</h2>
            <div class="section-body"></div>
          </section>`,
      )}`,
    root,
  );
  headline({ root: root.querySelector("#headline"), facts, run, ctx });
  for (const { id, draw } of sections) {
    draw({ root: root.querySelector(`#${id} > .section-body`), facts, run, ctx });
  }
}

/** To a section: the address is that of the view, so this is no link. */
function goTo(root, id) {
  const heading = root.querySelector(`#${id}-title`);
  heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}
