/** What a search has told on its way: by objective, the best award and the bound as time went on. */

/** @typedef {{seconds: number, incumbent: number | null, bound: number | null}} Point */

/** How many points a curve keeps: beyond that every other one goes, as no screen shows more. */
const MOST = 400;

/** The course of one run. */
export class Course {
  constructor() {
    /** What is being sought. @type {string | null} */
    this.objective = null;
    /** @type {Point[]} */
    this.points = [];
    /** What was sought before. @type {string[]} */
    this.done = [];
  }

  /** Takes in the state of a run. */
  see(run) {
    const told = run.progress;
    if (told === null || told === undefined) {
      return;
    }
    // "withdrawal 3 of 12" is no other search than "withdrawal 2 of 12".
    const objective = told.objective?.replace(/\d+/g, "#") ?? null;
    if (objective !== this.objective) {
      if (this.objective !== null) {
        this.done.push(this.objective);
      }
      this.objective = objective;
      this.points = [];
    }
    const point = { seconds: told.seconds ?? 0, incumbent: numberOr(told.incumbent), bound: numberOr(told.bound) };
    if (point.incumbent === null && point.bound === null) {
      return;
    }
    this.points.push(point);
    if (this.points.length > MOST) {
      this.points = this.points.filter((_, at) => at % 2 === 0 || at === this.points.length - 1);
    }
  }
}

function numberOr(text) {
  const value = text === null || text === undefined ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
