/** A question on its way to its answer: looked up, asked, followed, answered, or refused. */

import { counted } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";
import { hasEnded } from "../../lib/follow.js";
import { isAborted } from "../../lib/problem.js";
import { problemPanel } from "../../lib/problem-panel.js";
import { resultOf } from "../../lib/store.js";
import { Following } from "../run/following.js";
import { livePanel } from "../run/live.js";
import { ask, known } from "./question.js";
import { isSettled } from "./settled.js";

/** What is offered where an answer leaves something open; the service may allow less, and then takes what it allows. */
const MINUTES = [3, 10];

/** @typedef {"looking" | "idle" | "going" | "answered" | "ended" | "refused"} State */

export class Asking {
  /**
   * @param {import("./question.js").Question} question
   * @param {import("../../lib/router.js").Context} ctx
   * @param {() => void} draw  Draws what there is now.
   */
  constructor(question, ctx, draw) {
    this.question = question;
    this.ctx = ctx;
    this.draw = () => ctx.signal.aborted || draw();
    /** @type {State} */
    this.state = "looking";
    this.run = null;
    this.answer = null;
    this.problem = null;
  }

  /** Looks for an answer that there is already, and follows a run that is on its way to one. */
  look() {
    return this.guarded(async () => {
      const run = await known(this.question, this.ctx.signal);
      if (run === null) {
        this.state = "idle";
        this.draw();
      } else {
        await this.take(run);
      }
    });
  }

  /** Asks anew. */
  start = () => this.ask();

  /** Asks anew, within limits of time. @param {{time_limit?: number}} [limits] */
  ask(limits) {
    return this.guarded(async () => {
      this.state = "looking";
      this.draw();
      await this.take(await ask(this.question, this.ctx.signal, limits));
    });
  }

  /** Follows a run to its answer. */
  async take(run) {
    this.run = run;
    if (!hasEnded(run)) {
      this.state = "going";
      this.following = new Following(run, this.draw, this.ctx.signal);
      this.draw();
      this.run = await this.following.ended();
    }
    if (this.run.status === "finished") {
      this.answer = await resultOf(this.run.id, { signal: this.ctx.signal });
      this.state = "answered";
    } else {
      // Whoever cancels a longer search still has the answer of the shorter one.
      this.state = this.answer === null ? "ended" : "answered";
    }
    if (this.following) {
      this.ctx.announce(this.state === "answered" ? "The answer is there." : "The run has ended without an answer.");
    }
    this.draw();
  }

  async guarded(work) {
    try {
      await work();
    } catch (error) {
      if (isAborted(error) || this.ctx.signal.aborted) {
        return;
      }
      this.problem = error;
      this.state = "refused";
      this.draw();
    }
  }

  /**
   * What stands where the answer will be.
   * @param {{button: string, why?: unknown, title?: string}} options  What to press, what it is for, and what is said while it goes.
   */
  panel({ button, why = nothing, title = "Working it out" }) {
    switch (this.state) {
      case "looking":
        return html`<p class="loading" role="status"><span class="spinner"></span> Looking…</p>`;
      case "going":
        return livePanel(this.following, title);
      case "refused":
        return problemPanel(this.problem, { heading: 3, retry: this.start });
      case "ended":
        return this.offer(this.endedTold(), button);
      case "idle":
        return this.offer(why, button);
      default:
        return nothing;
    }
  }

  /** Where the answer leaves something open: more time for it. */
  more() {
    if (this.state !== "answered" || isSettled(this.question.kind, this.answer)) {
      return nothing;
    }
    return html`<div class="offer more no-print">
      <p>Not everything was settled in the time there was.</p>
      <p class="actions">
        ${MINUTES.map((minutes) => html`<button type="button" class="button" @click=${() => this.ask({ time_limit: 60 * minutes })}>Search for ${counted(minutes, "minute")}</button>`)}
      </p>
    </div>`;
  }

  offer(text, button) {
    return html`<div class="offer">
      <p>${text}</p>
      <p class="actions"><button type="button" class="button primary" @click=${this.start}>${button}</button></p>
    </div>`;
  }

  endedTold() {
    const why = this.run.status === "cancelled" ? "it was cancelled" : (this.run.problem?.detail ?? "it failed");
    return `The last run has no answer: ${why}.`;
  }
}
