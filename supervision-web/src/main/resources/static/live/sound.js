// @ts-check
/** A short, soft sound for a new alert; off until the officer turns it on, because a browser wants a click first and so do people. */

const KEY = 'guitu.sound';

/** @param {HTMLElement|null} button */
export function bell(button) {
  /** @type {AudioContext|null} */
  let audio = null;
  let on = localStorage.getItem(KEY) === 'on';
  const show = () => button?.setAttribute('aria-pressed', String(on));
  const ready = () => {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') audio.resume();
    return audio;
  };
  const ring = () => {
    if (!on) return;
    const context = ready();
    for (const [frequency, delay] of [[660, 0], [880, 0.16]]) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const start = context.currentTime + delay;
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.35);
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + 0.4);
    }
  };
  button?.addEventListener('click', () => {
    on = !on;
    localStorage.setItem(KEY, on ? 'on' : 'off');
    show();
    ring();
  });
  show();
  return { ring };
}
