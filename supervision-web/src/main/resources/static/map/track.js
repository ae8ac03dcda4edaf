// @ts-check
import { unitsPerMeter } from './geo.js';
import { FONT, HALO, INK } from './palette.js';

/**
 * Where one person was: a line from pale (early) to dark (late) with arrows, every point with its error circle, and a gap as a gap:
 * a dashed grey line that says how long nothing is known.
 * @typedef {object} TrackPoint
 * @property {string} at ISO instant, device time
 * @property {number} lat degrees WGS-84
 * @property {number} lon degrees WGS-84
 * @property {number} [accuracyM] error radius in metres
 * @property {boolean} [estimated] the device reported no error: this is what the judge assumes, drawn dashed
 * @property {boolean} [located] false: the report had no fix; it breaks the line
 * @property {number} [speedKmh]
 * @property {boolean} [evidence] drawn strong: one of the fixes that convinced
 * @property {string} [who] whose fix it is, where there are several people's
 * @property {boolean} [ignored] drawn as a grey cross and not joined: more likely wild than not
 */

const STEPS = 32;
const EARLY = [120, 180, 220];
const LATE = [18, 52, 110];

/** @param {number} share 0 (early) to 1 (late) */
const colorAt = (share) => `rgb(${EARLY.map((from, i) => Math.round(from + (LATE[i] - from) * share)).join()})`;

/**
 * @param {any} ol
 * @param {(from: number, to: number) => string} gapLabel words for a gap between two epoch milliseconds
 * @param {{start: string, end: string}} ends
 */
