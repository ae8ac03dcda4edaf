// @ts-check
/**
 * The markers of the desk: who is where, who is in alarm, who has fallen silent.
 * @typedef {object} Person
 * @property {number} personId
 * @property {string} name
 * @property {number} lat
 * @property {number} lon
 * @property {string} lastSeenAt
 * @property {string} silentAfter
 * @property {number} [courseDeg]
 * @property {number} [speedKmh]
 * @property {string} [alert]
 */

/** @type {Record<string, string>} */
const STATES = { CRITICAL: 'critical', SERIOUS: 'serious', INFO: 'info' };

/** @param {Person} person @param {number} now */
function marker(person, now) {
  const silent = now > Date.parse(person.silentAfter);
  const state = person.alert ? STATES[person.alert] : silent ? 'unobserved' : 'ok';
  const moving = person.courseDeg !== undefined && (person.speedKmh ?? 0) >= 2 && !silent;
  return { id: person.personId, lat: person.lat, lon: person.lon, label: person.name, state, stale: silent, heading: moving ? person.courseDeg : undefined };
}

/** @param {any} map the `<guitu-map>` */
export function people(map) {
  /** @type {Map<number, Person>} */
  const known = new Map();
  /** @type {Set<number>} drawn as silent */
  const silent = new Set();
  const draw = (/** @type {Person} */ person) => {
    const made = marker(person, Date.now());
    if (made.stale) silent.add(person.personId);
    else silent.delete(person.personId);
    map.moveMarker(made);
  };
  return {
    /** Loads everyone; called at the start and after a reset. */
    async load() {
      const answer = await fetch('/api/v1/positions');
      if (!answer.ok) throw new Error('positions answered ' + answer.status);
      const items = /** @type {Person[]} */ ((await answer.json()).items);
      known.clear();
      for (const person of items) known.set(person.personId, person);
      map.setMarkers(items.map((person) => marker(person, Date.now())));
      return items.length;
    },
    /** @param {Person} person */
    moved(person) {
      known.set(person.personId, person);
      draw(person);
    },
    /** @param {number} personId @param {string|undefined} alert the greatest severity of the person's open alerts */
    alarmed(personId, alert) {
      const person = known.get(personId);
      if (!person) return;
      person.alert = alert;
      draw(person);
    },
    /** Shows those who have fallen silent meanwhile. */
    tick() {
      const now = Date.now();
      for (const person of known.values()) {
        if (now > Date.parse(person.silentAfter) !== silent.has(person.personId)) draw(person);
      }
    },
    /** @param {number} personId */
    get: (personId) => known.get(personId),
  };
}
