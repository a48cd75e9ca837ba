/** What went wrong with a request, as the service tells it (RFC 9457). */

/**
 * @typedef {object} Fault
 * @property {string} detail
 * @property {string} [pointer]
 * @property {string} [parameter]
 * @property {string} [sheet]
 * @property {string} [cell]
 */

export class Problem extends Error {
  /** @param {{status: number, title: string, detail: string, errors?: Fault[], retryAfter?: number | null}} told */
  constructor({ status, title, detail, errors = [], retryAfter = null }) {
    super(detail);
    this.name = "Problem";
    /** The HTTP status; 0 where there is no connection. */
    this.status = status;
    this.title = title;
    this.detail = detail;
    /** @type {Fault[]} */
    this.errors = errors;
    /** Seconds after which to try again, or null. */
    this.retryAfter = retryAfter;
  }
}

/**
 * The problem that an answer tells of.
 * @param {Response} response
 * @returns {Promise<Problem>}
 */
export async function problemOf(response) {
  const seconds = Number(response.headers.get("retry-after"));
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  const type = response.headers.get("content-type") ?? "";
  const told = type.includes("json") ? await response.json() : { detail: "The answer came from something other than the service." };
  return new Problem({ title: response.statusText, ...told, status: response.status, retryAfter });
}

/** Whether an error only says that nobody waits for the answer any more. */
export const isAborted = (error) => error instanceof DOMException && error.name === "AbortError";
