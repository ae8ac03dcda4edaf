// @ts-check
/**
 * `<guitu-map>`: the one map of Guitu. WGS-84 in and out; lengths in metres; times ISO instants.
 *
 * ```html
 * head = @`@template.map.head(page = page)`
 * <guitu-map label="…" lat="31.2" lon="121.4" zoom="14" fit="track" gap-seconds="1500">
 *   <script type="application/json">{"markers": […], "zones": {…}, "track": […], "points": […], "area": {…}}</script>
 * </guitu-map>
 * ```
 * Attributes: `label` (aria-label), `lat` `lon` `zoom` (opening view; default: the whole city), `fit` (`markers`|`zones`|`track`|`area`:
 * open on what the slot holds), `basemap` (URL, default `/basemap/city.json`; `none`), `gap-seconds` (a longer silence in a track is
 * drawn as a gap; default 1500), `timezone` (of times shown; default Asia/Shanghai), `lang` (default: the document's).
 *
 * JSON slot, every key optional: what `setMarkers`, `setZones`, `setTrack`, `editArea` take; `points` is a track without its line.
 *
 * Methods (after `guitu-map-ready`, or `await element.ready`):
 * - `setMarkers(list)`, `moveMarker(marker)` (adds, moves or changes one), `removeMarker(id)`, `selectMarker(id|null)`; marker:
 *   `{id, lat, lon, label, state: ok|info|serious|critical|unobserved, heading, stale}`
 * - `setZones(featureCollection)`: features with `properties` `id`, `name`, `kind` (`keep_out`|`stay_in`|`boundary`), `breached` (fitted with the
 *   track), Point with `radiusM`, LineString with `bufferM`, Polygon, MultiPolygon, GeometryCollection with `lengthsM` (a length or null for
 *   each); `selectZone(id|null)`
 * - `setTrack(points, {line = true})`: `{at, lat, lon, accuracyM, estimated, located, speedKmh, evidence, ignored, who}` in time order;
 *   `line: false` shows points alone (the fixes of one finding, or those of several people, whom `who` names)
 * - `startDraw('polygon'|'circle'|'line', {bufferM})`, `cancelDraw()`, `clearArea()`, `editArea(feature)`, `setBuffer(metres)`,
 *   `area` (the GeoJSON Feature drawn, or null)
 * - `centreOn(lat, lon, zoom?)`, `fitTo('markers'|'zones'|'track'|'area'|'city')`
 *
 * Events (bubble): `guitu-map-ready`; `guitu-map-drawn` `{area}` (Feature or null; after each change too); `guitu-map-refused` `{message}`;
 * `guitu-map-marker` `{id}`; `guitu-map-zone` `{id}`; `guitu-map-point` `{index, point}`.
 */
import { basemapLayers } from './basemap.js';
import { drawing } from './draw.js';
import { markerLayers } from './markers.js';
import { trackLayers } from './track.js';
import { wordsFor } from './words.js';
import { readAreas, zoneStyles } from './zones.js';

const REFUSALS = new Set(['crossing', 'crossingUndone', 'tooSmall']);

/** OpenLayers is a classic script with one global that stands before this module in the page (`map/head.jte`). */
const library = () => /** @type {any} */ (globalThis).ol;

/** @type {Map<string, Promise<object>>} */
const basemaps = new Map();
const basemap = (/** @type {string} */ url) => {
  const known = basemaps.get(url) ?? fetch(url).then((answer) => {
    if (!answer.ok) throw new Error('basemap answered ' + answer.status);
    return answer.json();
  });
  basemaps.set(url, known);
  return known;
};

export class GuituMap extends HTMLElement {
  constructor() {
    super();
    /** @type {(map: GuituMap) => void} */ this.markReady = () => {};
    /** Settles once the methods may be called. @type {Promise<GuituMap>} */
    this.ready = new Promise((resolve) => (this.markReady = resolve));
  }

  connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.say = wordsFor(this.getAttribute('lang') ?? document.documentElement.lang);
    this.pane = this.add('div', 'guitu-map-pane');
    this.pane.tabIndex = 0;
    this.pane.setAttribute('role', 'application');
    this.pane.setAttribute('aria-label', `${this.getAttribute('label') ?? this.say('map')}. ${this.say('hint')}`);
    this.notice = this.add('div', 'guitu-map-notice');
    this.notice.setAttribute('role', 'status');
    this.tip = this.add('div', 'guitu-map-tip');
    this.tip.hidden = true;
    this.pen = this.add('div', 'guitu-map-pen');
    this.pen.hidden = true;
    this.build(library());
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.map) return;
      this.map.setTarget(undefined);
    });
  }

  /** @param {string} tag @param {string} name */
  add(tag, name) {
    const element = document.createElement(tag);
    element.className = name;
    this.append(element);
    return element;
  }

  /** @param {unknown} problem */
  fail(problem) {
    this.tell(this.say('baseMissing'), true);
    console.warn('guitu-map', problem);
  }

  /** @param {any} ol */
  build(ol) {
    this.ol = ol;
    const lang = this.getAttribute('lang') ?? document.documentElement.lang;
    this.base = basemapLayers(ol, lang);
    this.zoneSource = new ol.source.Vector({ wrapX: false });
    const zoneLayer = new ol.layer.Vector({ source: this.zoneSource, style: zoneStyles(ol), declutter: true, zIndex: 20 });
    this.track = trackLayers(ol, (from, to) => this.say('gap', this.span(to - from)), { start: this.say('start'), end: this.say('end') });
    this.markers = markerLayers(ol);
    this.view = new ol.View({
      center: ol.proj.fromLonLat([this.number('lon', 0), this.number('lat', 0)]), zoom: this.number('zoom', 12), minZoom: 3, maxZoom: 19,
      constrainRotation: true, enableRotation: false,
    });
    this.map = new ol.Map({
      target: this.pane, view: this.view, layers: [...this.base.layers, zoneLayer, ...this.track.layers, ...this.markers.layers],
      controls: [
        new ol.control.Zoom({ zoomInTipLabel: this.say('zoomIn'), zoomOutTipLabel: this.say('zoomOut') }),
        new ol.control.ScaleLine({ minWidth: 70 }),
      ],
      keyboardEventTarget: this.pane,
    });
    this.draw = drawing(ol, this.map, this.zoneSource, {
      drawn: (area) => this.fire('guitu-map-drawn', { area }),
      say: (word) => {
        const message = word ? this.say(word) : '';
        this.tell(message, word !== null && REFUSALS.has(word));
        if (word && REFUSALS.has(word)) this.fire('guitu-map-refused', { message });
      },
    });
    this.listen(ol);
    this.readSlot();
    this.markReady(this);
    this.fire('guitu-map-ready', {});
    this.loadBase();
  }

  /** @param {any} ol */
  listen(ol) {
    const map = this.map;
    const zoomed = () => this.markers.resolutionChanged(this.view.getResolution());
    this.view.on('change:resolution', zoomed);
    zoomed();
    map.on('singleclick', (/** @type {any} */ e) => this.clicked(ol, e.pixel));
    map.on('pointermove', (/** @type {any} */ e) => {
      if (e.dragging || e.originalEvent.pointerType === 'touch') return;
      const point = this.draw.active() ? null : this.at(e.pixel, 'point');
      this.showTip(point?.get('point'), e.pixel);
      const marker = this.draw.active() ? null : this.at(e.pixel, 'marker');
      this.markers.hover(marker?.get('marker').id ?? null);
      this.pane.classList.toggle('guitu-map-hot', Boolean(point ?? marker ?? (this.draw.active() ? null : this.at(e.pixel, 'members'))));
    });
    this.pane.addEventListener('keydown', (/** @type {KeyboardEvent} */ e) => {
      if (!this.draw.active()) return;
      this.pen.hidden = false;
      if (this.draw.key(e.key)) e.preventDefault();
      this.pen.hidden = !this.draw.active();
    });
    this.pane.addEventListener('pointerdown', () => (this.pen.hidden = true));
    new ResizeObserver(() => map.updateSize()).observe(this.pane);
  }

  /** The first feature at a pixel that carries a property. @param {number[]} pixel @param {string} property */
  at(pixel, property) {
    return this.map.forEachFeatureAtPixel(pixel, (/** @type {any} */ f) => (f.get(property) === undefined ? undefined : f), { hitTolerance: 6 });
  }

  /** @param {any} ol @param {number[]} pixel */
  clicked(ol, pixel) {
    if (this.draw.active()) return;
    const members = this.at(pixel, 'members')?.get('members');
    if (members?.length > 1) {
      const extent = ol.extent.boundingExtent(members.map((/** @type {any} */ m) => ol.proj.fromLonLat([m.lon, m.lat])));
      this.show(extent, 15);
      return;
    }
    const marker = members?.[0] ?? this.at(pixel, 'marker')?.get('marker');
    if (marker) return this.fire('guitu-map-marker', { id: marker.id });
    const point = this.at(pixel, 'point');
    if (point) {
      this.showTip(point.get('point'), pixel);
      return this.fire('guitu-map-point', { point: point.get('point'), index: point.get('index') });
    }
    this.showTip(null, pixel);
    const zone = this.map.forEachFeatureAtPixel(pixel, (/** @type {any} */ f) => (f.get('zone') ? f : undefined));
    if (zone) this.fire('guitu-map-zone', { id: zone.get('id') });
  }

  /** @param {import('./track.js').TrackPoint|null|undefined} point @param {number[]} pixel */
  showTip(point, pixel) {
    this.tip.hidden = !point;
    if (!point) return;
    const time = new Intl.DateTimeFormat(this.getAttribute('lang') ?? document.documentElement.lang, {
      timeZone: this.getAttribute('timezone') ?? 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
    }).format(new Date(point.at));
    const parts = [time, point.accuracyM == null ? this.say('accuracyUnknown') : this.say(point.estimated ? 'accuracyEstimated' : 'accuracy', Math.round(point.accuracyM))];
    if (point.who) parts.unshift(point.who);
    if (point.speedKmh != null) parts.push(this.say('speed', Math.round(point.speedKmh)));
    this.tip.textContent = parts.join(' · ');
    const left = Math.min(pixel[0] + 12, Math.max(0, this.clientWidth - this.tip.offsetWidth - 8));
    this.tip.style.transform = `translate(${left}px, ${Math.max(4, pixel[1] - 34)}px)`;
  }

  readSlot() {
    const slot = this.querySelector('script[type="application/json"]');
    const data = slot?.textContent?.trim() ? JSON.parse(slot.textContent) : {};
    if (data.zones) this.setZones(data.zones);
    if (data.track) this.setTrack(data.track);
    if (data.points) this.setTrack(data.points, { line: false });
    if (data.markers) this.setMarkers(data.markers);
    if (data.area) this.editArea(data.area);
    const fit = this.getAttribute('fit');
    if (fit) this.opened = this.fitTo(fit);
  }

  loadBase() {
    const url = this.getAttribute('basemap') ?? '/basemap/city.json';
    if (url === 'none') return;
    basemap(url).then((city) => {
      this.base.show(city);
      if (!this.opened && !this.hasAttribute('lat')) this.fitTo('city');
      this.dispatchEvent(new CustomEvent('guitu-map-basemap', { bubbles: true }));
    }, (problem) => {
      basemaps.delete(url);
      this.fail(problem);
    });
  }

  /** @param {import('./markers.js').Marker[]} list */
  setMarkers(list) { this.markers.set(list); }
  /** @param {import('./markers.js').Marker} marker */
  moveMarker(marker) { this.markers.move(marker); }
  /** @param {string|number} id */
  removeMarker(id) { this.markers.remove(id); }
  /** @param {string|number|null} id */
  selectMarker(id) { this.markers.select(id); }

  /** @param {any} collection */
  setZones(collection) {
    this.zoneSource.clear(true);
    this.zoneSource.addFeatures((collection?.features ?? []).filter((/** @type {any} */ f) => f.geometry).flatMap((/** @type {any} */ feature) => {
      const parts = readAreas(this.ol, feature);
      for (const part of parts) part.set('zone', true);
      return parts;
    }));
  }

  /** @param {string|number|null} id */
  selectZone(id) {
    for (const zone of this.zoneSource.getFeatures()) zone.set('selected', id !== null && String(zone.get('id')) === String(id));
  }

  /** @param {import('./track.js').TrackPoint[]} points @param {{line?: boolean}} [options] */
  setTrack(points, options = {}) { this.track.set(points, this.number('gap-seconds', 1500), options.line ?? true); }

  /** @param {import('./draw.js').Shape} shape @param {{bufferM?: number}} [options] */
  startDraw(shape, options) { this.draw.start(shape, options); }
  cancelDraw() { this.draw.cancel(); }
  clearArea() { this.draw.clear(); }
  /** @param {object} feature */
  editArea(feature) { this.draw.edit(feature); }
  /** @param {number} meters */
  setBuffer(meters) { this.draw.buffer(meters); }
  get area() { return this.draw?.current() ?? null; }

  /** @param {number} lat @param {number} lon @param {number} [zoom] */
  centreOn(lat, lon, zoom) {
    this.opened = true;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.view.animate({ center: this.ol.proj.fromLonLat([lon, lat]), zoom: zoom ?? Math.max(this.view.getZoom(), 15), duration: still ? 0 : 250 });
  }

  /** @param {string} what @returns {boolean} whether there was anything to fit */
  fitTo(what) {
    const source = { markers: this.markers, track: this.track, area: this.draw, city: this.base }[what];
    const extent = what === 'zones' ? (this.zoneSource.isEmpty() ? null : this.zoneSource.getExtent()) : source?.extent();
    if (extent && what === 'track') this.withBreached(extent);
    if (extent) this.show(extent, what === 'city' ? 19 : what === 'track' ? 17.5 : 16);
    return Boolean(extent);
  }

  /** A track is looked at for the zones it broke. @param {number[]} extent grown to hold them */
  withBreached(extent) {
    for (const zone of this.zoneSource.getFeatures()) {
      if (zone.get('breached')) this.ol.extent.extend(extent, zone.getGeometry().getExtent());
    }
  }

  /** @param {number[]} extent @param {number} maxZoom */
  show(extent, maxZoom) {
    this.view.fit(extent, { padding: [36, 36, 36, 36], maxZoom, size: this.map.getSize() });
  }

  /** @param {string} message @param {boolean} bad */
  tell(message, bad) {
    this.notice.textContent = message;
    this.notice.classList.toggle('guitu-map-refusal', bad);
  }

  /** @param {string} name @param {object} detail */
  fire(name, detail) { this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail })); }

  /** @param {string} name @param {number} otherwise */
  number(name, otherwise) {
    const value = Number.parseFloat(this.getAttribute(name) ?? '');
    return Number.isFinite(value) ? value : otherwise;
  }

  /** @param {number} milliseconds */
  span(milliseconds) {
    const minutes = Math.round(milliseconds / 60000);
    return minutes < 60 ? this.say('minutes', minutes) : this.say('hours', Math.floor(minutes / 60), minutes % 60);
  }
}

customElements.define('guitu-map', GuituMap);
