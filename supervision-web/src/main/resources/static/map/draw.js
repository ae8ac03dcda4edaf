// @ts-check
import { crossesItself, ringCrosses, unitsPerMeter, wouldCross } from './geo.js';
import { SELECTED } from './palette.js';
import { readArea, writeArea } from './zones.js';

/**
 * Drawing and changing one area, by pointer or by keyboard. An outline that would cross itself is refused as it is drawn: the segment
 * in hand turns red and the click is not taken; a change that makes one cross is undone.
 * @typedef {'polygon'|'circle'|'line'} Shape
 * @typedef {object} Hooks
 * @property {(geojson: object|null) => void} drawn a whole area was drawn or changed; null: cleared
 * @property {(word: 'crossing'|'crossingUndone'|'tooSmall'|'drawHint'|'circleHint'|'modifyHint'|null) => void} say
 */

const TYPES = { polygon: 'Polygon', circle: 'Circle', line: 'LineString' };

/** @param {any} ol @param {any} map @param {any} zoneSource snapped to @param {Hooks} hooks */
export function drawing(ol, map, zoneSource, hooks) {
  const { Style, Fill, Stroke, Circle } = ol.style;
  const source = new ol.source.Vector({ wrapX: false });
  const look = (/** @type {string} */ color) => [
    new Style({ stroke: new Stroke({ color: 'rgba(255,255,255,0.8)', width: 6 }), fill: new Fill({ color: color + '1f' }) }),
    new Style({
      stroke: new Stroke({ color, width: 3 }),
      image: new Circle({ radius: 6, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color, width: 3 }) }),
    }),
  ];
  const [fine, wrong] = [look(SELECTED), look('#c62828')];
  const corners = new Style({
    image: new Circle({ radius: 5, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: SELECTED, width: 2.5 }) }),
    geometry: (/** @type {any} */ feature) => {
      const geometry = feature.getGeometry();
      if (geometry.getType() === 'Polygon') return new ol.geom.MultiPoint(geometry.getCoordinates().flat());
      return geometry.getType() === 'LineString' ? new ol.geom.MultiPoint(geometry.getCoordinates()) : undefined;
    },
  });
  const crossing = (/** @type {any} */ geometry) => {
    const type = geometry.getType();
    if (type === 'Polygon') return geometry.getCoordinates().some(ringCrosses);
    return type === 'LineString' && crossesItself(geometry.getCoordinates());
  };
  const corridor = (/** @type {any} */ geometry, /** @type {number} */ resolution) => {
    if (geometry.getType() !== 'LineString') return [];
    const [, latitude] = ol.proj.toLonLat(geometry.getFirstCoordinate());
    const width = Math.max(1, (2 * bufferMeters * unitsPerMeter(latitude)) / resolution);
    return [new Style({ stroke: new Stroke({ color: SELECTED + '2a', width, lineCap: 'round', lineJoin: 'round' }) })];
  };
  const layer = new ol.layer.Vector({
    source, zIndex: 60,
    style: (/** @type {any} */ feature, /** @type {number} */ resolution) =>
      crossing(feature.getGeometry()) ? wrong : [...corridor(feature.getGeometry(), resolution), ...fine, corners],
  });
  map.addLayer(layer);

  /** @type {any} */ let draw = null;
  /** @type {any} */ let modify = null;
  /** @type {any} */ let snap = null;
  /** @type {any} */ let snapZones = null;
  /** @type {Shape} */ let shape = 'polygon';
  let bufferMeters = 50;
  /** @type {any} the sketch, its fixed points first and the one under the pointer last */ let sketch = null;

  /** The corners set so far, without the one that follows the pointer. */
  const fixed = () => {
    if (!sketch || shape === 'circle') return [];
    const geometry = sketch.getGeometry();
    const points = geometry.getType() === 'Polygon' ? geometry.getCoordinates()[0].slice(0, -1) : geometry.getCoordinates();
    return geometry.getType() === 'Polygon' && draw ? draw.sketchCoords_?.[0]?.slice(0, -1) ?? points : points.slice(0, -1);
  };
  const pending = () => {
    if (!sketch || shape === 'circle') return null;
    const geometry = sketch.getGeometry();
    const points = geometry.getType() === 'Polygon' ? draw?.sketchCoords_?.[0] ?? [] : geometry.getCoordinates();
    return points[points.length - 1] ?? null;
  };
  const closes = (/** @type {any[]} */ points) => points.length > 2 && !ringCrosses([...points, points[0]]);
  const refused = (/** @type {any} */ at) => shape !== 'circle' && fixed().length > 0 && wouldCross(fixed(), at);
  const nearStart = (/** @type {number[]} */ at) => {
    const [start] = fixed();
    if (!start || shape !== 'polygon') return false;
    const [a, b] = [map.getPixelFromCoordinate(start), map.getPixelFromCoordinate(at)];
    return Math.hypot(a[0] - b[0], a[1] - b[1]) <= 12;
  };

  const emit = () => {
    const [feature] = source.getFeatures();
    hooks.drawn(feature ? writeArea(ol, feature, bufferMeters) : null);
  };
  const stopDraw = () => {
    if (draw) map.removeInteraction(draw);
    draw = sketch = null;
    keepSnapLast();
  };
  const keepSnapLast = () => {
    for (const one of [snap, snapZones]) if (one) map.removeInteraction(one);
    snap = new ol.interaction.Snap({ source, pixelTolerance: 10 });
    snapZones = new ol.interaction.Snap({ source: zoneSource, pixelTolerance: 10 });
    map.addInteraction(snap);
    map.addInteraction(snapZones);
  };
  const startModify = () => {
    if (modify) map.removeInteraction(modify);
    modify = new ol.interaction.Modify({ source, deleteCondition: (/** @type {any} */ e) => ol.events.condition.altKeyOnly(e) && ol.events.condition.singleClick(e) });
    /** @type {any} */ let before = null;
    modify.on('modifystart', (/** @type {any} */ e) => (before = e.features.item(0)?.getGeometry().clone() ?? null));
    modify.on('modifyend', (/** @type {any} */ e) => {
      const feature = e.features.item(0) ?? source.getFeatures()[0];
      if (feature && before && crossing(feature.getGeometry())) {
        feature.setGeometry(before);
        hooks.say('crossingUndone');
        return;
      }
      hooks.say('modifyHint');
      emit();
    });
    map.addInteraction(modify);
    keepSnapLast();
  };

  const api = {
    active: () => draw !== null,
    /** @param {Shape} kind @param {{bufferM?: number}} [options] */
    start(kind, options = {}) {
      api.cancel();
      source.clear();
      if (modify) map.removeInteraction(modify);
      modify = null;
      shape = kind;
      bufferMeters = options.bufferM ?? bufferMeters;
      draw = new ol.interaction.Draw({
        source, type: TYPES[kind], minPoints: kind === 'polygon' ? 3 : 2,
        style: (/** @type {any} */ f) => {
          if (f.getGeometry().getType() === 'Point') return fine[1];
          return pending() && !nearStart(pending()) && refused(pending()) ? wrong : fine;
        },
        condition: (/** @type {any} */ e) => {
          if (!ol.events.condition.primaryAction(e)) return false;
          if (nearStart(e.coordinate) || !refused(e.coordinate)) return true;
          hooks.say('crossing');
          return false;
        },
        finishCondition: () => {
          if (shape === 'circle') return true;
          const points = fixed();
          const whole = shape === 'line' ? points.length > 1 && !crossesItself(points) : closes(points);
          if (!whole) hooks.say(points.length < 3 ? 'tooSmall' : 'crossing');
          return whole;
        },
      });
      draw.on('drawstart', (/** @type {any} */ e) => (sketch = e.feature));
      draw.on('drawend', () => {
        setTimeout(() => {
          stopDraw();
          startModify();
          hooks.say('modifyHint');
          emit();
        });
      });
      map.addInteraction(draw);
      keepSnapLast();
      hooks.say(kind === 'circle' ? 'circleHint' : 'drawHint');
    },
    cancel() {
      if (!draw) return;
      draw.abortDrawing();
      stopDraw();
      hooks.say(null);
    },
    clear() {
      api.cancel();
      source.clear();
      if (modify) map.removeInteraction(modify);
      modify = null;
      emit();
    },
    /** Puts an existing area up for change. @param {any} geojson */
    edit(geojson) {
      api.cancel();
      source.clear();
      bufferMeters = Number(geojson.properties?.bufferM ?? bufferMeters);
      source.addFeature(readArea(ol, { type: 'Feature', properties: {}, ...geojson }));
      startModify();
    },
    /** A corridor's half width, in metres. @param {number} meters */
    buffer(meters) {
      bufferMeters = meters;
      source.changed();
      if (!source.isEmpty()) emit();
    },
    current: () => (source.isEmpty() ? null : writeArea(ol, source.getFeatures()[0], bufferMeters)),
    extent: () => (source.isEmpty() ? null : source.getExtent()),
    /** One key while drawing: the map's centre is the pen. @param {string} key @returns {boolean} whether it was used */
    key(key) {
      if (!draw) return false;
      const pen = map.getView().getCenter();
      if (key === 'Escape') return api.cancel(), true;
      if (key === 'Backspace') return draw.removeLastPoint(), true;
      if (key.toLowerCase() === 'f' && sketch) return finishByKey(), true;
      if (key !== ' ') return false;
      if (shape === 'circle') return circleByKey(pen), true;
      if (refused(pen)) return hooks.say('crossing'), true;
      draw.appendCoordinates([pen]);
      return true;
    },
  };
  /** @type {number[]|null} */ let centre = null;
  const circleByKey = (/** @type {number[]} */ pen) => {
    if (!centre) {
      centre = pen;
      return;
    }
    const radius = Math.hypot(pen[0] - centre[0], pen[1] - centre[1]);
    if (radius > 0) {
      source.addFeature(new ol.Feature(new ol.geom.Circle(centre, radius)));
      draw.abortDrawing();
      stopDraw();
      startModify();
      emit();
    }
    centre = null;
  };
  const finishByKey = () => {
    const points = fixed();
    if (shape === 'polygon' && !closes(points)) return hooks.say(points.length < 3 ? 'tooSmall' : 'crossing');
    draw.finishDrawing();
  };
  return api;
}
