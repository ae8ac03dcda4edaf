// @ts-check
import { BASE, FONT, HALO } from './palette.js';

/**
 * The fictional city: one layer of areas and roads, one of decluttered names. Widths grow with the zoom as on a printed town map.
 * Reads `properties.kind` (river, park, road, building, school, police, justice, station,
 * market, district), `properties.class` of roads, and
 * `properties.name` / `properties.nameEn`.
 */

/** Road classes from wide to narrow: width in metres on the ground, least pixels, colours, first zoom. */
const ROADS = /** @type {Record<string, {m: number, px: number, fill: string, casing: string, from: number, z: number}>} */ ({
  arterial: { m: 26, px: 2.4, fill: '#fbe6b4', casing: '#dcc389', from: 0, z: 6 },
  collector: { m: 16, px: 1.4, fill: '#ffffff', casing: '#d3cabb', from: 11.5, z: 5 },
  street: { m: 10, px: 0.9, fill: '#ffffff', casing: '#dbd4c8', from: 13, z: 4 },
  path: { m: 4, px: 0.8, fill: '#fbfaf7', casing: '#e2dccf', from: 15, z: 3 },
});
const CLASS_OF = /** @type {Record<string, string>} */ ({
  motorway: 'arterial', primary: 'arterial', arterial: 'arterial', avenue: 'arterial', main: 'arterial', ring: 'arterial',
  secondary: 'collector', collector: 'collector', tertiary: 'collector', bridge: 'arterial',
  street: 'collector', residential: 'street', local: 'street', lane: 'street', path: 'path', footway: 'path', alley: 'path',
});

/** @param {any} feature */
export function roadClass(feature) {
  const named = CLASS_OF[String(feature.get('class') ?? feature.get('roadClass') ?? '')];
  if (named) return named;
  const width = Number(feature.get('widthM') ?? feature.get('width') ?? 0);
  return width >= 20 ? 'arterial' : width >= 12 ? 'collector' : 'street';
}

/** Map units per pixel to zoom. @param {number} resolution */
export const zoomOf = (resolution) => Math.log2(156543.03392804097 / resolution);

/** @param {any} ol */
function shapeStyles(ol) {
  const { Style, Fill, Stroke } = ol.style;
  const area = (/** @type {string} */ fill, /** @type {string|null} */ line, /** @type {number} */ zIndex) =>
    new Style({ fill: new Fill({ color: fill }), stroke: line ? new Stroke({ color: line, width: 1 }) : undefined, zIndex });
  const fixed = /** @type {Record<string, any>} */ ({
    park: area(BASE.park, BASE.parkLine, 1),
    river: area(BASE.water, BASE.waterLine, 2),
    building: area(BASE.building, BASE.buildingLine, 8),
    school: area(BASE.place.school, BASE.placeLine.school, 9),
    police: area(BASE.place.police, BASE.placeLine.police, 9),
    justice: area(BASE.place.justice, BASE.placeLine.justice, 9),
    station: area(BASE.place.station, BASE.placeLine.station, 9),
    market: area(BASE.place.market, BASE.placeLine.market, 9),
    district: new Style({ stroke: new Stroke({ color: BASE.district, width: 1.2, lineDash: [7, 5] }), zIndex: 10 }),
    riverLine: new Style({ stroke: new Stroke({ color: BASE.water, width: 3, lineCap: 'round' }), zIndex: 1 }),
  });
  /** @type {Map<string, any[]>} */
  const roads = new Map();
  const road = (/** @type {string} */ name, /** @type {number} */ resolution) => {
    const spec = ROADS[name];
    const zoom = zoomOf(resolution);
    if (zoom < spec.from) return undefined;
    const width = Math.round(Math.max(spec.px, spec.m / resolution) * 2) / 2;
    const key = name + width;
    let styles = roads.get(key);
    if (!styles) {
      const line = (/** @type {string} */ color, /** @type {number} */ w, /** @type {number} */ zIndex) =>
        new Style({ stroke: new Stroke({ color, width: w, lineCap: 'round', lineJoin: 'round' }), zIndex });
      styles = width < 2 ? [line(spec.casing, width, spec.z)] : [line(spec.casing, width + 2, spec.z - 0.5), line(spec.fill, width, spec.z)];
      roads.set(key, styles);
    }
    return styles;
  };
  return (/** @type {any} */ feature, /** @type {number} */ resolution) => {
    const kind = feature.get('kind');
    const type = feature.getGeometry().getType();
    if (kind === 'road') return road(roadClass(feature), resolution);
    if (type === 'Point') return undefined;
    if (kind === 'building' && resolution > 7) return undefined;
    if (kind === 'river' && type.endsWith('LineString')) return fixed.riverLine;
    return fixed[kind];
  };
}

