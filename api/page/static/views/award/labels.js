/** Names beside the dots of a map, where there is room for them; as in the paper (selector/report/charts/labels.py). */

/** Width of a letter and height of a line of the smallest print. */
const LETTER = 5.6;
const LINE = 13;

/** @typedef {"right" | "left" | "above" | "below" | null} Side */

/**
 * On which side of its dot each name stands; null where there is no room. The first have the first choice.
 * @param {[number, number][]} places  Of the dots, from the left and from the top.
 * @param {string[]} names
 * @param {number} radius  Of the dots.
 * @param {number} width   Of the map.
 * @returns {Side[]}
 */
export function sides(places, names, radius, width) {
  const taken = places.map(([x, y]) => [x - radius, y - radius, x + radius, y + radius]);
  return places.map(([x, y], at) => {
    const size = names[at].length * LETTER;
    const gap = radius + 3;
    const boxes = {
      right: [x + gap, y - LINE / 2, x + gap + size, y + LINE / 2],
      left: [x - gap - size, y - LINE / 2, x - gap, y + LINE / 2],
      above: [x - size / 2, y - gap - LINE, x + size / 2, y - gap],
      below: [x - size / 2, y + gap, x + size / 2, y + gap + LINE],
    };
    const side = Object.keys(boxes).find((each) => isFree(boxes[each], taken, width)) ?? null;
    if (side !== null) {
      taken.push(boxes[side]);
    }
    return side;
  });
}

function isFree([left, top, right, bottom], taken, width) {
  return left >= 2 && right <= width - 2 && top >= 2 && !taken.some((other) => left < other[2] && other[0] < right && top < other[3] && other[1] < bottom);
}
