/** Long tables: only the rows in sight are drawn; heading and first column stay; arrow keys go from cell to cell. */
import { html, nothing, render, repeat, styled } from "./html.js";
import { moveBy } from "./table-keys.js";

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} key
 * @property {unknown} label
 * @property {string} [title] In full, where the label is short.
 * @property {boolean} [numeric] Set to the right, in figures of one width.
 * @property {string} [className] Of its cells.
 * @property {(row: Row) => unknown} cell What is in a cell: text or a template.
 * @property {(row: Row) => Record<string, string>} [style] Custom properties of a cell, such as a colour.
 * @property {(row: Row) => string | undefined} [name] What a cell says to those who hear it, where it shows a letter only.
 * @property {(row: Row) => number | string} [sort] By what it is put in order; left out, it cannot be.
 */

const OVERSCAN = 6;

/**
 * Makes a table.
 * @template Row
 * @param {HTMLElement} root Empty, and the table's alone.
 * @param {object} options
 * @param {string} options.caption What it shows, for those who hear it.
 * @param {Column<Row>[]} options.columns The first one heads its row.
 * @param {Row[]} options.rows
 * @param {(row: Row) => string} options.rowKey
 * @param {number} [options.rowHeight] In pixels; what does not fit in a cell is cut off.
 * @param {(row: Row, column: Column<Row>) => void} [options.onOpen] A cell was clicked, or Enter pressed on it.
 * @param {string} [options.empty] Said where there are no rows.
 * @param {AbortSignal} options.signal
 * @returns {{update: (changes: {rows?: Row[], columns?: Column<Row>[]}) => void, reveal: (key: string, column?: string) => void}}
 */
