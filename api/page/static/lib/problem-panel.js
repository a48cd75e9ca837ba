/** A problem as people are told of it: what is wrong, where, and what they can do. */
import { html, nothing } from "./html.js";

const HELP = {
  0: "Check the connection, or that the service is running. The page tries again by itself.",
  401: "Sign in with a key to go on.",
  403: "Ask whoever runs the service for a key that may do this.",
  404: "It may have been deleted, or belong to somebody else.",
  413: "Ask whoever runs the service to allow larger cases.",
  429: "Wait a moment and try again.",
  503: "The service is busy. Wait a moment and try again.",
};

/**
 * @param {Error & {status?: number, title?: string, detail?: string, errors?: object[]}} error
 * @param {{heading?: 1 | 2 | 3, retry?: () => void}} [options]
 */
export function problemPanel(error, { heading = 2, retry } = {}) {
  const title = error.title || "Something went wrong";
  const help = HELP[error.status];
  return html`<section class="panel problem" role="alert">
    ${heading === 1 ? html`<h1>${title}</h1>` : heading === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    <p>${error.detail || error.message}</p>
    ${error.errors?.length ? html`<ul>${error.errors.map((each) => html`<li>${each.detail}${placeOf(each)}</li>`)}</ul>` : nothing}
    ${help ? html`<p class="quiet">${help}</p>` : nothing}
    <p class="actions">
      ${retry ? html`<button type="button" class="button" @click=${retry}>Try again</button>` : nothing}
      ${error.status === 401 ? html`<a class="button primary" href="#/sign-in?to=${encodeURIComponent(location.hash)}">Sign in</a>` : nothing}
      <a class="button" href="#/">Go to the start</a>
    </p>
  </section>`;
}

function placeOf({ pointer, parameter, sheet, cell }) {
  const place = sheet ? `${sheet}${cell ? `, ${cell}` : ""}` : pointer || parameter;
  return place ? html` <span class="quiet">(${place})</span>` : nothing;
}
