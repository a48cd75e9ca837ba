/** What an award is about: the names of its case, its lots by buyer and service, and who wins them. */

import { isSmall, rowsOf } from "../../lib/case.js";
import { legend } from "../../lib/legend.js";

// Signs that steer a terminal or turn a line around have no place in a name.
const STEERING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** @typedef {{id: string, buyer: string, service: string, volume?: string, required?: boolean, incumbent?: string}} Lot */

/** A case and an award of it. */
export class Facts {
  /**
   * @param {object} theCase     The case as the service keeps it.
   * @param {object} evaluation  What a run of the kind `evaluate` gave.
   */
  constructor(theCase, evaluation) {
    this.case = theCase;
    this.award = evaluation;
    /** Rows of the case by their ids: `buyers`, `services`, `bidders`, `bids`, `lots`. */
    Object.assign(this, rowsOf(theCase));
    this.rowOfLot = new Map(evaluation.awards.map((row) => [row.lot, row]));
    this.legend = legend(theCase, evaluation);
    /** The letters and colour of who wins each lot. */
    this.codes = new Map(evaluation.awards.map((row) => [row.lot, this.legend.of(row)]));
    /** Lots by buyer, then by service. @type {Map<string, Map<string, Lot>>} */
    this.grid = new Map();
    for (const lot of this.lots.values()) {
      const row = this.grid.get(lot.buyer) ?? new Map();
      this.grid.set(lot.buyer, row.set(lot.service, lot));
    }
  }

  /** Name of a buyer. */
  buyer(id) {
    return named(this.buyers, id);
  }

  /** Name of a service. */
  service(id) {
    return named(this.services, id);
  }

  /** Name of a bidder; of a buyer that falls back on itself. */
  bidder(id) {
    return id.startsWith("in-house:") ? "Buyer's own staff" : named(this.bidders, id);
  }

  /** A lot as people speak of it. */
  lot(id) {
    const lot = this.lots.get(id);
    return lot === undefined ? id : `${this.service(lot.service)} for ${this.buyer(lot.buyer)}`;
  }

  /** The letters and colour of who wins the lot of a service for a buyer; null where there is none. */
  codeAt(buyer, service) {
    const lot = this.grid.get(buyer)?.get(service);
    return lot === undefined ? null : (this.codes.get(lot.id) ?? null);
  }

  /** Bids for a lot, packages among them. Sought anew each time: only a lot that is looked at needs them. */
  bidsFor(lot) {
    return this.case.bids.filter((bid) => bid.lots.includes(lot));
  }

  /** The unit of disruption. */
  get disruptionUnit() {
    return this.case.objective?.disruption === "staff" ? "WTE" : "lots";
  }

  /** The financial years compared, such as 2013-14. @returns {string[]} */
  get years() {
    const first = Number(this.case.horizon.start.slice(0, 4));
    return Array.from({ length: this.case.horizon.years }, (_, at) => {
      const year = first + at;
      return `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
    });
  }

  /** Whether the case has more bids than are evaluated to the penny as a matter of course. */
  get isLarge() {
    return !isSmall(this.case);
  }
}

/** A name as it may be shown. */
export function clean(text) {
  return text.replace(STEERING, "");
}

function named(rows, id) {
  return clean(rows.get(id)?.name ?? id);
}
