/** `#/sign-in`: the key by which the service knows who asks. */
import { get, key } from "../lib/api.js";
import { html, nothing, render } from "../lib/html.js";

export const title = () => "Sign in";

/** @type {import("../lib/router.js").View["mount"]} */
export async function mount(root, { query }, { navigate, signal, announce }) {
  // Only an address of this page: a link from elsewhere must not lead away from it.
  const wanted = query.get("to") ?? "";
  const next = wanted.startsWith("#/") && !wanted.startsWith("#/sign-in") ? wanted : "#/";
  let error = "";
  let busy = false;

  async function submit(event) {
    event.preventDefault();
    const before = key.get();
    const typed = event.target.elements.key.value.trim();
    if (!typed) {
      error = "Enter the key.";
      draw();
      root.querySelector("#key").focus();
      return;
    }
    busy = true;
    draw();
    key.set(typed);
    try {
      await get("/v1/cases", { query: { limit: 1 }, signal });
      announce("You are signed in.");
      navigate(next);
    } catch (problem) {
      if (before) key.set(before);
      else key.forget();
      error = problem.status === 401 ? "This key is not valid. Check that all of it was copied." : problem.message;
      busy = false;
      draw();
      root.querySelector("#key").focus();
    }
  }

  function draw() {
    render(
      html`<div class="sign-in">
        <h1>Sign in</h1>
        <p class="lead">This service knows who asks by a key. Whoever runs the service gives you one.</p>
        <form class="panel" novalidate @submit=${submit}>
          <div class="field">
            <label for="key">Key</label>
            <span class="hint" id="key-hint">It begins with <code>sel_</code>, or is a token of your organisation.</span>
            <input id="key" name="key" type="password" autocomplete="off" spellcheck="false" required
              aria-describedby=${error ? "key-hint key-error" : "key-hint"} aria-invalid=${error ? "true" : nothing}>
            ${error ? html`<p class="error" id="key-error" role="alert">${error}</p>` : nothing}
          </div>
          <p class="actions"><button class="button primary" ?disabled=${busy}>${busy ? html`<span class="spinner"></span> Checking…` : "Sign in"}</button></p>
        </form>
        <p class="quiet small">The key stays in this tab: it is forgotten when you close it or sign out, and never stands in an address.</p>
      </div>`,
      root,
    );
  }

  draw();
}
