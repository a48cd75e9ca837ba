/** The time by the clock of the service: that of this machine may be wrong. */

/** Milliseconds: answers tell whole seconds, and take a while to come. */
const LEAST = 5000;
let ahead = 0;

export const clock = {
  /** Takes in when the service answered. @param {string | null} date The header of that name. */
  see(date) {
    const apart = Date.now() - Date.parse(date ?? "");
    if (Number.isFinite(apart)) ahead = Math.abs(apart) < LEAST ? 0 : apart;
  },
  /** Milliseconds since 1970. */
  now: () => Date.now() - ahead,
};
