/** Dialogs: the browser's own, which keeps the focus inside and gives it back. */
import { html, nothing, render } from "./html.js";

/**
 * Opens a dialog and waits until it is closed.
 * @param {object} options
 * @param {string} options.title
 * @param {(close: (value?: any) => void, redraw: () => void) => unknown} options.body What is in it; drawn again by `redraw()`.
 * @param {boolean} [options.wide]
 * @param {AbortSignal} [options.signal] Closes it, such as that of the view.
 * @returns {Promise<any>} What it was closed with; null where it was dismissed.
 */
export function openDialog({ title, body, wide = false, signal }) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = wide ? "dialog wide" : "dialog";
    dialog.setAttribute("aria-labelledby", "dialog-title");
    let answer = null;
    const closed = new AbortController();
    const close = (value = null) => {
      if (!dialog.open) return;
      answer = value;
      dialog.close();
    };
    const draw = () =>
      render(
        html`<div class="dialog-head">
            <h2 id="dialog-title">${title}</h2>
            <button type="button" class="icon-button" aria-label="Close" @click=${() => close()}>✕</button>
          </div>
          <div class="dialog-body">${body(close, draw)}</div>`,
        dialog,
      );
    // A link in it leads to another view.
    addEventListener("hashchange", () => close(), { signal: closed.signal });
    dialog.addEventListener("close", () => {
      closed.abort();
      dialog.remove();
      resolve(answer);
    });
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    signal?.addEventListener("abort", () => close(), { signal: closed.signal });
    draw();
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * Asks whether to go on.
 * @param {{title: string, text: unknown, yes: string, no?: string, danger?: boolean, signal?: AbortSignal}} options
 * @returns {Promise<boolean>}
 */
export async function confirm({ title, text, yes, no = "Cancel", danger = false, signal }) {
  const answer = await openDialog({
    title,
    signal,
    body: (close) => html`${text ? html`<p>${text}</p>` : nothing}
      <p class="actions">
        <button type="button" class=${danger ? "button danger" : "button primary"} @click=${() => close(true)}>${yes}</button>
        <button type="button" class="button" @click=${() => close(false)}>${no}</button>
      </p>`,
  });
  return answer === true;
}