export function virtualTable(root, options) {
  const { caption, rowKey, rowHeight = 40, onOpen, empty = "Nothing to show.", signal } = options;
  let { rows, columns } = options;
  let ordered = rows;
  let order = { key: "", descending: false };
  let active = { row: 0, column: 0 };
  let window_ = [0, 40];
  let printing = false;
  root.classList.add("table-box");
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", caption);

  const draw = () => {
    const [first, last] = printing ? [0, ordered.length] : window_;
    const shown = ordered.slice(first, last);
    // Where the cell that the keyboard is at is out of sight, the box itself can be reached, and leads back to the cells.
    root.tabIndex = ordered.length && active.row >= 0 && (active.row < first || active.row >= last) ? 0 : -1;
    render(
      html`<table class="grid" role="grid" aria-rowcount=${ordered.length + 1} aria-colcount=${columns.length} aria-label=${caption}
        ${styled({ "--row-height": `${rowHeight}px` })} @keydown=${onKey} @click=${onClick} @focusin=${onFocus}>
        <thead><tr role="row" aria-rowindex="1">${columns.map(heading)}</tr></thead>
        <tbody>
          ${spacer(first * rowHeight)}
          ${repeat(shown, rowKey, (row, index) => line(row, first + index))}
          ${spacer((ordered.length - Math.min(last, ordered.length)) * rowHeight)}
        </tbody>
      </table>${ordered.length ? nothing : html`<p class="empty">${empty}</p>`}`,
      root,
    );
  };

  const spacer = (height) =>
    height > 0 ? html`<tr class="spacer" aria-hidden="true"><td colspan=${columns.length} ${styled({ height: `${height}px` })}></td></tr>` : nothing;

  const stop = (row, column) => (active.row === row && active.column === column ? 0 : -1);

  const heading = (column, at) => {
    const direction = order.key !== column.key ? "none" : order.descending ? "descending" : "ascending";
    return html`<th role="columnheader" scope="col" class=${classOf(column)} title=${column.title ?? nothing} data-row="-1" data-column=${at}
      aria-colindex=${at + 1} aria-sort=${column.sort ? direction : nothing} tabindex=${stop(-1, at)}
    ><span class="heading">${column.label}${column.sort ? html`<span class="sort-mark" aria-hidden="true">${direction === "none" ? "↕" : order.descending ? "↓" : "↑"}</span>` : nothing}</span></th>`;
  };

  const line = (row, index) => html`<tr role="row" aria-rowindex=${index + 2}>
    ${columns.map((column, at) => {
      const inside = column.cell(row);
      const name = column.name?.(row) ?? nothing;
      return at === 0
        ? html`<th role="rowheader" scope="row" class=${classOf(column)} data-row=${index} data-column="0" aria-colindex="1" tabindex=${stop(index, 0)} aria-label=${name}>${inside}</th>`
        : html`<td role="gridcell" class=${classOf(column)} data-row=${index} data-column=${at} aria-colindex=${at + 1} tabindex=${stop(index, at)} aria-label=${name}
            title=${name} ${styled(column.style?.(row) ?? {})}>${inside}</td>`;
    })}
  </tr>`;

  const classOf = (column) => `${column.numeric ? "number " : ""}${column.className ?? ""}`;

  function look() {
    const head = root.querySelector("thead")?.offsetHeight ?? 0;
    const top = Math.max(0, root.scrollTop - head);
    const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
    const last = first + Math.ceil((root.clientHeight || 600) / rowHeight) + 2 * OVERSCAN;
    if (first === window_[0] && last === window_[1]) return false;
    window_ = [first, last];
    // A cell that goes out of sight must not take the focus along.
    if (root.contains(document.activeElement) && (active.row < first || active.row >= last) && active.row >= 0) root.focus({ preventScroll: true });
    draw();
    return true;
  }

  function goTo(row, column, focus = true) {
    active = { row: Math.max(-1, Math.min(row, ordered.length - 1)), column: Math.max(0, Math.min(column, columns.length - 1)) };
    const head = root.querySelector("thead").offsetHeight;
    const top = active.row * rowHeight;
    if (active.row >= 0) {
      if (top < root.scrollTop) root.scrollTop = top;
      else if (top + rowHeight + head > root.scrollTop + root.clientHeight) root.scrollTop = top + rowHeight + head - root.clientHeight;
    }
    if (!look()) draw();
    if (focus) cellAt(active)?.focus({ preventScroll: active.column === 0 });
  }

  const cellAt = ({ row, column }) => root.querySelector(`[data-row="${row}"][data-column="${column}"]`);

  function onKey(event) {
    if (event.key === "Enter" || event.key === " ") {
      if (event.target.closest("a, button, input, select")) return;
      event.preventDefault();
      openCell(active);
      return;
    }
    const next = moveBy(event, active, { rows: ordered.length, columns: columns.length, page: Math.max(1, Math.floor(root.clientHeight / rowHeight) - 2) });
    if (!next) return;
    event.preventDefault();
    goTo(next.row, next.column);
  }

  /** From the box to the cells in sight. */
  function onBoxKey(event) {
    if (!/^(Arrow|Page|Home|End|Enter)/.test(event.key)) return;
    event.preventDefault();
    goTo(Math.ceil(root.scrollTop / rowHeight), active.column);
  }

  function onFocus(event) {
    const cell = event.target.closest("[data-row]");
    if (!cell) return;
    const now = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    if (now.row === active.row && now.column === active.column) return;
    active = now;
    draw();
  }

  function onClick(event) {
    const cell = event.target.closest("[data-row]");
    if (cell && !event.target.closest("a, button")) openCell({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
  }

  function openCell({ row, column }) {
    if (row >= 0) return onOpen?.(ordered[row], columns[column]);
    if (!columns[column].sort) return undefined;
    order = { key: columns[column].key, descending: order.key === columns[column].key && !order.descending };
    arrange();
    return draw();
  }

  function arrange() {
    const by = columns.find((each) => each.key === order.key)?.sort;
    const sign = order.descending ? -1 : 1;
    ordered = by ? [...rows].sort((one, other) => sign * compare(by(one), by(other))) : rows;
  }

  root.addEventListener("scroll", look, { passive: true, signal });
  root.addEventListener("keydown", (event) => event.target === root && onBoxKey(event), { signal });
  addEventListener("beforeprint", () => ((printing = true), draw()), { signal });
  addEventListener("afterprint", () => ((printing = false), draw()), { signal });
  const sizes = new ResizeObserver(look);
  sizes.observe(root);
  signal.addEventListener("abort", () => sizes.disconnect(), { once: true });
  draw();

  return {
    update(changes) {
      ({ rows = rows, columns = columns } = changes);
      arrange();
      active = { row: Math.min(active.row, ordered.length - 1), column: Math.min(active.column, columns.length - 1) };
      draw();
      look();
    },
    reveal(key, column = columns[0].key) {
      const row = ordered.findIndex((each) => rowKey(each) === key);
      if (row >= 0) goTo(row, Math.max(0, columns.findIndex((each) => each.key === column)));
    },
  };
}

function compare(one, other) {
  return typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "en-GB", { numeric: true });
}
