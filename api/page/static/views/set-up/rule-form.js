/** A rule, stated by a form from the grammar, and read back in the words of the engine before it is taken. */
import { openDialog } from "../../lib/dialog.js";
import { html, nothing } from "../../lib/html.js";
import { forgetFilters } from "../../lib/pick-list.js";
import { isAborted } from "../../lib/problem.js";
import { statementsOf } from "./brief.js";
import { freeId } from "./draft.js";
import { fitsForm, formOf, ruleOf } from "./grammar.js";
import { ruleFields } from "./rule-fields.js";

const EMPTY = { id: "", name: "", because: "", active: true, metric: "share_of_spend", who: "all", chosen: [], incumbents: false, each: true, services: [], where: "all", places: [], per: [], sense: "at_most", limit: "40", force: "hard", penalty: "", priority: "1" };
const WAIT = 400;

/**
 * @param {any} case_ With what was changed.
 * @param {any | null} rule null for a new one.
 * @param {AbortSignal} signal
 * @returns {Promise<{rule: any, sentence: string} | null>} The rule, as the case has it, and in words; null where nothing is to change.
 */
export async function ruleForm(case_, rule, signal) {
  if (rule && !fitsForm(rule)) return tooMuch(signal);
  const others = (case_.rules ?? []).filter((each) => each !== rule);
  const form = rule ? formOf(rule) : { ...EMPTY };
  /** What the engine has read back, and of which rule. */
  const read = { sentence: "", faults: [], busy: false, of: "" };
  let timer = 0;
  let asking = null;
  let redraw = () => undefined;

  const made = () => ruleOf({ ...form, id: form.id || freeId(form.name || form.metric.replaceAll("_", "-"), others) });

  /** Has the engine read the rule back, or say what is wrong with it. */
  async function readBack() {
    asking?.abort();
    asking = new AbortController();
    const mine = asking;
    Object.assign(read, { busy: true });
    redraw();
    const position = others.length;
    const asked = made();
    try {
      const told = await statementsOf({ ...case_, rules: [...others, asked] }, mine.signal);
      Object.assign(read, { sentence: told.rules[position].sentence, faults: [], busy: false, of: JSON.stringify(asked) });
    } catch (problem) {
      if (isAborted(problem) || mine.signal.aborted) return;
      const faults = (problem.errors ?? []).map((each) => ({ field: (each.pointer ?? "").replace(`/rules/${position}/`, ""), detail: each.detail }));
      Object.assign(read, { sentence: "", faults: faults.length ? faults : [{ field: "", detail: problem.message }], busy: false });
    }
    redraw();
  }

  const change = (news) => {
    Object.assign(form, news);
    clearTimeout(timer);
    timer = setTimeout(readBack, WAIT);
    redraw();
  };

  const body = (close, draw) => {
    redraw = draw;
    const submit = async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      if (read.busy || read.of !== JSON.stringify(made())) await readBack();
      if (!read.faults.length && read.of === JSON.stringify(made())) close({ rule: made(), sentence: read.sentence });
    };
    return html`<form novalidate @submit=${submit}>
      ${ruleFields(case_, form, change, draw)}
      <div class="dialog-foot">
      <div class="read-back" role="status" aria-busy=${read.busy}>
        ${read.faults.length
          ? html`<div class="notice bad"><ul>${read.faults.map((each) => html`<li>${each.field ? html`<strong>${each.field.replaceAll("_", " ").replaceAll("/", ", ")}</strong>: ` : nothing}${each.detail}</li>`)}</ul></div>`
          : html`<p class="notice">${read.sentence || "Reading it back…"}</p>`}
      </div>
      <p class="actions">
        <button class="button primary">${rule ? "Change the rule" : "Add the rule"}</button>
        <button type="button" class="button" @click=${() => close()}>Cancel</button>
      </p>
      </div>
    </form>`;
  };

  timer = setTimeout(readBack, 0);
  const answer = await openDialog({ title: rule ? "Change a rule" : "Add a rule", wide: true, signal, body });
  clearTimeout(timer);
  asking?.abort();
  forgetFilters("rule-");
  return answer;
}

async function tooMuch(signal) {
  await openDialog({
    title: "This rule says more than the form can show",
    signal,
    body: (close) => html`<p>It names several sorts of bidders or places at once, or has both a penalty and a priority. Switch it off or take it out here; to change it, change the file of the case.</p>
      <p class="actions"><button type="button" class="button primary" @click=${() => close()}>Close</button></p>`,
  });
  return null;
}
