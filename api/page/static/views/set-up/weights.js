/** What counts, and how much: the objective of a case. */
import { html } from "../../lib/html.js";
import { number, pounds } from "../../lib/format.js";
import { help } from "../../lib/glossary.js";
import { levels } from "./levels.js";
import { ratio } from "./ratio.js";
import { roundFigures, slider } from "./slider.js";

const MODES = [
  ["money_valued", "All weighed in money", "Cost, redundancy and change of supplier, less what quality is worth to you: one sum of pounds.", "money_valued"],
  ["ratio", "Points for price and quality", "Each bid gets points in a stated ratio, such as 60 to 40; the most points win.", "ratio"],
  ["lexicographic", "One aim after another", "The first aim as well as can be, then the next without giving that up.", "lexicographic"],
];

/** What a mode begins with, where a case has another one. */
const BEGINS = {
  money_valued: { mode: "money_valued", liability_weight: "1", quality_value: "0" },
  ratio: { mode: "ratio", price_weight: "60", quality_weight: "40", formula: "lowest_over_price" },
  lexicographic: { mode: "lexicographic", levels: [{ objective: "cost" }, { objective: "quality" }] },
};

/**
 * @param {any} objective
 * @param {any} stated That of the case, to go back to.
 * @param {(objective: any) => void} onChange
 */
export function weights(objective, stated, onChange) {
  const mode = objective.mode ?? "money_valued";
  const choose = (wanted) => onChange(wanted === (stated.mode ?? "money_valued") ? structuredClone(stated) : begun(wanted, stated));
  return html`<fieldset class="field modes">
      <legend class="visually-hidden">How it is weighed</legend>
      ${MODES.map(
        ([value, name, about, word]) => html`<div class=${value === mode ? "mode chosen" : "mode"}>
          <label class="choice"><input type="radio" name="mode" .checked=${value === mode} @change=${() => choose(value)}><span><strong>${name}</strong><br><span class="quiet small">${about}</span></span></label>${help(word)}
        </div>`,
      )}
    </fieldset>
    ${mode === "ratio" ? ratio(objective, onChange) : mode === "lexicographic" ? levels(objective, onChange) : money(objective, onChange)}`;
}

/** What disruption is counted in stays as the case has it: how things are weighed does not change that. */
const begun = (mode, { disruption }) => ({ ...structuredClone(BEGINS[mode]), ...(disruption && { disruption }) });

const QUALITY_STOPS = roundFigures(1000, 100_000_000);
const DISRUPTION_STOPS = roundFigures(100, 1_000_000);

function money(objective, onChange) {
  const set = (name) => (value) => onChange({ ...objective, [name]: String(value) });
  const unit = objective.disruption === "staff" ? "member of staff (full time)" : "lot";
  return html`
    ${slider({
      id: "quality-value",
      label: "A point of quality is worth",
      hint: "Of the mean quality of everything, 0 to 100, over all years. At £0 only cost and redundancy decide.",
      unit: "£",
      value: Number(objective.quality_value ?? 0),
      stops: QUALITY_STOPS,
      text: pounds,
      onChange: set("quality_value"),
    })}
    ${slider({
      id: "liability-weight",
      label: "A pound of redundancy counts for",
      hint: "£1 treats redundancy like any other pound; more avoids it the harder.",
      unit: "£",
      value: Number(objective.liability_weight ?? 1),
      min: 0,
      max: 10,
      step: 0.1,
      text: (value) => `£${number(value, 2)}`,
      onChange: set("liability_weight"),
    })}
    ${slider({
      id: "disruption-value",
      label: `Each ${unit} that changes supplier counts for`,
      hint: "What it is worth to you to be spared a change of supplier.",
      unit: "£",
      value: Number(objective.disruption_value ?? 0),
      stops: DISRUPTION_STOPS,
      text: pounds,
      onChange: set("disruption_value"),
    })}`;
}
