/** What a change would do, found out while it is made: a real evaluation of the changed case, of which nothing is kept. */
import { request } from "../../lib/api.js";
import { isAborted } from "../../lib/problem.js";
import { caseWith, isChanged } from "./draft.js";

const WAIT = 350;
// Below the ten seconds after which the service keeps what it is asked as a run.
const SECONDS = 8;

/**
 * @typedef {{state: "idle" | "asking" | "told" | "failed", stated: any, changed: any, problem: any}} Seen
 * `stated` is the award of the case as it stands, `changed` the one of the changed case, null where nothing is changed.
 */
export class Preview {
  /** @param {any} case_ @param {() => void} onChange @param {AbortSignal} signal Ends with the view. */
  constructor(case_, onChange, signal) {
    this.case = case_;
    this.onChange = onChange;
    this.signal = signal;
    /** @type {Seen} */
    this.seen = { state: "idle", stated: null, changed: null, problem: null };
    this.timer = 0;
    this.asking = null;
    signal.addEventListener("abort", () => this.stop(), { once: true });
  }

  /** Look again, once nothing has changed for a moment; what was asked before nobody needs any more. */
  look(draft) {
    this.stop();
    this.tell({ state: "asking" });
    this.timer = setTimeout(() => this.ask(draft), this.seen.stated ? WAIT : 0);
  }

  async ask(draft) {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const stated = this.seen.stated ?? (await this.evaluate(this.case, asking.signal));
      this.tell({ stated });
      const changed = isChanged(this.case, draft) ? await this.evaluate(caseWith(this.case, draft), asking.signal) : null;
      this.tell({ state: "told", changed, problem: null });
    } catch (problem) {
      if (isAborted(problem) || asking.signal.aborted) return;
      this.tell({ state: "failed", problem });
    }
  }

  async evaluate(case_, signal) {
    const { status, data } = await request("POST", "/v1/evaluate", { body: case_, query: { time_limit: SECONDS }, signal });
    // Kept as a run after all: nobody will look at it.
    if (status === 202) {
      await request("DELETE", data.href);
      return { status: "unknown" };
    }
    return data;
  }

  stop() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  tell(news) {
    Object.assign(this.seen, news);
    if (!this.signal.aborted) this.onChange();
  }
}
