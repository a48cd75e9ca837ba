/**
 * The best award and the bound as time goes on: two lines that meet once the award is proven.
 *
 * Drawn by hand: it changes several times a second while the machine has better to do than to load a charting library.
 */

import { nothing, svg } from "../../lib/html.js";

const WIDTH = 640;
const HEIGHT = 200;
const ROOM = { left: 8, right: 8, top: 14, bottom: 22 };

/**
 * @param {import("./course.js").Point[]} points
 * @param {(value: number) => string} shown  How a value is written.
 */
export function curve(points, shown) {
  const known = points.filter((point) => point.incumbent !== null || point.bound !== null);
  if (known.length < 2) {
    return nothing;
  }
  const place = scales(known);
  const incumbent = steps(known, "incumbent", place);
  const bound = steps(known, "bound", place);
  const last = known.at(-1);
  const end = (name) => (last[name] === null ? nothing : svg`<circle class="curve-end curve-${name}"
    cx=${place.x(last.seconds)} cy=${place.y(last[name])} r="4"></circle>`);
  return svg`
    <svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${told(known, shown)}>
      <line class="curve-axis" x1=${ROOM.left} x2=${WIDTH - ROOM.right} y1=${HEIGHT - ROOM.bottom} y2=${HEIGHT - ROOM.bottom}></line>
      ${between(known, place)}
      <polyline class="curve-bound" points=${bound}></polyline>
      <polyline class="curve-incumbent" points=${incumbent}></polyline>
      ${end("bound")}${end("incumbent")}
      <text class="curve-label" x=${ROOM.left} y=${HEIGHT - 6}>${Math.round(known[0].seconds)} s</text>
      <text class="curve-label curve-right" x=${WIDTH - ROOM.right} y=${HEIGHT - 6}>${Math.round(last.seconds)} s</text>
    </svg>`;
}

/** Places on the picture. The scale is that of the last two thirds: a first, wild award would flatten all that follows. */
function scales(points) {
  const late = points.slice(Math.floor(points.length / 3));
  const values = late.flatMap((point) => [point.incumbent, point.bound]).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] = [points[0].seconds, points.at(-1).seconds];
  const across = WIDTH - ROOM.left - ROOM.right;
  const up = HEIGHT - ROOM.top - ROOM.bottom;
  const within = (share) => Math.min(Math.max(share, 0), 1);
  return {
    x: (seconds) => round(ROOM.left + (across * (seconds - from)) / (to - from || 1)),
    y: (value) => round(ROOM.top + up * (1 - within((value - low) / (high - low || 1)))),
  };
}

/** A line that holds each value until the next one. */
function steps(points, name, place) {
  const found = [];
  let before = null;
  for (const point of points) {
    if (point[name] === null) {
      continue;
    }
    if (before !== null) {
      found.push(`${place.x(point.seconds)},${place.y(before)}`);
    }
    found.push(`${place.x(point.seconds)},${place.y(point[name])}`);
    before = point[name];
  }
  return found.join(" ");
}

/** The ground between the two lines: what is still open. */
function between(points, place) {
  const both = points.filter((point) => point.incumbent !== null && point.bound !== null);
  if (both.length < 2) {
    return nothing;
  }
  const there = steps(both, "incumbent", place);
  const back = steps(both, "bound", place).split(" ").reverse().join(" ");
  return svg`<polygon class="curve-open" points="${there} ${back}"></polygon>`;
}

function told(points, shown) {
  const { incumbent, bound } = points.at(-1);
  const best = incumbent === null ? "no award yet" : `best award so far ${shown(incumbent)}`;
  const proven = bound === null ? "nothing proven yet" : `proven that none is better than ${shown(bound)}`;
  return `Course of the search: ${best}, ${proven}.`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