export function trackLayers(ol, gapLabel, ends) {
  const { Style, Fill, Stroke, Circle, RegularShape, Text } = ol.style;
  const lines = new ol.source.Vector({ wrapX: false });
  const points = new ol.source.Vector({ wrapX: false });
  /** @type {Map<string, any>} */
  const cache = new Map();
  const cached = (/** @type {string} */ key, /** @type {() => any} */ make) => {
    const known = cache.get(key) ?? make();
    cache.set(key, known);
    return known;
  };
  const lineStyle = (/** @type {any} */ feature, /** @type {number} */ resolution) => {
    if (feature.get('gap')) {
      return new Style({
        stroke: new Stroke({ color: '#8a8f98', width: 2, lineDash: [2, 8], lineCap: 'round' }),
        text: new Text({ text: feature.get('gap'), font: `12px ${FONT}`, placement: 'line', fill: new Fill({ color: '#5f6773' }), stroke: new Stroke({ color: HALO, width: 3 }), overflow: true }),
      });
    }
    const color = colorAt(feature.get('step') / (STEPS - 1));
    const styles = cached('line' + color, () => [
      new Style({ stroke: new Stroke({ color: 'rgba(255,255,255,0.85)', width: 6, lineJoin: 'round' }), zIndex: 1 }),
      new Style({ stroke: new Stroke({ color, width: 3, lineJoin: 'round', lineCap: 'round' }), zIndex: 2 }),
    ]);
    const arrows = [];
    let walked = 0;
    for (const line of feature.getGeometry().getCoordinates()) {
      for (let i = 1; i < line.length; i++) {
        const [dx, dy] = [line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]];
        walked += Math.hypot(dx, dy) / resolution;
        if (walked < 70) continue;
        walked = 0;
        const turn = (Math.round((Math.atan2(dx, dy) * 180) / Math.PI / 10) * Math.PI) / 18;
        const style = cached('arrow' + color + turn.toFixed(2), () => new RegularShape({
          points: 3, radius: 5, rotation: turn, rotateWithView: true, fill: new Fill({ color }), stroke: new Stroke({ color: '#fff', width: 1 }), declutterMode: 'none',
        }));
        arrows.push(new Style({ image: style, geometry: new ol.geom.Point([(line[i][0] + line[i - 1][0]) / 2, (line[i][1] + line[i - 1][1]) / 2]), zIndex: 3 }));
      }
    }
    return [...styles, ...arrows];
  };
  const pointStyle = (/** @type {any} */ feature, /** @type {number} */ resolution) => {
    const point = /** @type {TrackPoint} */ (feature.get('point'));
    if (point.ignored) {
      return cached('ignored', () => ['#ffffff', '#5f6773'].map((color, i) => new Style({
        image: new RegularShape({ points: 4, radius: 7, radius2: 0, angle: Math.PI / 4, stroke: new Stroke({ color, width: i ? 2 : 4.5 }), declutterMode: 'none' }), zIndex: 5,
      })));
    }
    const strong = Boolean(point.evidence) || feature.get('active');
    const color = strong ? '#b91c1c' : colorAt(feature.get('share'));
    const circle = Math.round(((point.accuracyM ?? 0) * unitsPerMeter(point.lat)) / resolution);
    const styles = [cached('dot' + color + strong, () => new Style({
      image: new Circle({ radius: strong ? 5 : 3, fill: new Fill({ color }), stroke: new Stroke({ color: '#fff', width: 1.5 }), declutterMode: 'none' }), zIndex: strong ? 6 : 5,
    }))];
    if (circle > 4 && circle < 2000) {
      styles.unshift(cached('error' + circle + strong + Boolean(point.estimated), () => new Style({
        image: new Circle({ radius: circle, fill: new Fill({ color: strong ? 'rgba(185,28,28,0.08)' : 'rgba(37,99,168,0.05)' }), stroke: new Stroke({ color: strong ? 'rgba(185,28,28,0.55)' : point.estimated ? 'rgba(37,99,168,0.42)' : 'rgba(37,99,168,0.28)', width: 1, lineDash: point.estimated ? [3, 3] : undefined }), declutterMode: 'none' }), zIndex: 0,
      })));
    }
    const end = feature.get('end');
    if (end) {
      styles.push(new Style({
        image: new Circle({ radius: 7, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: INK, width: 3 }), declutterMode: 'none' }),
        text: new Text({ text: end, font: `700 12px ${FONT}`, offsetY: -16, fill: new Fill({ color: INK }), stroke: new Stroke({ color: HALO, width: 3.5 }) }), zIndex: 7,
      }));
    }
    return styles;
  };
  return {
    layers: [
      new ol.layer.Vector({ source: lines, style: lineStyle, zIndex: 30 }),
      new ol.layer.Vector({ source: points, style: pointStyle, zIndex: 31 }),
    ],
    /** @param {TrackPoint[]} track in time order @param {number} gapSeconds @param {boolean} line whether to join the points */
    set(track, gapSeconds, line) {
      lines.clear(true);
      points.clear(true);
      const located = track.filter((p) => p.located !== false);
      if (located.length === 0) return;
      const times = located.map((p) => Date.parse(p.at));
      const [first, last] = [times[0], times[times.length - 1]];
      const share = (/** @type {number} */ t) => (last > first ? (t - first) / (last - first) : 1);
      const at = located.map((p) => ol.proj.fromLonLat([p.lon, p.lat]));
      const joined = located.flatMap((point, i) => (point.ignored ? [] : [i]));
      points.addFeatures(located.map((point, i) => new ol.Feature({
        geometry: new ol.geom.Point(at[i]), point, share: share(times[i]),
        end: !line || joined.length < 2 ? '' : i === joined[0] ? ends.start : i === joined[joined.length - 1] ? ends.end : '',
      })));
      if (!line) return;
      /** @type {number[][][][]} */
      const steps = Array.from({ length: STEPS }, () => []);
      for (let next = 1; next < joined.length; next++) {
        const [before, i] = [joined[next - 1], joined[next]];
        if (times[i] - times[before] > gapSeconds * 1000) {
          lines.addFeature(new ol.Feature({ geometry: new ol.geom.LineString([at[before], at[i]]), gap: gapLabel(times[before], times[i]) }));
          continue;
        }
        const step = steps[Math.min(STEPS - 1, Math.floor(share(times[i]) * STEPS))];
        const open = step[step.length - 1];
        if (open && open[open.length - 1] === at[before]) open.push(at[i]);
        else step.push([at[before], at[i]]);
      }
      lines.addFeatures(steps.flatMap((parts, step) => (parts.length === 0 ? [] : [new ol.Feature({ geometry: new ol.geom.MultiLineString(parts), step })])));
    },
    extent: () => (points.isEmpty() ? null : points.getExtent().slice()),
  };
}
