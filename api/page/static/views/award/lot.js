/** One lot: who wins it, why, and why not another. */

import { openDialog } from "../../lib/dialog.js";
import { html } from "../../lib/html.js";
import { LotStory } from "../explore/lot-story.js";

/** @param {{facts: import("./facts.js").Facts, run: object, ctx: object, lot: string}} of */
export async function openLot({ facts, run, ctx, lot }) {
  // What is asked here is followed as long as the dialog is open; the run itself goes on.
  const open = new AbortController();
  const signal = AbortSignal.any([ctx.signal, open.signal]);
  let story = null;
  await openDialog({
    title: facts.lot(lot),
    wide: true,
    signal: ctx.signal,
    body: (close, redraw) => {
      story ??= new LotStory(facts, run, { ...ctx, signal }, redraw);
      return html`${story.of(lot)}
        <p class="actions"><a class="button" href="#/runs/${run.id}/explore/why?lot=${encodeURIComponent(lot)}" @click=${() => close()}>Open it as a page</a></p>`;
    },
  });
  open.abort();
}
