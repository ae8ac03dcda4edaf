// @ts-check
// The form that asks who was near a place: the place is picked on the map as a circle. The form works without any of it.

const form = /** @type {HTMLFormElement} */ (document.querySelector('#near-form'));
const map = /** @type {any} */ (form.querySelector('guitu-map'));
const tools = /** @type {HTMLElement} */ (form.querySelector('.case-tools'));
const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.querySelector(`#f-${name}`));
const [latitude, longitude, radius] = [field('latitude'), field('longitude'), field('radiusMeters')];

/** Shows the circle of the fields, if they hold one. */
function typed() {
  const [lat, lon, meters] = [latitude, longitude, radius].map((input) => (input.value.trim() ? Number(input.value) : Number.NaN));
  if (!(Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && meters >= 10 && meters <= 5000)) return;
  map.editArea({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { radiusM: meters } });
  map.fitTo('area');
}

map.ready.then(() => {
  tools.hidden = false;
  tools.querySelector('[data-pick]')?.addEventListener('click', () => map.startDraw('circle'));
  map.addEventListener('guitu-map-drawn', (/** @type {CustomEvent} */ event) => {
    const area = event.detail.area;
    if (area?.geometry?.type !== 'Point') return;
    [longitude.value, latitude.value] = area.geometry.coordinates.map(String);
    radius.value = String(Math.round(area.properties.radiusM));
  });
  for (const input of [latitude, longitude, radius]) input.addEventListener('change', typed);
});
