/** What the board decides by hand: bids left out, and bids accepted, each with its reason. */
import { focusNear } from "../../lib/focus.js";
import { html, nothing, repeat } from "../../lib/html.js";
import { exclusionForm, pickForm } from "./by-hand-forms.js";

/**
 * @param {any} case_ With what was changed.
 * @param {import("./statements.js").Statements} statements
 * @param {(changes: {picks?: any[], exclusions?: any[]}) => void} onChange
 * @param {AbortSignal} signal
 */
export function byHand(case_, statements, onChange, signal) {
  const picks = case_.picks ?? [];
  const exclusions = case_.exclusions ?? [];
  const leaveOut = async () => {
    const made = await exclusionForm(case_, signal);
    if (made) onChange({ exclusions: [...exclusions, made] });
  };
  const pick = async () => {
    const made = await pickForm(case_, signal);
    if (made) onChange({ picks: [...picks, made] });
  };
  const rows = [
    ...picks.map((each) => [each, "pick", () => onChange({ picks: picks.filter((row) => row !== each) })]),
    ...exclusions.map((each) => [each, "exclusion", () => onChange({ exclusions: exclusions.filter((row) => row !== each) })]),
  ];
  return html`${rows.length
      ? html`<ul class="rules">${repeat(
          rows,
          ([each, kind]) => `${kind} ${each.id}`,
          ([each, kind, drop]) => html`<li class="rule">
            <div class="rule-text"><p>${statements.sentence("by_hand", each.id, kind) ?? each.id}</p><p class="small quiet">Because: ${each.reason}</p></div>
            <span class="rule-actions"><button type="button" class="link-button" aria-label=${`Undo: ${each.reason}`} @click=${(event) => undone(event.currentTarget, drop)}>Undo</button></span>
          </li>`,
        )}</ul>`
      : nothing}
    <p class="actions"><button type="button" class="button" @click=${leaveOut}>Leave bids out</button><button type="button" class="button" @click=${pick}>Accept a bid by hand</button></p>
    <p class="quiet small">Each needs a reason. It is kept with the record of the decision and printed with the award.</p>`;
}

function undone(button, drop) {
  const refocus = focusNear(button);
  drop();
  refocus();
}
