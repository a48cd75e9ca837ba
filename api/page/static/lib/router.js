/**
 * Shows the view that the address names: `#/cases/ID`, `#/runs/ID/explore/TAB?...`. Each address is a permalink.
 *
 * A view is a module with `title(params)` and `mount(root, params, ctx)`, which draws into `root`, a new element each time, and
 * may give a function that cleans up. `params` are the names in the address, and `query`. `ctx` has
 * `navigate(hash)`, `announce(text)`, `signal`, which ends with the view, and `retitle(text)` once more is known.
 */
import { announce } from "./announce.js";
import { isAborted } from "./problem.js";
import { html, render } from "./html.js";
import { problemPanel } from "./problem-panel.js";

const PRODUCT = "Supplier selector";

/**
 * @typedef {{navigate: (hash: string) => void, announce: (text: string) => void, signal: AbortSignal, retitle: (text: string) => void}} Context
 * @typedef {{title: (params: object) => string, mount: (root: HTMLElement, params: any, ctx: Context) => Promise<(() => void) | void>}} View
 * @typedef {{pattern: RegExp, load: () => Promise<View>, section: string}} Route
 */

/** @param {string} hash Such as `#/runs/7`. */
export function navigate(hash) {
  if (location.hash === hash) dispatchEvent(new Event("hashchange"));
  else location.hash = hash;
}

/** Says in the address what the view shows now, without going anywhere. @param {string} hash */
export function restate(hash) {
  history.replaceState(null, "", hash);
}

/**
 * A route: `route("/runs/:id/explore/:tab?", "runs", () => import("../views/explore.js"))`.
 * What stands for a name is letters, figures, - and _: a link that somebody else has made must not lead a request elsewhere in the service.
 * @param {string} path
 * @param {string} section What of the navigation is current.
 * @param {() => Promise<View>} load
 * @returns {Route}
 */
export function route(path, section, load) {
  const source = path.replace(/\/:(\w+)\?/g, "(?:/(?<$1>[\\w-]+))?").replace(/:(\w+)/g, "(?<$1>[\\w-]+)");
  return { pattern: new RegExp(`^${source}$`), section, load };
}

/**
 * Begins.
 * @param {HTMLElement} main Where views are shown.
 * @param {Route[]} routes
 * @param {(section: string) => void} onSection Called with the section of each view.
 */
export function start(main, routes, onSection) {
  let leave = () => undefined;
  let first = true;

  async function show() {
    // The link that skips to the content is no address of a view.
    if (location.hash === "#main") return;
    leave();
    const [path, query] = (location.hash.slice(1) || "/").split("?");
    const found = matching(routes, path);
    const params = { ...found.params, query: new URLSearchParams(query) };
    onSection(found.route?.section ?? "");
    leave = await mounted(main, found.route, params, { moveFocus: !first });
    first = false;
  }

  addEventListener("hashchange", show);
  show();
}

function matching(routes, path) {
  for (const each of routes) {
    const found = each.pattern.exec(path);
    if (found) {
      const params = Object.entries(found.groups ?? {}).filter(([, value]) => value !== undefined);
      return { route: each, params: Object.fromEntries(params) };
    }
  }
  return { route: null, params: {} };
}

async function mounted(main, route, params, { moveFocus }) {
  const ending = new AbortController();
  const root = document.createElement("div");
  root.className = "view";
  const waiting = document.createElement("div");
  main.replaceChildren(waiting, root);
  scrollTo(0, 0);
  // Most views come at once; only who waits is told.
  const timer = setTimeout(() => render(html`<p class="loading" role="status"><span class="spinner"></span> Loading…</p>`, waiting), 250);
  let cleanup;
  const ctx = {
    navigate,
    announce,
    signal: ending.signal,
    retitle: (text) => !ending.signal.aborted && (document.title = `${text} – ${PRODUCT}`),
  };
  const leave = () => {
    ending.abort();
    cleanup?.();
  };
  // The way out has to be there before the view is: somebody may leave while it loads.
  const done = (async () => {
    try {
      if (!route) throw Object.assign(new Error("There is no such page. It may have been an old link."), { title: "Not found" });
      const view = await route.load();
      ctx.retitle(view.title(params));
      cleanup = await view.mount(root, params, ctx);
      if (ending.signal.aborted) cleanup?.();
    } catch (error) {
      if (ending.signal.aborted || isAborted(error)) return;
      if (error.status === 401) return navigate(`#/sign-in?to=${encodeURIComponent(location.hash)}`);
      ctx.retitle(error.title ?? "Something went wrong");
      render(problemPanel(error, { heading: 1, retry: () => dispatchEvent(new Event("hashchange")) }), root);
    } finally {
      clearTimeout(timer);
      waiting.remove();
    }
    if (!ending.signal.aborted && moveFocus) focusHeading(root);
  })();
  void done;
  return leave;
}

function focusHeading(root) {
  const heading = root.querySelector("h1");
  if (!heading || root.contains(document.activeElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
