/** Which cell a key leads to, as the grid pattern of WAI-ARIA has it. */

/**
 * @param {KeyboardEvent} event
 * @param {{row: number, column: number}} at Row -1 is the heading.
 * @param {{rows: number, columns: number, page: number}} size
 * @returns {{row: number, column: number} | null} null where the key leads nowhere.
 */
export function moveBy(event, { row, column }, { rows, columns, page }) {
  const all = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      return { row: Math.max(0, row - page), column };
    case "Home":
      return { row: all ? 0 : row, column: 0 };
    case "End":
      return { row: all ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
