/** Starts the page: the frame around the views, and which view an address names. */
import { forgetDrafts, forgetFetched } from "./lib/store.js";
import { html, nothing, render } from "./lib/html.js";
import { connection } from "./lib/connection.js";
import { announce } from "./lib/announce.js";
import { key } from "./lib/key.js";
import { navigate, route, start } from "./lib/router.js";
import { theme } from "./lib/theme.js";

const SECTIONS = [
  ["start", "#/", "Start"],
  ["history", "#/history", "History"],
  ["glossary", "#/glossary", "Glossary"],
];

const ROUTES = [
  route("/", "start", () => import("./views/start.js")),
  route("/sign-in", "", () => import("./views/sign-in.js")),
  route("/cases/:id", "", () => import("./views/set-up.js")),
  route("/runs/:id", "", () => import("./views/run.js")),
  route("/runs/:id/explore/:tab?", "", () => import("./views/explore.js")),
  route("/runs/:id/take-away", "", () => import("./views/take-away.js")),
  route("/history", "history", () => import("./views/history.js")),
  route("/glossary", "glossary", () => import("./views/glossary.js")),
];

const COLOURS = [
  ["system", "Colours: auto"],
  ["light", "Colours: light"],
  ["dark", "Colours: dark"],
];

let section = "";

function drawFrame() {
  render(
    html`<ul>${SECTIONS.map(
      ([name, href, label]) => html`<li><a href=${href} aria-current=${name === section ? "page" : nothing}>${label}</a></li>`,
    )}</ul>`,
    document.getElementById("nav"),
  );
  render(
    html`<label class="colours"><span class="visually-hidden">Colours</span>
        <select @change=${(event) => theme.choose(event.target.value)}>
          ${COLOURS.map(([value, label]) => html`<option value=${value} ?selected=${theme.chosen === value}>${label}</option>`)}
        </select></label>
      ${key.get() ? html`<button type="button" class="link-button" @click=${signOut}>Sign out</button>` : nothing}`,
    document.getElementById("who"),
  );
}

function drawConnection(there) {
  render(
    there ? nothing : html`<p><span class="spinner"></span> <strong>No connection to the service.</strong> Trying again; what you have set up is kept here.</p>`,
    document.getElementById("connection"),
  );
}

function signOut() {
  key.forget();
  forgetDrafts();
  announce("You are signed out.");
  navigate("#/sign-in");
}

theme.begin();
connection.watch(drawConnection);
key.watch(() => {
  forgetFetched();
  drawFrame();
});
start(document.getElementById("main"), ROUTES, (now) => {
  section = now;
  drawFrame();
});
document.querySelector(".skip").addEventListener("click", (event) => {
  // The address stays that of the view.
  event.preventDefault();
  document.getElementById("main").focus();
});
