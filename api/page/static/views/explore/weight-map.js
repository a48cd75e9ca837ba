/** The map of weights: a triangle of three weights, or a bar of two, cut into the regions where each award is the best. */

import { html, nothing, svg } from "../../lib/html.js";

/** Weights in words. */
export const WEIGHTS = {
  cost: "Cost",
  liability_weight: "A pound of liability",
  disruption_value: "A unit of disruption",
  quality_value: "A point of quality",
  price_weight: "Price",
  quality_weight: "Quality",
};

const WIDTH = 460;
const HEIGHT = 400;
const TOP = [WIDTH / 2, 26];
const LEFT = [10, HEIGHT - 34];
const RIGHT = [WIDTH - 10, HEIGHT - 34];

/**
 * @param {object} map      As the answer has it.
 * @param {number} at       The region that is looked at.
 * @param {(place: number) => void} choose
 * @param {object} [objective]  That of the case.
 */
export function weightMap(map, at, choose, objective) {
  const names = map.weights.map((name) => WEIGHTS[name] ?? name);
  const label = `Map of the weights ${names.join(", ")}: ${map.regions.length} regions, each where one award is the best. The buttons below choose among them.`;
  if (map.weights.length === 2) {
    return bar(map, at, choose, names, label, todayShare(objective));
  }
  const shape = (region) => region.corners.map(corner).map((point) => point.join(",")).join(" ");
  return html`
    <svg class="weight-map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
      ${lastly(map.regions, at).map(([region, place]) => svg`<polygon class="region region-${paint(region, place)} ${place === at ? "chosen" : ""}" points=${shape(region)} @click=${() => choose(place)}></polygon>`)}
      ${map.regions.map((region, place) => (region.share < 0.01 ? nothing : number(middle(region.corners.map(corner)), place)))}
      <circle class="today" cx=${TOP[0]} cy=${(TOP[1] + 2 * LEFT[1]) / 3} r="5"></circle>
      <text x=${TOP[0]} y="16" text-anchor="middle">${names[0]}</text>
      <text x=${LEFT[0]} y=${HEIGHT - 12} text-anchor="start">${names[1]}</text>
      <text x=${RIGHT[0]} y=${HEIGHT - 12} text-anchor="end">${names[2]}</text>
    </svg>
    <p class="quiet small">At each corner its weight alone counts. The dot is where the weights are today.</p>`;
}

function bar(map, at, choose, names, label, today) {
  const across = (share) => 10 + (WIDTH - 20) * share;
  return html`
    <svg class="weight-map" viewBox="0 0 ${WIDTH} 110" role="img" aria-label=${label}>
      ${lastly(map.regions, at).map(([region, place]) => {
        const ends = region.corners.map((each) => each[0]);
        const [low, high] = [Math.min(...ends), Math.max(...ends)];
        return svg`<rect class="region region-${paint(region, place)} ${place === at ? "chosen" : ""}" x=${across(low)} width=${Math.max((WIDTH - 20) * (high - low), 1)} y="28" height="48" @click=${() => choose(place)}></rect>
          ${region.share < 0.04 ? nothing : number([across((low + high) / 2), 52], place)}`;
      })}
      <line class="today-line" x1=${across(today)} x2=${across(today)} y1="20" y2="84"></line>
      <text x=${across(0)} y="100" text-anchor="start">${names[1]} alone</text>
      <text x=${across(1)} y="100" text-anchor="end">${names[0]} alone</text>
    </svg>
    <p class="quiet small">At each end its weight alone counts. The line is where the weights are today.</p>`;
}

/** Where today is on a bar: in the middle, but of scores where their shares are. */
function todayShare(objective) {
  if (objective?.mode !== "ratio") {
    return 0.5;
  }
  const [price, quality] = [Number(objective.price_weight ?? 60), Number(objective.quality_weight ?? 40)];
  return price / (price + quality);
}

/** Regions with their places; the one looked at comes last, so that its border is whole. */
function lastly(regions, at) {
  const found = regions.map((region, place) => [region, place]);
  return [...found.filter(([, place]) => place !== at), ...found.filter(([, place]) => place === at)];
}

function paint(region, place) {
  return region.is_best ? "own" : place % 7;
}

function number([x, y], place) {
  return svg`<text class="region-number" x=${x} y=${y} text-anchor="middle" dominant-baseline="central">${place + 1}</text>`;
}

function corner([first, second, third]) {
  return [0, 1].map((axis) => Math.round((first * TOP[axis] + second * LEFT[axis] + third * RIGHT[axis]) * 10) / 10);
}

function middle(points) {
  return [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
}
