// @ts-check
/**
 * Plane geometry for drawing. Pure. Points are [x, y] in any one plane; what crosses in Web Mercator crosses on the ground at the
 * size of a zone.
 * @typedef {[number, number]} Point
 */

/** @param {Point} a @param {Point} b @param {Point} c */
const turn = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** @param {Point} p @param {Point} a @param {Point} b p is known to be on the line through a and b */
const between = (p, a, b) =>
  Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);

/** @param {Point} a @param {Point} b */
export const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/**
 * Whether two closed segments share any point.
 * @param {Point} a @param {Point} b @param {Point} c @param {Point} d
 */
export function touch(a, b, c, d) {
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && between(c, a, b)) || (abd === 0 && between(d, a, b)) || (cda === 0 && between(a, c, d)) || (cdb === 0 && between(b, c, d))
  );
}

/** Whether the second of two joined segments runs back over the first: a, joint, b. */
const foldsBack = (/** @type {Point} */ a, /** @type {Point} */ joint, /** @type {Point} */ b) =>
  turn(a, joint, b) === 0 && (a[0] - joint[0]) * (b[0] - joint[0]) + (a[1] - joint[1]) * (b[1] - joint[1]) > 0;

/** Drops points that repeat the one before. @param {Point[]} points */
export const distinct = (points) => points.filter((p, i) => i === 0 || !same(p, points[i - 1]));

/**
 * Whether a line touches itself other than from one segment to the next.
 * @param {Point[]} line
 */
export function crossesItself(line) {
  const points = distinct(line);
  for (let i = 1; i + 1 < points.length; i++) {
    if (foldsBack(points[i - 1], points[i], points[i + 1])) return true;
    for (let j = 1; j < i; j++) {
      if (touch(points[j - 1], points[j], points[i], points[i + 1])) return true;
    }
  }
  return false;
}

/**
 * Whether a closed ring (first point = last point) is not simple, or has no area.
 * @param {Point[]} ring
 */
export function ringCrosses(ring) {
  const points = distinct(ring);
  const n = points.length - 1;
  if (n < 3) return true;
  for (let i = 0; i < n; i++) {
    if (foldsBack(points[i], points[(i + 1) % n], points[(i + 2) % n])) return true;
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (touch(points[i], points[i + 1], points[j], points[j + 1])) return true;
    }
  }
  return false;
}

/**
 * Whether adding `next` to an open line would make it touch itself.
 * @param {Point[]} line @param {Point} next
 */
export function wouldCross(line, next) {
  const points = distinct(line);
  const last = points[points.length - 1];
  if (!last || same(last, next)) return false;
  if (points.length > 1 && foldsBack(points[points.length - 2], last, next)) return true;
  for (let j = 1; j + 1 < points.length; j++) {
    if (touch(points[j - 1], points[j], last, next)) return true;
  }
  return false;
}

/** How many map units (Web Mercator) one metre on the ground is at a latitude in degrees. @param {number} latitude */
export const unitsPerMeter = (latitude) => 1 / Math.cos((latitude * Math.PI) / 180);
