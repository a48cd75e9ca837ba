/** How charts look: in the colours and the typeface of the page as it is now. */
import { token } from "./theme.js";

/** @returns {object} A configuration of Vega-Lite. */
export function chartConfig() {
  const [ink, quiet, line, accent] = ["--ink", "--quiet", "--line", "--accent"].map(token);
  const font = token("--font");
  const text = { labelColor: quiet, titleColor: quiet, labelFontSize: 13, titleFontSize: 13, titleFontWeight: 600 };
  return {
    background: "transparent",
    font,
    padding: 4,
    locale: { number: { decimal: ".", thousands: ",", grouping: [3], currency: ["£", ""] } },
    axis: { ...text, gridColor: line, gridOpacity: 0.45, domainColor: line, tickColor: line, titlePadding: 10, labelPadding: 6 },
    legend: { ...text, titleColor: ink, labelColor: ink, symbolStrokeColor: line },
    header: { ...text },
    title: { color: ink, subtitleColor: quiet, fontSize: 15, anchor: "start" },
    view: { stroke: null },
    text: { color: ink, fontSize: 13 },
    point: { color: accent, filled: true, size: 90 },
    line: { color: accent, strokeWidth: 2 },
    bar: { color: accent },
    rule: { color: quiet },
  };
}
