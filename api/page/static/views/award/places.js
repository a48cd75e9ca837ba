/** Who serves whom: a map of the buyers, of who wins most of their lots or who provides one service. */

import { html, nothing, render } from "../../lib/html.js";
import { openBuyer } from "./buyer.js";
import { legendButtons } from "./legend.js";
import { map } from "./map.js";

/** Buyers below which a map tells nothing. */
const FEWEST = 3;

/** Whether enough places are known. @param {import("./facts.js").Facts} facts */
export function isPlaced(facts) {
  return placed(facts).length >= FEWEST;
}

function placed(facts) {
  return facts.case.buyers.filter((buyer) => buyer.lon != null && buyer.lat != null && facts.grid.has(buyer.id));
}

/** @param {import("../award.js").Part} part */
export function places({ root, facts, run, ctx }) {
  const buyers = placed(facts);
  const regions = [...new Set(buyers.map((buyer) => buyer.region).filter(Boolean))].sort();
  const wanted = { region: "", service: "", provider: null };
  draw();

  function change(part) {
    Object.assign(wanted, part);
    draw();
  }

  function draw() {
    const shown = buyers.filter((buyer) => wanted.region === "" || buyer.region === wanted.region);
    const dots = shown.map((buyer) => ({ buyer, name: facts.buyer(buyer.id), code: codeFor(facts, buyer, wanted) }));
    render(
      html`
        <div class="filters no-print">
          ${regions.length < 2 ? nothing : select("Region", "All regions", regions.map((region) => [region, region]), wanted.region, (region) => change({ region }))}
          ${select("Coloured by", "Who wins most of the buyer's lots", facts.case.services.map(({ id }) => [id, facts.service(id)]), wanted.service, (service) => change({ service }))}
        </div>
        <div class="map-and-legend">
          ${map(dots, {
            label: labelOf(facts, wanted, shown.length),
            isDimmed: (code) => wanted.provider !== null && code.key !== wanted.provider,
            open: (buyer) => openBuyer({ facts, run, ctx, buyer: buyer.id }),
          })}
          ${legendButtons(facts, wanted.provider, (provider) => change({ provider }))}
        </div>
        <p class="quiet small">Dots stand where the buyers are. The matrix above tells the same in words, and opens each buyer by keyboard.</p>`,
      root,
    );
  }
}

function labelOf(facts, wanted, many) {
  const what = wanted.service === "" ? "who wins most of each buyer's lots" : `who provides ${facts.service(wanted.service)}`;
  return `Map of ${many} buyers${wanted.region ? ` of ${wanted.region}` : ""}: ${what}.`;
}

/** Who provides the service for a buyer or, of all services, wins most of its lots; of several, who wins most in all. */
function codeFor(facts, buyer, { service, provider }) {
  const lots = [...facts.grid.get(buyer.id).values()].filter((lot) => service === "" || lot.service === service);
  const many = new Map();
  for (const lot of lots) {
    const code = facts.codes.get(lot.id);
    if (code !== undefined) {
      many.set(code, (many.get(code) ?? 0) + 1);
    }
  }
  // A supplier that was picked shows wherever it wins anything.
  const picked = [...many.keys()].find((code) => code.key === provider);
  if (picked !== undefined) {
    return picked;
  }
  const rank = (code) => facts.legend.codes.indexOf(code);
  return [...many].sort((one, other) => other[1] - one[1] || rank(one[0]) - rank(other[0]))[0]?.[0] ?? null;
}

function select(label, none, options, value, change) {
  return html`
    <label>
      <span>${label}</span>
      <select @change=${(event) => change(event.target.value)}>
        <option value="" ?selected=${value === ""}>${none}</option>
        ${options.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
      </select>
    </label>`;
}
