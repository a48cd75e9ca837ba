/** The effect of what is set, beside it. */
import { html, nothing } from "../../lib/html.js";
import { isSmall } from "../../lib/case.js";
import { count, counted, points, shortPounds } from "../../lib/format.js";
import { money, quality } from "../../lib/figure.js";
import { term } from "../../lib/glossary.js";
import { difference } from "./difference.js";

const MOST_MOVES = 8;

/**
 * @param {any} case_
 * @param {import("./preview.js").Seen} seen
 * @param {boolean} isChanged
 */
export function previewPanel(case_, seen, isChanged) {
  if (!isSmall(case_)) {
    return html`<p>This case has ${count(case_.bids.length)} bids: what a change does is seen once a ${term("run")} has found the award, which takes from seconds to some minutes.</p>`;
  }
  const asking = seen.state === "asking";
  return html`<div class="preview" aria-busy=${asking}>
    <p class="preview-state small quiet">${asking ? html`<span class="spinner"></span> Working it out…` : seen.state === "failed" ? nothing : isChanged ? "With your changes" : "As the case stands"}</p>
    ${seen.state === "failed" ? failed(seen.problem) : told(case_, seen, isChanged)}
  </div>`;
}

function failed(problem) {
  return html`<div class="notice bad">
    <p>${problem.detail || problem.message}</p>
    ${problem.errors?.length ? html`<ul>${problem.errors.slice(0, 5).map((each) => html`<li>${each.detail}${each.pointer ? html` <span class="quiet">(${each.pointer})</span>` : nothing}</li>`)}</ul>` : nothing}
  </div>`;
}

function told(case_, { stated, changed }, isChanged) {
  const shown = isChanged ? changed : stated;
  if (!shown) return nothing;
  if (shown.status === "infeasible") {
    return html`<div class="notice bad"><p><strong>No award keeps all of this.</strong></p><p>Look for the award all the same: you will be told what clashes, and what would mend it.</p></div>`;
  }
  if (!shown.totals) return html`<p class="notice warn">No award was found in the few seconds that a preview may take. A run may take longer.</p>`;
  return html`${figures(shown, isChanged && stated?.totals ? stated : null)} ${isChanged && stated?.totals ? changes(difference(case_, stated, changed)) : nothing}
    ${open_(isChanged ? [stated, changed] : [stated])}`;
}

/** What is not proven of it: a preview has a few seconds, and what two of them differ by may lie in where each of them stopped. */
function open_(awards) {
  const left = awards.filter((each) => each?.status === "feasible").map((each) => Number(each.certificate.gap_pounds ?? NaN));
  if (!left.length) return nothing;
  const most = left.some(Number.isNaN) ? nothing : html` There may be ${left.length > 1 ? "awards" : "an award"} better by up to ${left.map((each) => shortPounds(each)).join(" and ")}.`;
  return html`<p class="notice warn small">Not proven in the few seconds that a preview takes.${most}${awards.length > 1 ? " So part of the difference may lie in where the two searches stopped." : nothing}</p>`;
}

function figures(shown, before) {
  const now = shown.totals;
  const was = before?.totals;
  const line = (label, value, old) => html`<tr><th scope="row">${label}</th><td class="number">${value}</td>${was ? html`<td class="number quiet">${old}</td>` : nothing}</tr>`;
  return html`<table class="list preview-totals">
    <caption class="visually-hidden">Totals of the award${was ? ", beside those of the case as it stands" : ""}</caption>
    ${was ? html`<thead><tr><td></td><th scope="col" class="number">Now</th><th scope="col" class="number">As it stands</th></tr></thead>` : nothing}
    <tbody>
      ${line(term("cost", "Cost"), money(now.cost), money(was?.cost))}
      ${line(term("quality", "Quality"), quality(now.quality), quality(was?.quality))}
      ${line(term("liability", "Redundancy"), money(now.liability), money(was?.liability))}
      ${line(term("disruption", "Changes"), html`<span class="figure">${count(now.disruption)}</span>`, count(was?.disruption ?? 0))}
    </tbody>
  </table>`;
}

function changes({ totals, moves }) {
  if (!moves.length) return html`<p class="preview-change"><strong>The same award.</strong> Nobody wins or loses a lot by it.</p>`;
  return html`<div class="preview-change">
    <p><strong>${counted(moves.length, "lot goes", "lots go")} to somebody else.</strong> ${totals.join(" ")}</p>
    <ul class="small">${moves.slice(0, MOST_MOVES).map(({ lot, from, to }) => html`<li>${lot}: ${from} → <strong>${to}</strong></li>`)}</ul>
    ${moves.length > MOST_MOVES ? html`<p class="quiet small">and ${moves.length - MOST_MOVES} more.</p>` : nothing}
  </div>`;
}

/** The effect in a line, where there is no room beside what is set. @param {import("./preview.js").Seen} seen @param {boolean} isChanged */
export function effectLine(seen, isChanged) {
  const shown = isChanged ? seen.changed : seen.stated;
  if (seen.state === "asking") return "Working it out…";
  if (seen.state === "failed" || !shown) return nothing;
  if (shown.status === "infeasible") return "No award keeps all of this.";
  return shown.totals ? `${shortPounds(shown.totals.cost)}, ${points(shown.totals.quality)}` : nothing;
}
