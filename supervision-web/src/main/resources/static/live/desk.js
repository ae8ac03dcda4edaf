// @ts-check
// The live page: keeps the queue, the markers and the open panel fresh. Everything here only hastens what the plain page does.
import { bell } from './sound.js';
import { people } from './people.js';
import { follow } from './stream.js';
import { tick } from './tick.js';

const desk = /** @type {HTMLElement} */ (document.getElementById('desk'));
const rows = () => /** @type {HTMLElement} */ (document.getElementById('rows'));
const panel = () => /** @type {HTMLElement} */ (document.getElementById('panel'));
const map = /** @type {any} */ (document.getElementById('map'));
const filter = desk.dataset.filter ?? '';
const withFilter = (/** @type {string} */ path) => (filter ? `${path}?${filter}` : path);
const title = document.title;
const sound = bell(document.getElementById('sound'));
const crowd = people(map);
/** @type {Map<string, string>} what was last rung for, by alert */
const rung = new Map();

/** @param {string} path @returns {Promise<string|null>} the fragment; null if there is none */
async function fragment(path) {
  const answer = await fetch(path, { headers: { 'HX-Request': 'true' } });
  if (answer.status === 401) return location.assign('/sign-in'), null;
  return answer.status === 200 ? answer.text() : null;
}

/** @param {string} html */
const element = (html) => {
  const holder = document.createElement('template');
  holder.innerHTML = html.trim();
  return /** @type {HTMLElement} */ (holder.content.firstElementChild);
};

function count() {
  const fresh = rows().querySelectorAll('.state-new').length;
  for (const place of document.querySelectorAll('[data-count]')) {
    place.textContent = String(fresh);
    place.classList.toggle('is-zero', fresh === 0);
  }
  document.title = fresh > 0 ? `(${fresh}) ${title}` : title;
  const empty = document.getElementById('queue-empty');
  if (empty) empty.hidden = rows().childElementCount > 0;
}

/** Puts a row where its order says. @param {HTMLElement} row */
function place(row) {
  const order = row.dataset.order ?? '';
  const before = [...rows().children].find((other) => other !== row && (/** @type {HTMLElement} */ (other).dataset.order ?? '') > order);
  rows().insertBefore(row, before ?? null);
}

/** @param {HTMLElement} row */
function news(row) {
  const rings = row.dataset.rings ?? '';
  const id = row.dataset.id ?? '';
  if (!rings || rung.get(id) === rings || !row.classList.contains('state-new')) return;
  const first = rung.get(id) === undefined || rung.get(id) !== rings;
  rung.set(id, rings);
  if (!first) return;
  sound.ring();
  row.classList.add('just-in');
  const announce = document.getElementById('announce');
  if (announce) announce.textContent = (announce.dataset.words ?? '{0}').replace('{0}', row.querySelector('.row-link')?.textContent?.replace(/\s+/g, ' ') ?? '');
}

/** Fetches one row and puts it in, or takes it out. @param {number} id */
async function refreshRow(id) {
  const html = await fragment(withFilter(`/desk/alerts/${id}/row`));
  const old = document.getElementById(`alert-${id}`);
  const focused = old?.contains(document.activeElement);
  if (!html) {
    old?.remove();
  } else {
    const row = element(html);
    if (String(id) === panel().dataset.alert) row.classList.add('is-open');
    old?.remove();
    place(row);
    if (focused) row.querySelector('a')?.focus();
    news(row);
    tick(row);
  }
  count();
}

/** @type {Set<number>} alerts whose row is being fetched */
const fetching = new Set();
/** @type {Set<number>} alerts that changed again meanwhile */
const again = new Set();

/** One fetch at a time for each alert; a change that comes meanwhile asks for one more. @param {number} id */
async function changed(id) {
  if (fetching.has(id)) return void again.add(id);
  fetching.add(id);
  try {
    await refreshRow(id);
  } finally {
    fetching.delete(id);
    if (again.delete(id)) changed(id);
  }
}

async function reload() {
  const [html] = await Promise.all([fragment(withFilter('/desk/queue')), crowd.load()]);
  if (html) {
    document.getElementById('queue')?.replaceWith(element(html));
    for (const row of rows().children) news(/** @type {HTMLElement} */ (row));
    opened();
    count();
    tick(document);
  }
}

