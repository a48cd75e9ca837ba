/** Words of the field, each explained where it stands. */
import { html, render } from "./html.js";
import { GLOSSARY } from "../glossary.js";

/**
 * A word with its meaning one key or click away: `term("liability")`, `term("liability", "redundancy costs")`.
 * @param {keyof typeof GLOSSARY} id
 * @param {string} [text] As it stands in the sentence; the word itself if left out.
 */
export function term(id, text) {
  const entry = GLOSSARY[id];
  if (!entry) throw new Error(`the glossary has no entry ${id}`);
  return html`<button type="button" class="term" aria-expanded="false" aria-haspopup="dialog" @click=${(event) => open(event.currentTarget, id)}
    >${text ?? entry.word.toLowerCase()}</button
  >`;
}

/** Only a question mark, to stand after a heading or a label. @param {keyof typeof GLOSSARY} id */
export function help(id) {
  const entry = GLOSSARY[id];
  if (!entry) throw new Error(`the glossary has no entry ${id}`);
  return html`<button type="button" class="help" aria-expanded="false" aria-haspopup="dialog" aria-label=${`What is: ${entry.word}?`} @click=${(event) => open(event.currentTarget, id)}>?</button>`;
}

let shown = null;

function open(button, id) {
  const entry = GLOSSARY[id];
  const again = shown?.button === button;
  shown?.box.hidePopover();
  if (again) return;
  const box = document.createElement("div");
  box.className = "term-box";
  box.popover = "auto";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", entry.word);
  render(
    html`<p class="term-word">${entry.word}</p>
      <p>${entry.meaning}</p>
      <p><a href=${`#/glossary?word=${id}`}>In the glossary</a></p>`,
    box,
  );
  // Next to the word, so that the keyboard goes there next and back; inside an open dialog it stays usable.
  button.after(box);
  box.addEventListener("toggle", (event) => {
    const isOpen = event.newState === "open";
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) return;
    if (shown?.box === box) shown = null;
    box.remove();
  });
  shown = { button, box };
  box.showPopover();
  place(box, button);
}

/** Below the word where there is room, else above; never beyond the edge. */
function place(box, button) {
  const at = button.getBoundingClientRect();
  const width = box.offsetWidth;
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
  const below = at.bottom + 6;
  const top = below + box.offsetHeight > innerHeight - 8 ? Math.max(8, at.top - box.offsetHeight - 6) : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
