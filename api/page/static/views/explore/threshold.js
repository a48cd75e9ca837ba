/** A figure at which a bid begins, or ceases, to win: one, an interval, or that there is none. */

/**
 * @param {{proof: string, at_least: string | null, at_most: string | null} | null} threshold
 * @param {(value: string) => string} shown  How a figure is written.
 */
export function threshold(found, shown) {
  if (found === null || found === undefined) {
    return "–";
  }
  const { proof, at_least: low, at_most: high } = found;
  switch (proof) {
    case "exact":
    case "first_found":
      return shown(low ?? high);
    case "never":
      return "never";
    case "none_found":
      return "at none tried";
    case "always":
      return "at any";
    case "interval":
      return between(low, high, shown);
    default:
      return "not known";
  }
}

function between(low, high, shown) {
  if (low !== null && high !== null) {
    return low === high ? shown(low) : `${shown(low)} to ${shown(high)}`;
  }
  if (low === null && high === null) {
    return "not known";
  }
  return low === null ? `${shown(high)} or less` : `${shown(low)} or more`;
}
