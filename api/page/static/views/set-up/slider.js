/** A slider with its figure beside it: drag for a rough value, type an exact one. */
import { html, live, nothing } from "../../lib/html.js";
import { number } from "../../lib/format.js";

/**
 * @param {object} options
 * @param {string} options.id
 * @param {unknown} options.label
 * @param {unknown} [options.hint]
 * @param {number} options.value
 * @param {number[]} [options.stops] Values that the slider stops at, of which each step is one; otherwise `min`, `max`, `step`.
 * @param {number} [options.min]
 * @param {number} [options.max]
 * @param {number} [options.step]
 * @param {(value: number) => string} options.text How a value reads.
 * @param {string} [options.unit] Before or after the typed figure, such as £.
 * @param {(value: number) => void} options.onChange
 */
export function slider({ id, label, hint, value, stops, min = 0, max = 100, step = 1, text, unit, onChange }) {
  const at = stops ? nearest(stops, value) : value;
  const range = stops ? { min: 0, max: stops.length - 1, step: 1 } : { min, max, step };
  const slid = (event) => onChange(stops ? stops[Number(event.target.value)] : Number(event.target.value));
  const typed = (event) => {
    const figure = Number(event.target.value.replace(/[£,\s]/g, ""));
    if (event.target.value.trim() !== "" && Number.isFinite(figure) && figure >= 0) onChange(figure);
    else event.target.value = number(value, 6);
  };
  return html`<div class="slider">
    <label for=${id}>${label}</label>
    <span class="slider-value">${unit ? html`<span class="quiet" aria-hidden="true">${unit}</span>` : nothing}<input class="narrow" inputmode="decimal" aria-label=${`${plain(label)}, exact figure`} .value=${live(number(value, 6))} @change=${typed}></span>
    <input id=${id} type="range" min=${range.min} max=${range.max} step=${range.step} .value=${live(String(at))} aria-valuetext=${text(value)} aria-describedby=${hint ? `${id}-hint` : nothing} @input=${slid}>
    ${hint ? html`<p class="quiet small" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** Round figures from 0 to `most`: 0, 100, 200, 500, 1,000 ... @param {number} least @param {number} most */
export function roundFigures(least, most) {
  const found = [0];
  for (let size = least; size <= most; size *= 10) for (const times of [1, 2, 3, 5, 7]) if (size * times <= most) found.push(size * times);
  return found;
}

const nearest = (stops, value) => stops.reduce((best, stop, at) => (Math.abs(stop - value) < Math.abs(stops[best] - value) ? at : best), 0);

const plain = (label) => (typeof label === "string" ? label : "Value");
