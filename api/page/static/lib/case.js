/** A case as the service gives it: in canonical form, which leaves out what only repeats a default. */

const looked = new WeakMap();

/**
 * Its lots: those it lists or, where it lists none, every service for every buyer.
 * @param {any} case_
 * @returns {{id: string, buyer: string, service: string, incumbent?: string, volume?: string}[]}
 */
export function lotsOf(case_) {
  if (case_.lots?.length) return case_.lots;
  return case_.buyers.flatMap((buyer) => case_.services.map((service) => ({ id: `${buyer.id}:${service.id}`, buyer: buyer.id, service: service.id })));
}

/**
 * Its rows by their ids, looked up once for a case.
 * @param {any} case_
 * @returns {{buyers: Map<string, any>, services: Map<string, any>, bidders: Map<string, any>, bids: Map<string, any>, lots: Map<string, any>}}
 */
export function rowsOf(case_) {
  if (!looked.has(case_)) {
    const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
    looked.set(case_, {
      buyers: byId(case_.buyers),
      services: byId(case_.services),
      bidders: byId(case_.bidders),
      bids: byId(case_.bids),
      lots: byId(lotsOf(case_)),
    });
  }
  return looked.get(case_);
}

/** "Northside CCG · Payroll". @param {any} case_ @param {string} id Of a lot. */
export function lotName(case_, id) {
  const rows = rowsOf(case_);
  const lot = rows.lots.get(id);
  return lot ? `${rows.buyers.get(lot.buyer).name} · ${rows.services.get(lot.service).name}` : id;
}

/** @param {any} case_ @param {string} id Of a bidder; a buyer that falls back on its own staff has none. */
export function bidderName(case_, id) {
  return rowsOf(case_).bidders.get(id)?.name ?? "own staff";
}

/** The people of all its buyers; national boards have none of their own. @param {any} case_ */
export const peopleOf = (case_) => case_.buyers.filter((each) => each.kind !== "national_board").reduce((sum, each) => sum + Number(each.population), 0);

/** What is weighed, and how. @param {any} case_ */
export const modeOf = (case_) => case_.objective?.mode ?? "money_valued";

/** Whether the service answers a question about it at once (SELECTOR_SMALL_BIDS). @param {any} case_ */
export const isSmall = (case_) => case_.bids.length <= 2500;
