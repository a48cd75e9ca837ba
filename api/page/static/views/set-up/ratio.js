/** Points for price and quality. */
import { html } from "../../lib/html.js";
import { slider } from "./slider.js";

/** The formulas, as docs/scoring.md has them. */
const FORMULAS = {
  lowest_over_price: "Lowest price over the bid's price",
  lowest_to_highest: "From the lowest price (100) to the highest (0)",
  to_the_mean: "Around the mean price (50)",
  to_a_benchmark: "Below a benchmark that you have published",
  price_per_quality_point: "Price of a point of quality",
  money_valued_quality: "Quality less what the price is above the lowest, in points",
};

const PRICES = { cost: "What it costs over all years", list: "The list price of a year", cost_and_liability: "What it costs over all years, with redundancy" };

/** @param {any} objective @param {(objective: any) => void} onChange */
export function ratio(objective, onChange) {
  const price = Number(objective.price_weight ?? 60);
  const quality = Number(objective.quality_weight ?? 40);
  const share = Math.round((100 * quality) / (price + quality || 1));
  const weighs = !["price_per_quality_point", "money_valued_quality"].includes(objective.formula);
  const chooseFormula = (formula) => {
    const { quality_value: worth, ...rest } = objective;
    onChange({ ...rest, formula, ...(formula === "money_valued_quality" && { quality_value: worth ?? "1" }) });
  };
  return html`
    ${weighs
      ? slider({
          id: "quality-share",
          label: `Price ${100 - share} : quality ${share}`,
          hint: "Slide to the right for quality, to the left for price. The figure is the weight of quality out of 100.",
          value: share,
          text: (value) => `price ${100 - value}, quality ${value}`,
          onChange: (value) => onChange({ ...objective, price_weight: String(100 - Math.min(100, value)), quality_weight: String(Math.min(100, value)) }),
        })
      : html`<p class="notice">This formula puts price and quality together by itself; weights have no part in it.</p>`}
    ${objective.formula === "money_valued_quality"
      ? slider({
          id: "point-a-head",
          label: "A point of quality is worth, for each person",
          unit: "£",
          value: Number(objective.quality_value ?? 1),
          min: 0,
          max: 20,
          step: 0.1,
          text: (value) => `£${value}`,
          onChange: (value) => onChange({ ...objective, quality_value: String(value) }),
        })
      : ""}
    <div class="field-row">
      <div class="field">
        <label for="formula">How a price becomes points</label>
        <select id="formula" @change=${(event) => chooseFormula(event.target.value)}>
          ${Object.entries(FORMULAS).map(([value, label]) => html`<option value=${value} ?selected=${value === objective.formula}>${label}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="price">Which price</label>
        <select id="price" @change=${(event) => onChange({ ...objective, price: event.target.value })}>
          ${Object.entries(PRICES).map(([value, label]) => html`<option value=${value} ?selected=${value === (objective.price ?? "cost")}>${label}</option>`)}
        </select>
      </div>
    </div>`;
}
