// @ts-check
// The zone form: drawing on the map, the area in its field, rows of the weekly editor. The form works without any of it.

/** @template {Element} T @param {string} selector @param {ParentNode} [within] @returns {T|null} */
const find = (selector, within = document) => within.querySelector(selector);

const form = /** @type {HTMLFormElement} */ (find('#zone-form'));
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
    if (!feature) return;
    write(feature);
    map.editArea(feature);
    map.fitTo('area');
  });
});
shape(written()?.geometry?.type ?? '');

const always = /** @type {HTMLInputElement} */ (find('#f-always', form));
const week = /** @type {HTMLElement} */ (find('#week', form));
const add = /** @type {HTMLButtonElement} */ (find('#add-window', form));

/** Says of each window whether it reaches into the next day. @param {Element} row */
function crossing(row) {
  const from = /** @type {HTMLInputElement} */ (find('[name^="from."]', row)).value;
  const to = /** @type {HTMLInputElement} */ (find('[name^="to."]', row)).value;
  const note = /** @type {HTMLElement} */ (find('.case-crossing', row));
  note.textContent = from && to && to <= from ? note.dataset.crossing ?? '' : '';
}

/** @param {Element} row */
function watch(row) {
  row.addEventListener('input', () => crossing(row));
  const remove = /** @type {HTMLButtonElement} */ (find('[data-remove]', row));
  remove.hidden = false;
  remove.addEventListener('click', () => {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll('input'))) {
      input.checked = false;
      if (input.type !== 'checkbox') input.value = '';
    }
    if (week.querySelectorAll('.case-window').length > 1) row.remove();
    crossing(row);
  });
}

week.querySelectorAll('.case-window').forEach(watch);
const closed = () => (week.hidden = always.checked);
always.addEventListener('change', closed);
closed();

add.hidden = false;
add.addEventListener('click', () => {
  const rows = [...week.querySelectorAll('.case-window')];
  const last = rows[rows.length - 1];
  const index = Math.max(...rows.map((row) => Number(row.getAttribute('data-row')))) + 1;
  const row = /** @type {HTMLElement} */ (last.cloneNode(true));
  row.setAttribute('data-row', String(index));
  for (const input of row.querySelectorAll('input')) {
    input.name = input.name.replace(/\d+$/, String(index));
    input.checked = false;
    if (input.type !== 'checkbox') input.value = '';
  }
  row.querySelectorAll('.fault').forEach((fault) => fault.remove());
  last.after(row);
  watch(row);
  crossing(row);
});