/** First zoom at which a name is worth its room, its size and colour. */
const NAMES = /** @type {Record<string, {from: number, to?: number, font: string, color: string, line?: boolean, order: number}>} */ ({
  district: { from: 9, to: 15, font: `600 14px ${FONT}`, color: '#7b7266', order: 1 },
  river: { from: 11, font: `italic 13px ${FONT}`, color: BASE.labelWater, line: true, order: 2 },
  park: { from: 13, font: `12px ${FONT}`, color: BASE.labelPark, order: 3 },
  justice: { from: 13, font: `600 12px ${FONT}`, color: '#5e4a86', order: 4 },
  police: { from: 14, font: `12px ${FONT}`, color: '#3f5f93', order: 5 },
  school: { from: 14, font: `12px ${FONT}`, color: '#8a6d1d', order: 6 },
  station: { from: 13, font: `600 12px ${FONT}`, color: '#4a5a68', order: 6 },
  market: { from: 15, font: `12px ${FONT}`, color: '#8a5a2b', order: 6 },
  road: { from: 13.5, font: `11px ${FONT}`, color: BASE.label, line: true, order: 7 },
  building: { from: 17, font: `11px ${FONT}`, color: BASE.label, order: 8 },
});

/** @param {any} ol @param {boolean} chinese */
function nameStyles(ol, chinese) {
  const { Style, Fill, Stroke, Text, Circle } = ol.style;
  /** @type {Map<string, any>} */
  const cache = new Map();
  return (/** @type {any} */ feature, /** @type {number} */ resolution) => {
    const kind = feature.get('kind');
    const spec = NAMES[kind];
    const zoom = zoomOf(resolution);
    if (!spec || zoom < spec.from || (spec.to && zoom > spec.to)) return undefined;
    if (kind === 'road' && zoom < 15 && roadClass(feature) !== 'arterial') return undefined;
    const name = (chinese ? undefined : feature.get('nameEn') ?? feature.get('name_en')) ?? feature.get('name');
    if (!name) return undefined;
    const key = kind + '|' + name;
    let style = cache.get(key);
    if (!style) {
      const type = feature.getGeometry().getType();
      const onLine = spec.line && type.endsWith('LineString');
      const dot = type === 'Point' && ['school', 'police', 'justice', 'station', 'market'].includes(kind);
      style = new Style({
        image: dot ? new Circle({ radius: 3.5, fill: new Fill({ color: spec.color }), stroke: new Stroke({ color: '#fff', width: 1.5 }) }) : undefined,
        text: new Text({
          text: String(name),
          font: spec.font,
          placement: onLine ? 'line' : 'point',
          repeat: onLine ? 500 : undefined,
          maxAngle: Math.PI / 8,
          offsetY: dot ? 12 : 0,
          overflow: !onLine,
          fill: new Fill({ color: spec.color }),
          stroke: new Stroke({ color: HALO, width: 3 }),
        }),
        zIndex: 100 - spec.order,
      });
      cache.set(key, style);
    }
    return style;
  };
}

/**
 * What gets a name: an area once however many pieces it has, and a lake not at all inside the park that is named after it; a road or
 * a river on each of its lines.
 * @param {any[]} features
 */
function named(features) {
  const known = new Set();
  const parks = features.filter((f) => f.get('kind') === 'park').map((f) => String(f.get('name') ?? ''));
  return features.filter((f) => {
    const name = String(f.get('name') ?? '');
    const kind = f.get('kind');
    if (!name || !NAMES[kind]) return false;
    if (f.getGeometry().getType().endsWith('LineString')) return true;
    if (kind === 'building') return true;
    if (kind === 'river' && parks.some((park) => park.startsWith(name))) return false;
    const key = kind + '|' + name;
    return known.has(key) ? false : Boolean(known.add(key));
  });
}

/**
 * @param {any} ol the OpenLayers global
 * @param {string} lang
 */
export function basemapLayers(ol, lang) {
  const shapes = new ol.source.Vector({ wrapX: false });
  const names = new ol.source.Vector({ wrapX: false });
  const layers = [
    new ol.layer.Vector({ source: shapes, style: shapeStyles(ol), background: BASE.land, updateWhileAnimating: true, zIndex: 0 }),
    new ol.layer.Vector({ source: names, style: nameStyles(ol, lang.startsWith('zh')), declutter: true, zIndex: 5 }),
  ];
  return {
    layers,
    /** @param {object} geojson a FeatureCollection in WGS-84 */
    show(geojson) {
      const features = new ol.format.GeoJSON().readFeatures(geojson, { featureProjection: 'EPSG:3857' });
      shapes.clear(true);
      names.clear(true);
      shapes.addFeatures(features);
      names.addFeatures(named(features));
    },
    extent: () => (shapes.isEmpty() ? null : shapes.getExtent()),
  };
}
