/** The rules of the board: sentences to be switched on and off, changed, taken out and added. */
import { html, nothing, repeat } from "../../lib/html.js";
import { help } from "../../lib/glossary.js";
import { confirm } from "../../lib/dialog.js";
import { focusNear } from "../../lib/focus.js";
import { ruleForm } from "./rule-form.js";

const FORCES = { hard: ["must be kept", "hard_rule"], soft: ["may be broken", "soft_rule"], off: ["switched off", "rule"] };

const force = (rule) => (rule.active === false ? "off" : rule.penalty !== undefined || rule.priority !== undefined ? "soft" : "hard");

/**
 * @param {any} case_ With what was changed.
 * @param {import("./statements.js").Statements} statements
 * @param {(rules: any[]) => void} onChange
 * @param {AbortSignal} signal
 */
export function ruleList(case_, statements, onChange, signal) {
  const rules = case_.rules ?? [];
  const replace = (rule, by) => onChange(rules.map((each) => (each === rule ? by : each)));
  const turn = (rule, on) => {
    const { active: _, ...rest } = rule;
    replace(rule, on ? rest : { ...rest, active: false });
  };
  const edit = async (rule) => {
    const made = await ruleForm(case_, rule, signal);
    if (!made) return;
    statements.note(made.rule, made.sentence);
    replace(rule, made.rule);
  };
  const add = async () => {
    const made = await ruleForm(case_, null, signal);
    if (!made) return;
    statements.note(made.rule, made.sentence);
    onChange([...rules, made.rule]);
  };
  const drop = async (rule, button) => {
    const refocus = focusNear(button);
    const yes = await confirm({ title: "Take this rule out?", text: `${sentenceOf(rule, statements)} If you only want to try without it, switch it off.`, yes: "Take it out", danger: true, signal });
    if (!yes) return;
    onChange(rules.filter((each) => each !== rule));
    refocus();
  };
  return html`${rules.length
      ? html`<ul class="rules">${repeat(rules, (rule) => rule.id, (rule) => row(rule, statements, { turn, edit, drop }))}</ul>`
      : html`<p class="panel plain empty">The case has no rules of the board. Its capacities, floors, budgets and vetoes hold all the same.</p>`}
    <p class="actions"><button type="button" class="button" @click=${add}>Add a rule</button></p>`;
}

function row(rule, statements, { turn, edit, drop }) {
  const state = force(rule);
  const [text, word] = FORCES[state];
  const id = `rule-${rule.id}`;
  return html`<li class=${state === "off" ? "rule off" : "rule"}>
    <input class="switch" type="checkbox" role="switch" .checked=${state !== "off"} aria-labelledby=${id} @change=${(event) => turn(rule, event.target.checked)}>
    <div class="rule-text">
      <p id=${id}>${sentenceOf(rule, statements)}</p>
      <p class="small quiet">${html`<span class=${state === "hard" ? "badge" : state === "soft" ? "badge warn" : "badge"}>${text}</span>`}${help(word)}${rule.because ? html` <span>${rule.because}</span>` : nothing}</p>
    </div>
    <span class="rule-actions">
      <button type="button" class="link-button" aria-label=${`Change: ${rule.name ?? rule.id}`} @click=${() => edit(rule)}>Change</button>
      <button type="button" class="link-button" aria-label=${`Take out: ${rule.name ?? rule.id}`} @click=${(event) => drop(rule, event.currentTarget)}>Take out</button>
    </span>
  </li>`;
}

const sentenceOf = (rule, statements) => statements.sentence("rules", rule.id) ?? rule.name ?? rule.id;
