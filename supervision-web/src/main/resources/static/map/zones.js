// @ts-check
import { unitsPerMeter } from './geo.js';
import { FONT, HALO, SELECTED, ZONES } from './palette.js';

/**
 * Zones: kind by colour and by line (forbidden: solid and hatched; stay-in: dashed; boundary: dotted), with their names. A Point with
 * `radiusM` is a circle, a LineString with `bufferM` a corridor as wide as that.
 */

/** @param {string} color */
function hatch(color) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 10;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.strokeStyle = color;
  context.lineWidth = 1.2;
  context.beginPath();
  for (const shift of [-10, 0, 10]) {
    context.moveTo(shift, 10);
    context.lineTo(shift + 10, 0);
  }
  context.stroke();
  return context.createPattern(canvas, 'repeat');
}

/**
 * A GeoJSON feature as an OpenLayers one in the map's plane.
 * @param {any} ol @param {any} feature
 */
export function readArea(ol, feature) {
  const read = new ol.format.GeoJSON().readFeature(feature, { featureProjection: 'EPSG:3857' });
  const radius = Number(read.get('radiusM'));
  if (read.getGeometry().getType() === 'Point' && radius > 0) {
    const [, latitude] = feature.geometry.coordinates;
    read.setGeometry(new ol.geom.Circle(read.getGeometry().getCoordinates(), radius * unitsPerMeter(latitude)));
  }
  return read;
}

/**
 * A GeoJSON feature as one OpenLayers feature for each of its alternatives: a GeometryCollection has `lengthsM`, a radius or buffer for each geometry.
 * @param {any} ol @param {any} feature @returns {any[]}
 */
export function readAreas(ol, feature) {
  if (feature.geometry.type !== 'GeometryCollection') return [readArea(ol, feature)];
  const { lengthsM, ...properties } = feature.properties ?? {};
  return feature.geometry.geometries.map((/** @type {any} */ geometry, /** @type {number} */ i) => {
    const length = lengthsM?.[i] ?? null;
    return readArea(ol, { ...feature, geometry, properties: { ...properties, radiusM: length, bufferM: geometry.type === 'LineString' ? length : null } });
  });
}

/**
 * The other way: GeoJSON in WGS-84 with `radiusM` or `bufferM`.
 * @param {any} ol @param {any} feature @param {number} bufferMeters
 */
export function writeArea(ol, feature, bufferMeters) {
  const geometry = feature.getGeometry();
  const round = (/** @type {any} */ c) => (Array.isArray(c) ? c.map(round) : Math.round(c * 1e6) / 1e6);
  if (geometry.getType() === 'Circle') {
    const [longitude, latitude] = ol.proj.toLonLat(geometry.getCenter());
    const radiusM = Math.max(1, Math.round(geometry.getRadius() / unitsPerMeter(latitude)));
    return { type: 'Feature', geometry: { type: 'Point', coordinates: round([longitude, latitude]) }, properties: { radiusM } };
  }
  const written = new ol.format.GeoJSON().writeGeometryObject(geometry, { featureProjection: 'EPSG:3857' });
  const properties = geometry.getType() === 'LineString' ? { bufferM: bufferMeters } : {};
  return { type: 'Feature', geometry: { type: written.type, coordinates: round(written.coordinates) }, properties };
}

/** @param {any} ol */
export function zoneStyles(ol) {
  const { Style, Fill, Stroke, Text } = ol.style;
  /** @type {Map<string, any>} */
  const cache = new Map();
  const styles = (/** @type {string} */ kind, /** @type {boolean} */ selected, /** @type {number} */ corridorPixels) => {
    const key = kind + selected + corridorPixels;
    let made = cache.get(key);
    if (made) return made;
    const look = ZONES[kind] ?? ZONES.other;
    made = [new Style({ stroke: new Stroke({ color: 'rgba(255,255,255,0.75)', width: selected ? 7 : 4.5 }), fill: new Fill({ color: look.fill }) })];
    if (corridorPixels > 0) made[0] = new Style({ stroke: new Stroke({ color: look.fill, width: corridorPixels, lineCap: 'round', lineJoin: 'round' }) });
    if (look.hatch && corridorPixels === 0) made.push(new Style({ fill: new Fill({ color: hatch(look.hatch) }) }));
    made.push(new Style({ stroke: new Stroke({ color: selected ? SELECTED : look.line, width: selected ? 3.5 : 2, lineDash: look.dash, lineCap: 'butt' }) }));
    cache.set(key, made);
    return made;
  };
  return (/** @type {any} */ feature, /** @type {number} */ resolution) => {
    const kind = String(feature.get('kind') ?? 'other');
    const buffer = Number(feature.get('bufferM') ?? 0);
    const isLine = feature.getGeometry().getType().endsWith('LineString');
    const corridor = isLine && buffer > 0 ? Math.max(4, Math.round((2 * buffer * 1.16) / resolution)) : 0;
    const shape = styles(kind, Boolean(feature.get('selected')), corridor);
    const name = feature.get('name');
    if (!name || resolution > 40) return shape;
    const look = ZONES[kind] ?? ZONES.other;
    const mark = { keep_out: '⊘ ', stay_in: '⌂ ', boundary: '▢ ' }[kind] ?? '';
    const [left, , right, top] = feature.getGeometry().getExtent();
    const label = feature.get('_label') ?? new Style({
      geometry: isLine ? undefined : new ol.geom.Point([(left + right) / 2, top]),
      text: new Text({
        text: mark + name,
        font: `600 12px ${FONT}`,
        overflow: true,
        placement: isLine ? 'line' : 'point',
        offsetY: isLine ? 0 : -10,
        fill: new Fill({ color: look.line }),
        stroke: new Stroke({ color: HALO, width: 3.5 }),
      }),
      zIndex: 50,
    });
    feature.set('_label', label, true);
    return [...shape, label];
  };
}
