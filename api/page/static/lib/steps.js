/** Where one is on the way from a case to a board paper: stands at the top of each view of a case or a run. */
import { html, nothing } from "./html.js";

/**
 * @param {{at: "set-up" | "award" | "explore" | "take-away", caseId?: string, runId?: string, name?: string, note?: unknown}} options
 *   `runId` is that of a finished run of the kind `evaluate`; without one, what comes after it cannot be reached yet.
 */
export function steps({ at, caseId, runId, name, note }) {
  const run = runId ? `#/runs/${runId}` : null;
  const all = [
    ["set-up", "Set up", caseId ? `#/cases/${caseId}` : null],
    ["award", "Award", run],
    ["explore", "Explore", run && `${run}/explore`],
    ["take-away", "Take away", run && `${run}/take-away`],
  ];
  return html`<nav class="steps" aria-label="Steps">
    ${name ? html`<p class="steps-case">${name}${note ? html` <span class="quiet">${note}</span>` : nothing}</p>` : nothing}
    <ol>
      ${all.map(([id, label, href], index) => {
        const inside = html`<span class="step-number" aria-hidden="true">${index + 1}</span>${label}`;
        return html`<li class=${id === at ? "step current" : "step"}>
          ${href ? html`<a href=${href} aria-current=${id === at ? "step" : nothing}>${inside}</a>` : html`<span class="step-later">${inside}</span>`}
        </li>`;
      })}
    </ol>
  </nav>`;
}
