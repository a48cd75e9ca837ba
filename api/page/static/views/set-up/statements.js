/** What the case, with what was changed, says in the words of the engine: they are those of the board paper. */
import { get } from "../../lib/api.js";
import { isAborted } from "../../lib/problem.js";
import { statementsOf } from "./brief.js";
import { caseWith, changedParts } from "./draft.js";

const IN_WORDS = ["rules", "picks", "exclusions"];

export class Statements {
  /** @param {string} id @param {any} case_ @param {() => void} onChange @param {AbortSignal} signal */
  constructor(id, case_, onChange, signal) {
    Object.assign(this, { id, case: case_, onChange, signal });
    this.asking = null;
    /** @type {any} */
    this.told = null;
    this.problem = null;
    this.busy = false;
    /** Sentences of rules that were read back one by one, until all are told. */
    this.noted = new Map();
  }

  /** Takes the sentence of a rule that was just read back. @param {{id: string}} rule @param {string} sentence */
  note(rule, sentence) {
    this.noted.set(rule.id, sentence);
  }

  /** Of what is there now. Scenarios beside the case are told of the case that is kept alone. */
  async look(draft) {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.signal.addEventListener("abort", () => asking.abort(), { once: true });
    this.busy = true;
    this.onChange();
    try {
      const isChanged = changedParts(this.case, draft).some((part) => IN_WORDS.includes(part));
      const stated = await get(`/v1/cases/${this.id}/statements`, { signal: asking.signal });
      const changed = isChanged ? await statementsOf(caseWith(this.case, draft), asking.signal) : stated;
      Object.assign(this, { told: { ...changed, scenarios: stated.scenarios }, problem: null, busy: false });
      this.noted.clear();
    } catch (problem) {
      if (isAborted(problem) || asking.signal.aborted) return;
      Object.assign(this, { problem, busy: false });
    }
    this.onChange();
  }

  /** @param {"rules" | "by_hand"} table @param {string} id @param {string} [kind] Of what is done by hand: `pick` or `exclusion`. */
  sentence(table, id, kind) {
    if (table === "rules" && this.noted.has(id)) return this.noted.get(id);
    return this.told?.[table].find((each) => each.id === id && (!kind || each.name === `${kind}[${id}]`))?.sentence ?? null;
  }
}
