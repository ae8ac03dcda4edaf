// @ts-check
// The track page: playback, and the list and the map pointing at each other.

const map = /** @type {any} */ (document.querySelector('#track-map'));
const player = /** @type {HTMLElement|null} */ (document.querySelector('#track-play'));
const slot = map?.querySelector('script[type="application/json"]');
/** @type {{at: string, lat: number, lon: number, located: boolean, accuracyM?: number, estimated?: boolean}[]} */
const points = JSON.parse(slot?.textContent || '{}').track ?? [];
const located = points.map((point, index) => ({ ...point, index })).filter((point) => point.located);

if (map && player && located.length > 0) {
  const slider = /** @type {HTMLInputElement} */ (player.querySelector('input'));
  const output = /** @type {HTMLOutputElement} */ (player.querySelector('output'));
  const button = /** @type {HTMLButtonElement} */ (player.querySelector('[data-play]'));
  const words = { play: button.textContent ?? '', pause: button.getAttribute('data-pause') ?? '' };
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: map.getAttribute('timezone') ?? 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  });
  let timer = 0;

  const show = () => {
    const point = located[Number(slider.value)];
    const words = time.format(new Date(point.at));
    output.value = words;
    slider.setAttribute('aria-valuetext', words);
    map.setMarkers([{ id: 'player', lat: point.lat, lon: point.lon, label: player.dataset.label ?? '', state: 'info' }]);
    const row = document.querySelector('tr.track-here');
    row?.classList.remove('track-here');
    document.querySelector(`tr[data-at="${point.index}"]`)?.classList.add('track-here');
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = words.play;
  };
  const step = () => {
    if (Number(slider.value) >= located.length - 1) return stop();
    slider.value = String(Number(slider.value) + 1);
    show();
  };

  slider.max = String(located.length - 1);
  slider.addEventListener('input', () => {
    stop();
    show();
  });
  button.addEventListener('click', () => {
    if (timer) return stop();
    if (Number(slider.value) >= located.length - 1) slider.value = '0';
    button.textContent = words.pause;
    // A whole day in half a minute, whatever the plan of the device.
    timer = window.setInterval(step, Math.max(40, 30000 / located.length));
  });
  map.ready.then(() => {
    player.hidden = false;
    show();
  });
  map.addEventListener('guitu-map-point', (/** @type {CustomEvent} */ event) => {
    const at = event.detail.point?.at;
    const index = located.findIndex((point) => point.at === at);
    if (index < 0) return;
    slider.value = String(index);
    show();
  });
  document.querySelector('#rows')?.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest('tr[data-at]') : null;
    const index = located.findIndex((point) => String(point.index) === row?.getAttribute('data-at'));
    if (index < 0) return;
    slider.value = String(index);
    show();
    map.centreOn(located[index].lat, located[index].lon);
  });
}
