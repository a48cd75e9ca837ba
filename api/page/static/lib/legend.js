/** Letters and colours of providers: those of the board paper (selector/report/legend.py, colours.py). */

// Paul Tol's "light" scheme, made to fill cells that have dark letters in them, in light and dark alike.
const PALETTE = ["#77AADD", "#EE8866", "#EEDD88", "#FFAABB", "#99DDFF", "#44BB99", "#BBCC33", "#AAAA00"];
const OTHERS = "#DDDDDD";
const OWN = "#FFFFFF";
/** The key of all buyers that do their own lots. */
export const OWN_STAFF = "";

/** @typedef {{key: string, letters: string, colour: string, name: string, lots: number}} Code */

/**
 * Who provides what. Who wins most lots comes first; eight have a colour of their own, the rest share grey.
 * @param {any} case_
 * @param {{awards: {bidder: string, buyer: string}[]}} award
 * @returns {{codes: Code[], of: (row: {bidder: string, buyer: string}) => Code, code: (key: string) => Code, hasOthers: boolean}}
 */
export function legend(case_, award) {
  const bidders = new Map(case_.bidders.map((bidder, at) => [bidder.id, { ...bidder, at }]));
  const keyOf = (row) => {
    const bidder = bidders.get(row.bidder);
    return row.bidder.startsWith("in-house:") || bidder?.buyer === row.buyer ? OWN_STAFF : row.bidder;
  };
  const lots = new Map();
  for (const row of award.awards) lots.set(keyOf(row), (lots.get(keyOf(row)) ?? 0) + 1);
  const place = (id) => bidders.get(id)?.at ?? bidders.size;
  const keys = [...lots.keys()].filter((each) => each !== OWN_STAFF);
  keys.sort((one, other) => lots.get(other) - lots.get(one) || place(one) - place(other));
  const codes = keys.map((each, at) => ({
    key: each,
    letters: lettersOf(at),
    colour: PALETTE[at] ?? OTHERS,
    name: bidders.get(each)?.name ?? each,
    lots: lots.get(each),
  }));
  if (lots.has(OWN_STAFF)) codes.push({ key: OWN_STAFF, letters: "own", colour: OWN, name: "Buyers' own staff", lots: lots.get(OWN_STAFF) });
  const byKey = new Map(codes.map((code) => [code.key, code]));
  return { codes, code: (each) => byKey.get(each), of: (row) => byKey.get(keyOf(row)), hasOthers: keys.length > PALETTE.length };
}

/** A to Z, then AA, AB and so on. */
function lettersOf(at) {
  let text = "";
  for (let left = at + 1; left; left = Math.floor((left - 1) / 26)) text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  return text;
}
