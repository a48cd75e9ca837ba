/** Figures within sentences, short to read and exact at hand. */

import { counted, duration, number, percent } from "../../lib/format.js";
import { money } from "../../lib/figure.js";
import { html } from "../../lib/html.js";

const ONE = { lots: "lot", buyers: "buyer", services: "service", providers: "provider", years: "year", rules: "rule", people: "person" };

/**
 * A sentence, or several.
 * @param {import("./words.js").Pieces} pieces
 */
export function told(pieces) {
  return pieces.map((piece) => (typeof piece === "string" ? piece : figured(piece)));
}

/** A figure with its unit. @param {import("./words.js").Figure} figure */
export function figured({ value, unit }) {
  if (unit === "£") {
    return money(value, { focusable: true });
  }
  return html`<span class="figure">${plain(value, unit)}</span>`;
}

/** A figure with its unit as text, other than pounds. */
export function plain(value, unit) {
  if (unit === "share") {
    return percent(Number(value));
  }
  if (unit === "seconds") {
    return duration(Number(value));
  }
  if (unit in ONE) {
    return counted(Number(value), ONE[unit], unit);
  }
  return unit === "" ? number(value, 1) : `${number(value, 1)} ${unit}`;
}
