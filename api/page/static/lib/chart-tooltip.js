/** What a mark of a chart says under the pointer. Vega's own would write styles that the page's policy forbids. */
import { html, render } from "./html.js";

let box = null;

export const tooltip = {
  /** As Vega calls it. @param {unknown} _handler @param {MouseEvent} event @param {unknown} _item @param {unknown} value */
  show(_handler, event, _item, value) {
    if (value === null || value === undefined || value === "") return tooltip.hide();
    if (!box?.isConnected) {
      box = document.createElement("div");
      box.className = "chart-tooltip";
      box.setAttribute("aria-hidden", "true");
      document.body.append(box);
    }
    const lines = typeof value === "object" ? Object.entries(value) : [["", value]];
    render(lines.map(([name, text]) => html`<p>${name ? html`<span class="quiet">${name}</span> ` : ""}${text}</p>`), box);
    box.hidden = false;
    const right = event.clientX + 14 + box.offsetWidth > innerWidth;
    box.style.left = `${right ? Math.max(4, event.clientX - 14 - box.offsetWidth) : event.clientX + 14}px`;
    box.style.top = `${Math.min(event.clientY + 14, innerHeight - box.offsetHeight - 4)}px`;
    return undefined;
  },
  hide() {
    if (box) box.hidden = true;
  },
};