/** Marks the row and the marker of what the panel shows, and draws its zones and fixes. @param {boolean} bring whether the map goes there */
async function opened(bring = false) {
  const { alert, person, map: path } = panel().dataset;
  for (const row of rows().children) row.classList.toggle('is-open', /** @type {HTMLElement} */ (row).dataset.id === alert && alert !== '0');
  map.selectMarker(person && person !== '0' ? Number(person) : null);
  tick(panel());
  if (!path) {
    map.setZones(null);
    map.setTrack([]);
    return;
  }
  const answer = await fetch(path);
  if (!answer.ok || panel().dataset.map !== path) return;
  const shown = await answer.json();
  map.setZones(shown.zones);
  map.selectZone(shown.ruleId ?? null);
  map.setTrack(shown.evidence ?? [], { line: false });
  if (bring && shown.evidence?.length) map.fitTo('track');
}

/** Brings the map to what is open. */
function look() {
  const person = crowd.get(Number(panel().dataset.person));
  if (person) map.centreOn(person.lat, person.lon);
}

/** Opens an alert or a person in the panel. @param {string} path @param {string} address */
async function open(path, address) {
  const html = await fragment(path);
  if (!html) return;
  panel().replaceWith(element(html));
  /** @type {any} */ (globalThis).htmx?.process(panel());
  history.replaceState(null, '', address);
  look();
  opened(true);
}

const openAlert = (/** @type {string} */ id) => open(`/desk/alerts/${id}`, `/?alert=${id}${filter ? '&' + filter : ''}`);

desk.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const id = event.target.closest('[data-alert-link]')?.getAttribute('data-alert-link') ?? event.target.closest('.alert-row')?.getAttribute('data-id');
  if (id) {
    event.preventDefault();
    show('panel');
    openAlert(id);
  }
  const tab = event.target.closest('[data-show]')?.getAttribute('data-show');
  if (tab) show(tab);
});

/** On a phone one part is seen at a time. @param {string} part */
function show(part) {
  desk.dataset.tab = part;
  for (const button of desk.querySelectorAll('[data-show]')) button.setAttribute('aria-pressed', String(button.getAttribute('data-show') === part));
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element) || event.target.closest('input, textarea, select, [role=application]')) return;
  const all = /** @type {HTMLElement[]} */ ([...rows().children]);
  const at = all.findIndex((row) => row.classList.contains('is-open'));
  const next = event.key === 'j' ? Math.min(all.length - 1, at + 1) : event.key === 'k' ? Math.max(0, at - 1) : -1;
  if (next >= 0 && all[next]) {
    all[next].querySelector('a')?.focus();
    openAlert(all[next].dataset.id ?? '');
  }
  if (event.key === 'a') document.getElementById('acknowledge')?.click();
});

document.addEventListener('htmx:afterSwap', () => opened());

map.addEventListener('guitu-map-marker', (/** @type {CustomEvent} */ event) => {
  show('panel');
  open(`/desk/people/${event.detail.id}`, `/?person=${event.detail.id}${filter ? '&' + filter : ''}`);
});

/** @param {string} id @param {boolean} shown */
const banner = (id, shown) => {
  const place = document.getElementById(id);
  if (place) place.hidden = !shown;
};

let cut = false;
const listener = {
  open() {
    banner('banner-lost', false);
    banner('banner-signed-out', false);
    // After a cut the stream replays what was missed, or says reset; after a shared one nothing tells whether it did.
    if (cut) reload();
    cut = false;
  },
  lost() {
    cut = true;
    banner('banner-lost', true);
  },
  signedOut: () => banner('banner-signed-out', true),
  reset: () => reload(),
  /** @param {{storing: boolean}} status */
  status: (status) => banner('banner-storing', !status.storing),
  /** @param {any} position */
  position: (position) => crowd.moved(position),
  /** @param {any} told */
  alert(told) {
    changed(told.id);
    crowd.alarmed(told.personId, told.personAlert);
    if (String(told.id) === panel().dataset.alert && !panel().contains(document.activeElement)) refreshPanel(told.id);
  },
};

/** The open alert changed elsewhere: show it, unless the officer is writing. @param {number} id */
async function refreshPanel(id) {
  const html = await fragment(`/desk/alerts/${id}`);
  if (!html || String(id) !== panel().dataset.alert || panel().contains(document.activeElement)) return;
  const open = [...panel().querySelectorAll('details')].map((one) => one.open);
  panel().replaceWith(element(html));
  /** @type {any} */ (globalThis).htmx?.process(panel());
  panel().querySelectorAll('details').forEach((one, i) => (one.open = open[i] ?? one.open));
  opened();
}

for (const row of rows().children) {
  const { id, rings } = /** @type {HTMLElement} */ (row).dataset;
  if (id && rings) rung.set(id, rings);
}
count();
tick(document);
setInterval(() => {
  tick(document);
  crowd.tick();
}, 1000);
customElements.whenDefined('guitu-map').then(() => map.ready).then(() => {
  follow(desk.dataset.worker ?? '', listener);
  return crowd.load();
}).then(() => {
  look();
  opened(true);
});
