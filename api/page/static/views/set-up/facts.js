/** What the case is about, at a glance. */
import { html } from "../../lib/html.js";
import { lotsOf, peopleOf } from "../../lib/case.js";
import { count, counted } from "../../lib/format.js";
import { term } from "../../lib/glossary.js";

/** @param {any} case_ */
export function facts(case_) {
  const people = peopleOf(case_);
  const years = Number(case_.horizon.years);
  return html`<p class="lead">${counted(case_.buyers.length, "buyer")}${people ? html`, responsible for ${count(people)} people,` : ""} put ${term("lot", counted(lotsOf(case_).length, "lot"))}
    of ${counted(case_.services.length, "service")} out to tender. ${counted(case_.bidders.length, "bidder")} made ${term("bid", counted(case_.bids.length, "bid"))}, compared over ${counted(years, "year")}.</p>`;
}

