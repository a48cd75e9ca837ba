/** How two awards of almost the same case differ, in words. */
import { lotName, bidderName } from "../../lib/case.js";
import { counted, number, shortPounds } from "../../lib/format.js";

/**
 * @param {any} case_
 * @param {any} before
 * @param {any} after
 * @returns {{totals: string[], moves: {lot: string, from: string, to: string}[]}} Empty where they are the same.
 */
export function difference(case_, before, after) {
  const was = new Map(before.awards.map((row) => [row.lot, row]));
  const moves = after.awards
    .filter((row) => was.get(row.lot)?.bidder !== row.bidder)
    .map((row) => ({ lot: lotName(case_, row.lot), from: bidderName(case_, was.get(row.lot)?.bidder), to: bidderName(case_, row.bidder) }));
  return { totals: [...totals(before.totals, after.totals)], moves };
}

function* totals(before, after) {
  const cost = Number(after.cost) - Number(before.cost);
  if (cost) yield `It costs ${shortPounds(Math.abs(cost))} ${cost > 0 ? "more" : "less"}.`;
  const quality = after.quality - before.quality;
  if (Math.abs(quality) >= 0.05) yield `Quality is ${number(Math.abs(quality), 1)} points ${quality > 0 ? "higher" : "lower"}.`;
  const liability = Number(after.liability) - Number(before.liability);
  if (liability) yield `Redundancy is ${shortPounds(Math.abs(liability))} ${liability > 0 ? "more" : "less"}.`;
  const disruption = after.disruption - before.disruption;
  if (disruption) yield `${counted(Math.abs(disruption), "more change", "more changes").replace("more", disruption > 0 ? "more" : "fewer")} of supplier.`;
}
