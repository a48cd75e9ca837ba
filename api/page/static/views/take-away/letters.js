/** Letters to who has lost something: drafted, read, downloaded. */

import { saveFrom } from "../../lib/download.js";
import { openDialog } from "../../lib/dialog.js";
import { counted, day } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";
import { markdown, plain } from "./markdown.js";

/** @param {import("../take-away.js").State} state */
export function letters(state) {
  const { drafts } = state;
  return html`<section class="panel" aria-labelledby="letters-title">
    <h2 id="letters-title">Letters to bidders that lost</h2>
    <p>A draft for each of them: what it bid for, who won, and its own scores beside the winner's. No figure of anybody else's money.</p>
    ${drafts.state === "answered" ? drafted(state) : asked(state)}
  </section>`;
}

function asked(state) {
  const { drafts } = state;
  return html`${drafts.state === "idle" || drafts.state === "ended"
      ? html`<div class="field"><label for="standstill">Last day of the standstill</label>
          <span class="hint" id="standstill-hint">Left empty, the letters have a blank there.</span>
          <input id="standstill" class="date" type="date" aria-describedby="standstill-hint" .value=${state.standstill} @change=${(event) => state.endStandstill(event.target.value)} /></div>`
      : nothing}
    ${drafts.state === "idle" ? html`<button type="button" class="button" @click=${drafts.start}>Draft the letters</button>` : drafts.panel({ button: "Draft the letters", title: "Drafting the letters" })}`;
}

function drafted({ drafts, tasks, ctx }) {
  const task = tasks.letters;
  const found = drafts.answer.letters;
  if (found.length === 0) return html`<p class="notice">Nobody has lost anything: there is nobody to write to.</p>`;
  const work = () => saveFrom(`/v1/runs/${drafts.run.id}/letters.zip`, "letters.zip", { signal: ctx.signal });
  const ends = drafts.run.asked.standstill_ends;
  return html`<p>${counted(found.length, "letter")}${ends ? html`; the standstill ends on ${day(ends)}` : nothing}.</p>
    <p class="actions">
      ${task.button("letters-zip", "Download the letters", work, { done: "The letters are downloaded." })}
      <button type="button" class="button" @click=${() => read(found, ctx)}>Read them</button>
    </p>
    ${task.told()}`;
}

/** Whom a letter is to, by name. */
const nameIn = (letter) => plain(/^To: (.+)$/m.exec(letter.text)?.[1] ?? letter.bidder);

function read(found, ctx) {
  let at = 0;
  return openDialog({
    title: "Drafts of letters",
    wide: true,
    signal: ctx.signal,
    body: (close, redraw) => {
      const go = (to) => {
        at = to;
        redraw();
      };
      return html`<div class="field"><label for="letter">To</label>
          <select id="letter" @change=${(event) => go(Number(event.target.value))}>
            ${found.map((each, index) => html`<option value=${index} ?selected=${index === at}>${nameIn(each)}</option>`)}
          </select></div>
        <div class="letter" tabindex="0" role="region" aria-label="The letter">${markdown(found[at].text)}</div>
        <p class="actions">
          <button type="button" class="button" ?disabled=${at === 0} @click=${() => go(at - 1)}>Previous</button>
          <button type="button" class="button" ?disabled=${at === found.length - 1} @click=${() => go(at + 1)}>Next</button>
          <button type="button" class="button primary" @click=${() => close()}>Close</button>
        </p>`;
    },
  });
}
