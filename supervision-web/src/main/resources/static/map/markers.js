// @ts-check
import { zoomOf } from './basemap.js';
import { FONT, HALO, INK, SELECTED, STATES, URGENCY } from './palette.js';

/**
 * People on the map. Below zoom 12 they gather in clusters that show the most urgent state within.
 * @typedef {import('./palette.js').State} State
 * @typedef {object} Marker
 * @property {string|number} id
 * @property {number} lat degrees WGS-84
 * @property {number} lon degrees WGS-84
 * @property {string} [label]
 * @property {State} [state] default `ok`
 * @property {number} [heading] degrees clockwise from north
 * @property {number} [accuracyM] error radius in metres
 * @property {boolean} [stale] last heard too long ago: drawn pale and dashed whatever its state
 */

export const CLUSTER_BELOW_ZOOM = 12;
/** From here on, where streets can be told apart, those in order are named too: the overview names only whom it must. */
const NAMES_FROM_ZOOM = 15;
const CELL_PIXELS = 64;

/** @param {any} ol */
function looks(ol) {
  const { Style, Fill, Stroke, Circle, RegularShape, Text } = ol.style;
  const shape = (/** @type {State} */ state, /** @type {number} */ size, /** @type {boolean} */ stale) => {
    const look = STATES[state];
    const fill = new Fill({ color: stale && state === 'ok' ? '#8fa79d' : look.fill });
    const stroke = new Stroke({ color: look.line, width: 2, lineDash: state === 'unobserved' || stale ? [3, 3] : undefined });
    const base = { fill, stroke, declutterMode: 'obstacle' };
    if (state === 'critical') return new RegularShape({ ...base, points: 4, radius: size * 1.5, angle: 0 });
    if (state === 'serious') return new RegularShape({ ...base, points: 3, radius: size * 1.45 });
    if (state === 'info') return new RegularShape({ ...base, points: 4, radius: size * 1.25, angle: Math.PI / 4 });
    return new Circle({ ...base, radius: size });
  };
  const glyph = (/** @type {string} */ text, /** @type {string} */ color, /** @type {number} */ offsetY, /** @type {number} */ px) =>
    new Style({ text: new Text({ text, font: `700 ${px}px ${FONT}`, offsetY, fill: new Fill({ color }), declutterMode: 'none' }), zIndex: 4 });
  /** @type {Map<string, any[]>} */
  const cache = new Map();
  const pin = (/** @type {State} */ state, /** @type {number|null} */ heading, /** @type {boolean} */ selected, /** @type {boolean} */ stale) => {
    const key = [state, heading, selected, stale].join();
    let styles = cache.get(key);
    if (styles) return styles;
    styles = [];
    if (selected) {
      styles.push(new Style({ image: new Circle({ radius: 17, stroke: new Stroke({ color: SELECTED, width: 3 }), fill: new Fill({ color: 'rgba(11,74,143,0.14)' }), declutterMode: 'none' }), zIndex: 1 }));
    } else if (state === 'critical') {
      styles.push(new Style({ image: new Circle({ radius: 15, fill: new Fill({ color: 'rgba(185,28,28,0.20)' }), declutterMode: 'none' }), zIndex: 1 }));
    }
    if (heading !== null) {
      const turn = (heading * Math.PI) / 180;
      styles.push(new Style({
        image: new RegularShape({
          points: 3, radius: 5.5, rotation: turn, rotateWithView: true, displacement: [0, 14],
          fill: new Fill({ color: stale ? '#8b93a0' : INK }), stroke: new Stroke({ color: '#fff', width: 1.2 }), declutterMode: 'none',
        }), zIndex: 2,
      }));
    }
    styles.push(new Style({ image: shape(state, state === 'ok' ? 7 : 8, stale), zIndex: 3 }));
    const look = STATES[state];
    if (look.glyph) styles.push(glyph(look.glyph, state === 'unobserved' ? look.line : '#fff', state === 'serious' ? 2 : 1, 11));
    cache.set(key, styles);
    return styles;
  };
  const label = (/** @type {string} */ text, /** @type {boolean} */ strong) =>
    new Style({
      text: new Text({
        text, font: `${strong ? 700 : 500} 12px ${FONT}`, offsetY: 21, fill: new Fill({ color: INK }),
        stroke: new Stroke({ color: HALO, width: 3.5 }), declutterMode: 'declutter',
      }),
      zIndex: strong ? 60 : 10,
    });
  const cluster = (/** @type {State} */ state, /** @type {number} */ count) => {
    const key = 'cluster' + state + count;
    let styles = cache.get(key);
    if (styles) return styles;
    const radius = Math.min(26, 12 + Math.log2(count) * 2.4);
    const look = STATES[state];
    const ring = state === 'unobserved' ? look.line : look.fill;
    styles = [
      new Style({ image: new Circle({ radius: radius + 4, fill: new Fill({ color: ring + '33' }) }) }),
      new Style({ image: new Circle({ radius, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: ring, width: 3, lineDash: state === 'unobserved' ? [4, 3] : undefined }) }) }),
      glyph((look.glyph === '!' ? '! ' : '') + count, state === 'ok' || state === 'unobserved' ? INK : look.fill, 1, 12),
    ];
    cache.set(key, styles);
    return styles;
  };
  return { pin, label, cluster };
}

