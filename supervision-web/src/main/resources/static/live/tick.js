// @ts-check
/** Makes `<time data-tick="since">` say how long ago, and marks devices that have fallen silent. */

const lang = document.documentElement.lang;
const zh = lang.startsWith('zh');

/** Seconds as officers read them. @param {number} seconds */
export function span(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return zh ? `${s} 秒` : `${s} s`;
  const minutes = Math.floor(s / 60);
  if (minutes < 60) return zh ? `${minutes} 分 ${s % 60} 秒` : `${minutes} min ${s % 60} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return zh ? `${hours} 小时 ${minutes % 60} 分` : `${hours} h ${minutes % 60} min`;
  return zh ? `${Math.floor(hours / 24)} 天` : `${Math.floor(hours / 24)} days`;
}

/** @param {ParentNode} place */
export function tick(place) {
  const now = Date.now();
  for (const time of place.querySelectorAll('time[data-tick="since"]')) {
    const text = span((now - Date.parse(time.getAttribute('datetime') ?? '')) / 1000);
    if (time.textContent !== text) time.textContent = text;
  }
  for (const device of place.querySelectorAll('[data-silent-after]')) {
    const after = Date.parse(device.getAttribute('data-silent-after') ?? '');
    device.classList.toggle('is-silent', !(now <= after));
  }
}
