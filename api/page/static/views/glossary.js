/** `#/glossary`: every word of the field, to look up. */
import { GLOSSARY } from "../glossary.js";
import { html, nothing, render } from "../lib/html.js";

export const title = () => "Glossary";

const WORDS = Object.entries(GLOSSARY).sort(([, one], [, other]) => one.word.localeCompare(other.word, "en-GB"));

/** @type {import("../lib/router.js").View["mount"]} */
export async function mount(root, { query }) {
  const wanted = query.get("word");
  let typed = "";

  const fits = ([, { word, meaning }]) => `${word} ${meaning}`.toLowerCase().includes(typed.toLowerCase().trim());

  function draw() {
    const shown = WORDS.filter(fits);
    render(
      html`<header class="view-head">
          <h1>Glossary</h1>
          <p class="lead">One word for one thing, the same here, in the board paper and in the files.</p>
        </header>
        <div class="field">
          <label for="look-up">Look up a word</label>
          <input id="look-up" type="search" autocomplete="off" .value=${typed} @input=${(event) => ((typed = event.target.value), draw())}>
        </div>
        <p class="visually-hidden" role="status">${typed ? `${shown.length} found` : nothing}</p>
        ${shown.length
          ? html`<dl class="glossary">
              ${shown.map(
                ([id, { word, meaning }]) => html`<div class=${id === wanted ? "glossary-entry wanted" : "glossary-entry"} id=${`word-${id}`} tabindex=${id === wanted ? -1 : nothing}>
                  <dt>${word}</dt>
                  <dd>${meaning}</dd>
                </div>`,
              )}
            </dl>`
          : html`<p class="panel empty">No word like that. Try a part of it, or what it is about.</p>`}`,
      root,
    );
  }

  draw();
  const entry = wanted && root.querySelector(`#word-${CSS.escape(wanted)}`);
  if (entry) {
    entry.scrollIntoView({ block: "center" });
    entry.focus({ preventScroll: true });
  }
}