/** @param {any} ol */
export function markerLayers(ol) {
  const look = looks(ol);
  const pins = new ol.source.Vector({ wrapX: false });
  const groups = new ol.source.Vector({ wrapX: false, useSpatialIndex: false });
  /** @type {Map<string, any>} */
  const byId = new Map();
  let selected = '';
  let hovered = '';
  let resolution = 0;
  let dirty = false;

  const pinStyle = (/** @type {any} */ feature, /** @type {number} */ at) => {
    const marker = /** @type {Marker} */ (feature.get('marker'));
    const strong = String(marker.id) === selected;
    const heading = typeof marker.heading === 'number' ? (Math.round(marker.heading / 15) * 15) % 360 : null;
    const styles = look.pin(marker.state ?? 'ok', heading, strong, Boolean(marker.stale));
    if (!marker.label || (zoomOf(at) < NAMES_FROM_ZOOM && !strong && String(marker.id) !== hovered && (marker.state ?? 'ok') === 'ok')) return styles;
    let text = feature.get('_label');
    if (!text || feature.get('_labelOf') !== marker.label + strong) {
      text = look.label(marker.label, strong);
      feature.set('_label', text, true);
      feature.set('_labelOf', marker.label + strong, true);
    }
    return [...styles, text];
  };
  const pinLayer = new ol.layer.Vector({ source: pins, style: pinStyle, declutter: true, minZoom: CLUSTER_BELOW_ZOOM, zIndex: 40, updateWhileAnimating: true });
  const groupStyle = (/** @type {any} */ feature) => {
    const members = feature.get('members');
    return members.length === 1 ? look.pin(members[0].state ?? 'ok', null, String(members[0].id) === selected, Boolean(members[0].stale)) : look.cluster(feature.get('state'), members.length);
  };
  const groupLayer = new ol.layer.Vector({ source: groups, style: groupStyle, maxZoom: CLUSTER_BELOW_ZOOM, zIndex: 40 });

  const gather = () => {
    dirty = false;
    if (!(zoomOf(resolution) <= CLUSTER_BELOW_ZOOM)) return;
    /** @type {Map<string, {x: number, y: number, members: Marker[]}>} */
    const cells = new Map();
    const size = CELL_PIXELS * resolution;
    for (const feature of byId.values()) {
      const [x, y] = feature.getGeometry().getCoordinates();
      const key = Math.floor(x / size) + ':' + Math.floor(y / size);
      const cell = cells.get(key) ?? { x: 0, y: 0, members: [] };
      cell.x += x;
      cell.y += y;
      cell.members.push(feature.get('marker'));
      cells.set(key, cell);
    }
    groups.clear(true);
    groups.addFeatures([...cells.values()].map((cell) => {
      const state = cell.members.map((m) => m.state ?? 'ok').reduce((a, b) => (URGENCY.indexOf(b) > URGENCY.indexOf(a) ? b : a));
      const centre = [cell.x / cell.members.length, cell.y / cell.members.length];
      return new ol.Feature({ geometry: new ol.geom.Point(centre), members: cell.members, state });
    }));
  };
  const gatherSoon = () => {
    if (dirty) return;
    dirty = true;
    setTimeout(gather, 250);
  };
  const put = (/** @type {Marker} */ marker) => {
    const at = ol.proj.fromLonLat([marker.lon, marker.lat]);
    const known = byId.get(String(marker.id));
    if (known) {
      const whole = { ...known.get('marker'), ...marker };
      known.set('marker', whole, true);
      known.getGeometry().setCoordinates(at);
      return null;
    }
    const feature = new ol.Feature({ geometry: new ol.geom.Point(at), marker });
    feature.setId(String(marker.id));
    byId.set(String(marker.id), feature);
    return feature;
  };

  return {
    layers: [groupLayer, pinLayer],
    /** @param {Marker[]} markers */
    set(markers) {
      pins.clear(true);
      byId.clear();
      pins.addFeatures(markers.map(put).filter(Boolean));
      gather();
    },
    /** @param {Marker} marker */
    move(marker) {
      const added = put(marker);
      if (added) pins.addFeature(added);
      gatherSoon();
    },
    /** @param {string|number} id */
    remove(id) {
      const feature = byId.get(String(id));
      if (feature) pins.removeFeature(feature);
      byId.delete(String(id));
      gatherSoon();
    },
    /** @param {string|number|null} id */
    select(id) {
      selected = id === null ? '' : String(id);
      pins.changed();
      groups.changed();
    },
    /** Names the one under the pointer. @param {string|number|null} id */
    hover(id) {
      const now = id === null ? '' : String(id);
      if (now === hovered) return;
      hovered = now;
      pins.changed();
    },
    /** @param {number} now */
    resolutionChanged(now) {
      resolution = now;
      gather();
    },
    /** @param {string|number} id @returns {number[]|undefined} */
    place: (id) => byId.get(String(id))?.getGeometry().getCoordinates(),
    /** @param {string|number} id @returns {Marker|undefined} */
    get: (id) => byId.get(String(id))?.get('marker'),
    extent: () => (byId.size === 0 ? null : ol.extent.boundingExtent([...byId.values()].map((f) => f.getGeometry().getCoordinates()))),
  };
}
