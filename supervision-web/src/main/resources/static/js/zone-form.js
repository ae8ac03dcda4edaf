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
    // Several alternatives cannot be changed on the map; the server takes them from the place itself.
    if (!feature || feature.geometry?.type === 'GeometryCollection') return;
    write(feature);
    map.editArea(feature);
    map.fitTo('area');
  });
});
shape(written()?.geometry?.type ?? '');

/** @returns {string} the order chosen, or nothing */
const order = () => /** @type {HTMLInputElement|null} */ (find('input[name="kind"]:checked', form))?.value ?? '';

/** Shows what belongs to the order chosen; the rest is not sent. */
function ordered() {
  for (const part of form.querySelectorAll('[data-kind]')) {
    const mine = part.getAttribute('data-kind') === order();
    /** @type {HTMLElement} */ (part).hidden = !mine;
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll('input, select'))) input.disabled = !mine;
  }
}
for (const choice of form.querySelectorAll('input[name="kind"]')) choice.addEventListener('change', ordered);
ordered();

const always = /** @type {HTMLInputElement} */ (find('#f-always', form));
const week = /** @type {HTMLElement} */ (find('#week', form));

/** Says of each window whether it reaches into the next day. @param {Element} row */
function crossing(row) {
  const note = /** @type {HTMLElement|null} */ (find('.case-crossing', row));
  if (!note) return;
  const from = /** @type {HTMLInputElement} */ (find('[name^="from."]', row)).value;
  const to = /** @type {HTMLInputElement} */ (find('[name^="to."]', row)).value;
  note.textContent = from && to && to <= from ? note.dataset.crossing ?? '' : '';
}

/** @param {ParentNode} row */
function empty(row) {
  for (const input of row.querySelectorAll('input')) {
    input.checked = false;
    if (input.type !== 'checkbox') input.value = '';
  }
}

/** @param {Element} row */
function watch(row) {
  row.addEventListener('input', () => crossing(row));
  const remove = /** @type {HTMLButtonElement} */ (find('[data-remove]', row));
  remove.hidden = false;
  remove.addEventListener('click', () => {
    const rows = form.querySelectorAll(`[data-rows="${row.getAttribute('data-rows')}"]`);
    empty(row);
    if (rows.length > 1) row.remove();
    crossing(row);
  });
}

form.querySelectorAll('[data-rows]').forEach(watch);
const closed = () => (week.hidden = always.checked);
always.addEventListener('change', closed);
closed();

for (const add of form.querySelectorAll('[data-add]')) {
  add.addEventListener('click', (event) => {
    event.preventDefault();
    const rows = [...form.querySelectorAll(`[data-rows="${add.getAttribute('data-add')}"]`)];
    const last = rows[rows.length - 1];
    const index = Math.max(...rows.map((row) => Number(row.getAttribute('data-row')))) + 1;
    const row = /** @type {HTMLElement} */ (last.cloneNode(true));
    row.setAttribute('data-row', String(index));
    for (const input of row.querySelectorAll('input')) input.name = input.name.replace(/\d+$/, String(index));
    empty(row);
    row.querySelectorAll('.fault').forEach((fault) => fault.remove());
    last.after(row);
    watch(row);
    crossing(row);
    /** @type {HTMLElement|null} */ (find('input', row))?.focus();
  });
}
