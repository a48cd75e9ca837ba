/** Charts: one Vega-Lite specification each, as in the paper. The libraries are loaded when the first chart is. */
import { theme } from "./theme.js";
import { chartConfig } from "./chart-look.js";
import { tooltip } from "./chart-tooltip.js";

let loading = null;

/** Vega, Vega-Lite, and an interpreter of Vega's expressions: compiling them would need eval, which the page's policy forbids. */
function libraries() {
  loading ??= load().catch((error) => {
    // Without a connection; the next chart tries again.
    loading = null;
    throw error;
  });
  return loading;
}

/** One after another: each looks for the one before it, which has put itself among the globals. */
async function load() {
  await import("../vendor/vega/vega.min.js");
  await import("../vendor/vega-lite/vega-lite.min.js");
  const { expressionInterpreter } = await import("../vendor/vega-interpreter/vega-interpreter.js");
  return { vega: globalThis.vega, vegaLite: globalThis.vegaLite, expressionInterpreter };
}

/**
 * Draws a chart, and again whenever the colours of the page change.
 * @param {HTMLElement} root Empty, and the chart's alone. `width: "container"` takes its width.
 * @param {object} spec A Vega-Lite specification with its data in it.
 * @param {object} options
 * @param {string} options.label What the chart shows, in a sentence, for those who do not see it. Its figures belong in a table too.
 * @param {(datum: any) => void} [options.onClick] A mark was clicked. What a click does must be possible by keyboard elsewhere too.
 * @param {AbortSignal} options.signal
 * @returns {Promise<{update: (spec: object) => Promise<void>}>}
 */
export async function chart(root, spec, { label, onClick, signal }) {
  let view = null;
  let now = spec;

  async function draw() {
    const { vega, vegaLite, expressionInterpreter } = await libraries();
    if (signal.aborted) return;
    view?.finalize();
    const compiled = vegaLite.compile(now, { config: chartConfig() }).spec;
    view = new vega.View(vega.parse(compiled, null, { ast: true }), {
      expr: expressionInterpreter,
      renderer: "svg",
      container: root,
      hover: true,
      tooltip: tooltip.show,
      logLevel: vega.Warn,
    });
    if (onClick) view.addEventListener("click", (_, item) => item?.datum && onClick(item.datum));
    await view.runAsync();
    name();
  }

  /** One picture with one description: the parts of it would only be noise to those who hear the page. */
  function name() {
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", label);
    root.querySelector("svg")?.setAttribute("aria-hidden", "true");
  }

  root.classList.add("chart");
  theme.watch(() => void draw(), signal);
  signal.addEventListener("abort", () => (view?.finalize(), tooltip.hide()), { once: true });
  await draw();
  return {
    update: (next) => {
      now = next;
      return draw();
    },
  };
}
