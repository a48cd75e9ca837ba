/** Follows a run to its end, drawing each state of it. */

import { follow, request } from "../../lib/api.js";
import { Course } from "./course.js";

/** A run that is followed. */
export class Following {
  /**
   * @param {object} run
   * @param {() => void} draw    Draws what there is now.
   * @param {AbortSignal} signal Ends with the view; the run itself goes on.
   */
  constructor(run, draw, signal) {
    this.run = run;
    this.draw = draw;
    this.signal = signal;
    this.course = new Course();
    /** Why it could not be cancelled. @type {Error | null} */
    this.problem = null;
    this.course.see(run);
  }

  /** Follows until it has ended. @returns {Promise<object>} the run as it is then. */
  async ended() {
    // Time goes on though nothing is told.
    const clock = setInterval(this.draw, 1000);
    try {
      this.run = await follow(this.run, (run) => this.see(run), { signal: this.signal });
      return this.run;
    } finally {
      clearInterval(clock);
    }
  }

  see(run) {
    this.run = run;
    this.course.see(run);
    this.draw();
  }

  /** Has the run end without an answer. One that has ended meanwhile tells so by itself. */
  cancel = async () => {
    this.run = { ...this.run, cancel_requested: true };
    this.problem = null;
    this.draw();
    try {
      await request("DELETE", `/v1/runs/${this.run.id}`);
    } catch (problem) {
      if (problem.status !== 409) {
        this.run = { ...this.run, cancel_requested: false };
        this.problem = problem;
        this.draw();
      }
    }
  };
}
