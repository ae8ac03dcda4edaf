// @ts-check
// A form that asks for an area: drawing on the map, the area in its field. The form works without any of it.

/** @template {Element} T @param {string} selector @param {ParentNode} [within] @returns {T|null} */
const find = (selector, within = document) => within.querySelector(selector);

const form = /** @type {HTMLFormElement} */ (find('form.case-mapped'));
const map = /** @type {any} */ (find('guitu-map', form));
const area = /** @type {HTMLTextAreaElement} */ (find('textarea[name="area"]', form));
const radius = /** @type {HTMLInputElement} */ (find('#f-radiusMeters', form));
const buffer = /** @type {HTMLInputElement} */ (find('#f-bufferMeters', form));
const place = /** @type {HTMLSelectElement|null} */ (find('#f-placeId', form));
const tools = /** @type {HTMLElement} */ (find('.case-tools', form));

/** Shows the length that belongs to the shape drawn, and hides the other. @param {string} type */
function shape(type) {
  for (const field of form.querySelectorAll('[data-for]')) {
    const mine = (type === 'Point' && field.getAttribute('data-for') === 'circle') || (type === 'LineString' && field.getAttribute('data-for') === 'line');
    /** @type {HTMLElement} */ (field).hidden = !mine;
  }
}

/** @returns {any} the area in the field, or null */
function written() {
  try {
    const value = JSON.parse(area.value);
    return value?.type === 'Feature' ? value : null;
  } catch {
    return null;
  }
}

/** @param {any} feature */
function write(feature) {
  area.value = feature ? JSON.stringify(feature) : '';
  const type = feature?.geometry?.type ?? '';
  shape(type);
  radius.value = type === 'Point' ? String(Math.round(feature.properties.radiusM)) : '';
  if (type === 'LineString') buffer.value = String(feature.properties.bufferM);
}

map.ready.then(() => {
  tools.hidden = false;
  for (const button of tools.querySelectorAll('[data-draw]')) {
    button.addEventListener('click', () => {
      const kind = button.getAttribute('data-draw');
      if (kind === 'clear') return map.clearArea();
      if (place) place.value = '';
      shape(kind === 'circle' ? 'Point' : kind === 'line' ? 'LineString' : 'Polygon');
      if (kind === 'line' && !buffer.value) buffer.value = '50';
      map.startDraw(kind, { bufferM: Number(buffer.value) || 50 });
    });
  }
  map.addEventListener('guitu-map-drawn', (/** @type {CustomEvent} */ event) => write(event.detail.area));
  radius.addEventListener('change', () => {
    const feature = written();
    if (feature?.geometry?.type !== 'Point' || !(Number(radius.value) > 0)) return;
    feature.properties.radiusM = Number(radius.value);
    map.editArea(feature);
    area.value = JSON.stringify(feature);
  });
  buffer.addEventListener('change', () => {
    if (Number(buffer.value) > 0) map.setBuffer(Number(buffer.value));
  });
  place?.addEventListener('change', () => {
    const places = JSON.parse(find('#places')?.textContent ?? '{}');
    const feature = places[place.value];
    // Several alternatives cannot be changed on the map; the server takes them from the place itself.
    if (!feature || feature.geometry?.type === 'GeometryCollection') return;
    write(feature);
    map.editArea(feature);
    map.fitTo('area');
  });
});
shape(written()?.geometry?.type ?? '');
