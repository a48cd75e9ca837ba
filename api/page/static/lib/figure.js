/** Figures in a page: short to read, exact at hand by pointer and keyboard. */
import { html } from "./html.js";
import { changeInPounds, points, pounds, shortPounds } from "./format.js";

/**
 * Short pounds, with the exact ones in a label that shows on focus and under the pointer.
 * In long tables leave `focusable` out: a stop at each cell would make the keyboard useless.
 * @param {string | number} value
 * @param {{focusable?: boolean, change?: boolean}} [options]
 */
export function money(value, { focusable = false, change = false } = {}) {
  if (value === null || value === undefined) return html`<span class="figure quiet">–</span>`;
  const exact = pounds(value);
  const short = change ? changeInPounds(value) : shortPounds(value);
  if (short === exact) return html`<span class="figure">${short}</span>`;
  return focusable
    ? html`<span class="figure exact" tabindex="0" data-exact=${exact}><span aria-hidden="true">${short}</span><span class="visually-hidden">${exact}</span></span>`
    : html`<span class="figure" title=${exact}>${short}</span>`;
}

/** Quality. @param {string | number | null} value */
export function quality(value) {
  if (value === null || value === undefined) return html`<span class="figure quiet">–</span>`;
  return html`<span class="figure" title=${`${value} points`}>${points(value)}</span>`;
}
