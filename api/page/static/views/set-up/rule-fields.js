/** The fields of a rule, in the order of its sentence. */
import { html, nothing } from "../../lib/html.js";
import { KINDS } from "../../lib/format.js";
import { pickList } from "../../lib/pick-list.js";
import { METRICS, PER, SENSES } from "./grammar.js";

/** @param {any} case_ @param {import("./grammar.js").FormFields} form @param {(news: object) => void} change @param {() => void} redraw */
export function ruleFields(case_, form, change, redraw) {
  const metric = METRICS[form.metric];
  const chooseMetric = (name) => change({ metric: name, ...(!METRICS[name].count && form.sense === "exactly" && { sense: "at_most" }) });
  return html`
    <div class="field-row">
      <div class="field"><label for="rule-metric">What is measured</label>
        <select id="rule-metric" @change=${(event) => chooseMetric(event.target.value)}>${options(METRICS, form.metric)}</select></div>
      <div class="field"><label for="rule-sense">is</label>
        <select id="rule-sense" @change=${(event) => change({ sense: event.target.value })}>${options(senses(metric), form.sense)}</select></div>
      <div class="field"><label for="rule-limit">this limit <span class="quiet">(${metric.unit})</span></label>
        <input id="rule-limit" inputmode="decimal" required .value=${form.limit} @input=${(event) => change({ limit: event.target.value })}></div>
    </div>
    ${whose(case_, form, change, redraw)} ${where(case_, form, change, redraw)} ${force(form, metric, change)}
    <div class="field-row">
      <div class="field"><label for="rule-name">Name <span class="quiet">(optional)</span></label><input id="rule-name" maxlength="200" .value=${form.name} @input=${(event) => change({ name: event.target.value })}></div>
      <div class="field"><label for="rule-because">Why the board has it <span class="quiet">(optional)</span></label><input id="rule-because" .value=${form.because} @input=${(event) => change({ because: event.target.value })}></div>
    </div>`;
}

const options = (words, chosen) => Object.entries(words).map(([value, word]) => html`<option value=${value} ?selected=${value === chosen}>${word.label ?? word}</option>`);

function senses(metric) {
  const { exactly, ...others } = SENSES;
  return metric.count ? { ...others, exactly } : others;
}

function whose(case_, form, change, redraw) {
  const named = (names) => [...new Set(names.filter(Boolean))].sort().map((name) => ({ id: name, name }));
  const lists = {
    kinds: Object.entries(KINDS).filter(([kind]) => case_.bidders.some((each) => each.kind === kind)).map(([id, name]) => ({ id, name })),
    ids: case_.bidders.map(({ id, name }) => ({ id, name })),
    tags: named(case_.bidders.flatMap((each) => each.tags ?? [])),
    groups: named(case_.bidders.map((each) => each.group)),
  };
  const words = { all: "all bidders", kinds: "bidders of some kinds", ids: "bidders by name", tags: "bidders with a label", groups: "bidders of a group" };
  const there = Object.fromEntries(Object.entries(words).filter(([name]) => name === "all" || lists[name].length));
  return html`<div class="field-row">
      <div class="field"><label for="rule-who">Of whom</label>
        <select id="rule-who" @change=${(event) => change({ who: event.target.value, chosen: [] })}>${options(there, form.who)}</select></div>
      <div class="field"><label for="rule-each">The limit is</label>
        <select id="rule-each" @change=${(event) => change({ each: event.target.value === "each" })}>
          <option value="each" ?selected=${form.each}>for each of them that wins something</option><option value="all" ?selected=${!form.each}>for all of them together</option>
        </select></div>
    </div>
    ${form.who === "all" ? nothing : pickList({ id: `rule-${form.who}`, label: "Which bidders", rows: lists[form.who], chosen: form.chosen, onChange: (chosen) => change({ chosen }), redraw })}
    <label class="choice field"><input type="checkbox" .checked=${form.incumbents} @change=${(event) => change({ incumbents: event.target.checked })}><span>Only lots that stay with who provides them today</span></label>`;
}

function where(case_, form, change, redraw) {
  const named = (name) => [...new Set(case_.buyers.map((each) => each[name]).filter(Boolean))].sort().map((id) => ({ id, name: id }));
  const lists = { buyers: case_.buyers.map(({ id, name }) => ({ id, name })), areas: named("area"), regions: named("region") };
  const words = { all: "all buyers", buyers: "some buyers", areas: "the buyers of some areas", regions: "the buyers of some regions" };
  const there = Object.fromEntries(Object.entries(words).filter(([name]) => name === "all" || lists[name].length));
  const per = Object.entries(PER).filter(([name]) => name === "buyer" || name === "service" || case_.buyers.some((each) => each[name]));
  const turn = (name, on) => change({ per: on ? [...form.per, name] : form.per.filter((each) => each !== name) });
  return html`
    ${pickList({ id: "rule-services", label: "Services", hint: "All of them where none is chosen.", rows: case_.services.map(({ id, name }) => ({ id, name })), chosen: form.services, onChange: (services) => change({ services }), redraw })}
    <div class="field"><label for="rule-where">For</label>
      <select id="rule-where" @change=${(event) => change({ where: event.target.value, places: [] })}>${options(there, form.where)}</select></div>
    ${form.where === "all" ? nothing : pickList({ id: `rule-${form.where}`, label: "Which", rows: lists[form.where], chosen: form.places, onChange: (places) => change({ places }), redraw })}
    <fieldset class="field"><legend>The limit holds within <span class="quiet">(optional)</span></legend>
      <div class="choices">${per.map(([name, label]) => html`<label class="choice"><input type="checkbox" .checked=${form.per.includes(name)} @change=${(event) => turn(name, event.target.checked)}><span>${label}</span></label>`)}</div>
    </fieldset>`;
}

function force(form, metric, change) {
  const words = { hard: "must be kept", penalty: "may be broken, at a penalty", priority: "may be broken as little as can be, in order of priority" };
  const unit = metric.share ? "1 %" : metric.unit.replace(/s$/, "").replace("people", "person").replace(/^£.*/, "pound");
  return html`<div class="field-row">
    <div class="field"><label for="rule-force">The rule</label><select id="rule-force" @change=${(event) => change({ force: event.target.value })}>${options(words, form.force)}</select></div>
    ${form.force === "penalty"
      ? html`<div class="field"><label for="rule-penalty">£ for each ${unit} beyond the limit</label><input id="rule-penalty" inputmode="decimal" required .value=${form.penalty} @input=${(event) => change({ penalty: event.target.value })}></div>`
      : form.force === "priority"
        ? html`<div class="field"><label for="rule-priority">Priority <span class="quiet">(1 comes first)</span></label><input id="rule-priority" type="number" min="1" max="100" .value=${form.priority} @input=${(event) => change({ priority: event.target.value })}></div>`
        : nothing}
  </div>`;
}
