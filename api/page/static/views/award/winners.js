/** Who wins what: buyers by services as a matrix of coloured letters, to be searched and narrowed down. */

import { counted } from "../../lib/format.js";
import { html, nothing, render } from "../../lib/html.js";
import { virtualTable } from "../../lib/table.js";
import { openBuyer } from "./buyer.js";
import { openLot } from "./lot.js";
import { openProvider } from "./provider.js";
import { matrixColumns, matrixRows } from "./matrix.js";
import { legendButtons } from "./legend.js";

/** @param {import("../award.js").Part} part */
export function winners({ root, facts, run, ctx }) {
  const wanted = { text: "", service: "", area: "", provider: null };
  const areas = [...new Set(facts.case.buyers.map((buyer) => buyer.region ?? buyer.area).filter(Boolean))].sort();
  draw();
  const table = virtualTable(root.querySelector(".matrix"), {
    caption: "Who wins what: a row for each buyer, a column for each service",
    columns: matrixColumns(facts, wanted),
    rows: matrixRows(facts, wanted),
    rowKey: (row) => row.id,
    rowHeight: 34,
    empty: "No buyer fits. Clear the search to see all.",
    onOpen: (row, column) => {
      if (column.key === "buyer") {
        return openBuyer({ facts, run, ctx, buyer: row.id });
      }
      const lot = facts.grid.get(row.id)?.get(column.key);
      return lot === undefined ? undefined : openLot({ facts, run, ctx, lot: lot.id });
    },
    signal: ctx.signal,
  });

  function change(part) {
    Object.assign(wanted, part);
    draw();
    const rows = matrixRows(facts, wanted);
    table.update({ rows, columns: matrixColumns(facts, wanted) });
    ctx.announce(counted(rows.length, "buyer"));
  }

  function draw() {
    render(
      html`
        <p>Each cell has the letters of who wins the lot. Choose a cell to see why, a buyer to see what it pays, or a supplier to see its lots alone.</p>
        ${legendButtons(facts, wanted.provider, (provider) => change({ provider }))}
        ${filters(facts, wanted, areas, change)}
        ${wanted.provider === null
          ? nothing
          : html`<p class="actions picked"><button type="button" class="button small" @click=${() => openProvider({ facts, run, ctx, key: wanted.provider })}>More about ${nameOf(facts, wanted.provider)}</button></p>`}
        <div class="matrix"></div>`,
      root,
    );
  }
}

function nameOf(facts, key) {
  return facts.legend.code(key).name;
}

function filters(facts, wanted, areas, change) {
  const isFiltered = wanted.text !== "" || wanted.service !== "" || wanted.area !== "" || wanted.provider !== null;
  return html`
    <div class="filters no-print">
      <label>
        <span>Buyer</span>
        <input type="search" placeholder="Search by name" .value=${wanted.text} @input=${(event) => change({ text: event.target.value })} />
      </label>
      ${areas.length < 2
        ? nothing
        : html`<label>
            <span>Region</span>
            <select @change=${(event) => change({ area: event.target.value })}>
              <option value="" ?selected=${wanted.area === ""}>All regions</option>
              ${areas.map((area) => html`<option value=${area} ?selected=${area === wanted.area}>${area}</option>`)}
            </select>
          </label>`}
      <label>
        <span>Service</span>
        <select @change=${(event) => change({ service: event.target.value })}>
          <option value="" ?selected=${wanted.service === ""}>All services</option>
          ${facts.case.services.map((service) => html`<option value=${service.id} ?selected=${service.id === wanted.service}>${facts.service(service.id)}</option>`)}
        </select>
      </label>
      <button type="button" class="button small" ?disabled=${!isFiltered} @click=${() => change({ text: "", service: "", area: "", provider: null })}>Clear</button>
    </div>`;
}
