/** The rows and columns of the matrix of buyers and services. */

import { count } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";

/** Where there is little room, people stand in the buyer's own dialog alone. */
const NARROW = matchMedia("(max-width: 40rem)");

/** @typedef {{text: string, service: string, area: string, provider: string | null}} Wanted */

/**
 * The buyers that are wanted, in the order of the case.
 * @param {import("./facts.js").Facts} facts
 * @param {Wanted} wanted
 */
export function matrixRows(facts, wanted) {
  const text = wanted.text.trim().toLowerCase();
  return facts.case.buyers.filter(
    (buyer) =>
      facts.grid.has(buyer.id) &&
      (text === "" || facts.buyer(buyer.id).toLowerCase().includes(text) || buyer.id.toLowerCase().includes(text)) &&
      (wanted.area === "" || (buyer.region ?? buyer.area) === wanted.area) &&
      (wanted.provider === null || servedBy(facts, buyer.id, wanted)),
  );
}

function servedBy(facts, buyer, { provider, service }) {
  if (service !== "") {
    return facts.codeAt(buyer, service)?.key === provider;
  }
  return [...facts.grid.get(buyer).keys()].some((each) => facts.codeAt(buyer, each)?.key === provider);
}

/** The columns: the buyer, its people, and each service that is wanted. */
export function matrixColumns(facts, wanted) {
  const services = facts.case.services.filter((service) => wanted.service === "" || service.id === wanted.service);
  return [
    { key: "buyer", label: "Buyer", cell: (buyer) => facts.buyer(buyer.id), sort: (buyer) => facts.buyer(buyer.id) },
    ...(NARROW.matches ? [] : [{ key: "people", label: "People", numeric: true, cell: (buyer) => count(buyer.population), sort: (buyer) => Number(buyer.population) }]),
    ...services.map((service) => column(facts, service, wanted, services.length > 4)),
  ];
}

function column(facts, service, wanted, isTurned) {
  const codeOf = (buyer) => facts.codeAt(buyer.id, service.id);
  const isOther = (code) => wanted.provider !== null && code.key !== wanted.provider;
  return {
    key: service.id,
    label: facts.service(service.id),
    title: facts.service(service.id),
    className: isTurned ? "filled turned-column" : "filled",
    cell: (buyer) => {
      const code = codeOf(buyer);
      return code === null ? nothing : html`<span class=${isOther(code) ? "dimmed" : ""}>${code.letters}</span>`;
    },
    style: (buyer) => {
      const code = codeOf(buyer);
      return { "--code": code === null || isOther(code) ? null : code.colour };
    },
    name: (buyer) => {
      const code = codeOf(buyer);
      return code === null ? "not tendered" : code.name;
    },
    sort: (buyer) => codeOf(buyer)?.name ?? "",
  };
}
