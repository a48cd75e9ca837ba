/** Bidders that merge in a scenario, as far as the page names them: what they can do and charge, the engine alone works out. */

/**
 * A case in which the bidders of a merger go by what they become.
 * @param {object} theCase
 * @param {{bidders: string[], id?: string, name?: string, prices?: string, price_change?: string | number}} merger
 */
export function named(theCase, { bidders: names, id, name, prices = "own", price_change: change = 0 }) {
  const isOne = new Set(names);
  const rows = names.map((each) => theCase.bidders.find((bidder) => bidder.id === each));
  const becomes = { ...rows[0], id: id ?? names[0], name: name ?? joined(rows.map((row) => row.name)) };
  const now = (each) => (isOne.has(each) ? becomes.id : each);
  // Other prices than were stated are not worked out here.
  const isStated = prices === "own" && Number(change) === 0;
  return {
    ...theCase,
    bidders: theCase.bidders.flatMap((bidder) => (bidder.id === names[0] ? [becomes] : isOne.has(bidder.id) ? [] : [bidder])),
    bids: theCase.bids.map((bid) => (isOne.has(bid.bidder) ? { ...bid, bidder: becomes.id, price: isStated ? bid.price : null } : bid)),
    ...(theCase.lots && { lots: theCase.lots.map((lot) => (lot.incumbent ? { ...lot, incumbent: now(lot.incumbent) } : lot)) }),
  };
}

function joined(names) {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
