/** The providers as buttons: letters, colour, name and lots; one may be picked. */

import { counted } from "../../lib/format.js";
import { html, nothing, styled } from "../../lib/html.js";

/** Providers beyond this many are shown on demand. */
const MOST = 10;

/**
 * @param {import("./facts.js").Facts} facts
 * @param {string | null} picked  The key of one of them.
 * @param {(key: string | null) => void} pick  Called with null where the picked one is let go.
 */
export function legendButtons(facts, picked, pick) {
  const codes = facts.legend.codes;
  const rest = codes.slice(MOST);
  return html`
    <div class="providers" role="group" aria-label="Suppliers that win something">
      ${codes.slice(0, MOST).map((code) => button(code, picked, pick))}
      ${rest.length === 0
        ? nothing
        : html`<details ?open=${rest.some((code) => code.key === picked)}>
            <summary>${counted(rest.length, "more supplier")}</summary>
            <div class="providers">${rest.map((code) => button(code, picked, pick))}</div>
          </details>`}
    </div>`;
}

function button(code, picked, pick) {
  const isPicked = code.key === picked;
  return html`
    <button type="button" class="provider" aria-pressed=${isPicked} @click=${() => pick(isPicked ? null : code.key)}>
      ${chip(code)} <span>${code.name}</span> <span class="quiet">${counted(code.lots, "lot")}</span>
    </button>`;
}

/** The letters of a provider in its colour. @param {import("../../lib/legend.js").Code} code */
export function chip(code) {
  return html`<span class="code" ${styled({ "--code": code.colour })}>${code.letters}</span>`;
}
