/** A map of dots: no tiles and no network, true to shape about its middle. */

import { html, nothing, svg } from "../../lib/html.js";
import { sides } from "./labels.js";

const WIDTH = 640;
const TALLEST = 680;
const ROOM = 22;

/**
 * @typedef {object} Dot
 * @property {{lon: number, lat: number, id: string}} buyer
 * @property {string} name
 * @property {import("../../lib/legend.js").Code | null} code  Who serves it; null where nobody does.
 */

/**
 * @param {Dot[]} dots
 * @param {{label: string, isDimmed: (code: object) => boolean, open: (buyer: object) => void}} options
 */
export function map(dots, { label, isDimmed, open }) {
  const { place, width, height } = flat(dots.map(({ buyer }) => buyer));
  // Dots as large as there is room for; letters where they can be read.
  const radius = Math.min(Math.max(Math.sqrt((width * height) / dots.length) * 0.22, 5), 13);
  const shown = dots.map((dot) => ({ ...dot, at: place(dot.buyer), isDim: dot.code === null || isDimmed(dot.code), text: dot.name.replace(/^NHS /, "") }));
  const bright = shown.filter((dot) => !dot.isDim);
  const found = sides(bright.map(({ at }) => at), bright.map(({ text }) => text), radius, width);
  const sideOf = new Map(bright.map((dot, index) => [dot, found[index]]));
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${[...shown.filter((dot) => dot.isDim), ...bright].map((dot) => drawn(dot, radius, sideOf.get(dot) ?? null, open))}
  </svg>`;
}

function drawn({ buyer, name, code, at: [x, y], isDim, text }, radius, side, open) {
  return svg`<g class="dot ${isDim ? "dim" : ""}" @click=${() => open(buyer)}>
    <title>${name}: ${code === null ? "nothing tendered" : code.name}</title>
    <circle cx=${x} cy=${y} r=${radius} fill=${isDim ? nothing : code.colour}></circle>
    ${isDim || radius < 7 ? nothing : svg`<text class="dot-letters" x=${x} y=${y} font-size=${round(radius * (code.letters.length > 1 ? 0.75 : 1))}>${code.letters}</text>`}
    ${side === null ? nothing : nameBeside(text, x, y, radius + 4, side)}
  </g>`;
}

function nameBeside(text, x, y, gap, side) {
  const [dx, dy, anchor] = { right: [gap, 0, "start"], left: [-gap, 0, "end"], above: [0, -gap - 5, "middle"], below: [0, gap + 6, "middle"] }[side];
  return svg`<text class="dot-name" x=${x + dx} y=${y + dy} text-anchor=${anchor}>${text}</text>`;
}

/** Places of buyers as pixels, and the size of the map. */
function flat(buyers) {
  const lats = buyers.map(({ lat }) => Number(lat));
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const lons = buyers.map(({ lon }) => Number(lon) * shrink);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const across = east - west || 0.1;
  const up = north - south || 0.1;
  const scale = Math.min((WIDTH - 2 * ROOM) / across, (TALLEST - 2 * ROOM) / up);
  const width = Math.max(WIDTH, across * scale + 2 * ROOM);
  const left = (width - across * scale) / 2;
  return {
    width,
    height: Math.round(up * scale + 2 * ROOM),
    place: ({ lon, lat }) => [round(left + (Number(lon) * shrink - west) * scale), round(ROOM + (north - Number(lat)) * scale)],
  };
}

function round(value) {
  return Math.round(value * 10) / 10;
}
