/** What a run has come to, and the module that shows that. */

/**
 * The module for a run that has ended; each is loaded when it is needed.
 * @param {object} run
 * @returns {Promise<{mount: (root: HTMLElement, theCase: object, run: object, ctx: import("../../lib/router.js").Context) => Promise<(() => void) | void>}>}
 */
export function outcomeOf(run) {
  if (run.status !== "finished") {
    return import("./ended.js");
  }
  if (run.kind === "conflict") {
    return import("./infeasible.js");
  }
  if (run.kind !== "evaluate") {
    return import("./other.js");
  }
  switch (run.result_status) {
    case "infeasible":
      return import("./infeasible.js");
    case "unknown":
      return import("./unknown.js");
    default:
      return import("../award.js");
  }
}
