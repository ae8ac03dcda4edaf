// @ts-check
import { keepOpen } from './source.js';

/**
 * The live stream as a page sees it: shared between tabs where the browser can, a stream of its own where not.
 * @typedef {object} Listener
 * @property {() => void} open connected (again)
 * @property {() => void} lost cut; it comes back by itself
 * @property {() => void} signedOut refused; only signing in helps
 * @property {(told: any) => void} alert
 * @property {(position: any) => void} position
 * @property {(status: {storing: boolean}) => void} status
 * @property {() => void} reset what was missed is no longer known: load everything anew
 */

/** @param {string} workerAddress @param {Listener} listener */
export function follow(workerAddress, listener) {
  const heard = (/** @type {string} */ kind, /** @type {string} */ data) => {
    if (kind === 'alert' || kind === 'position' || kind === 'status') listener[kind](JSON.parse(data));
    else if (kind === 'open' || kind === 'lost' || kind === 'signedOut' || kind === 'reset') listener[kind]();
  };
  if (typeof SharedWorker === 'undefined') return void keepOpen(heard);
  try {
    const worker = new SharedWorker(workerAddress, { name: 'guitu-live', type: 'module' });
    worker.onerror = () => keepOpen(heard);
    worker.port.onmessage = (event) => heard(event.data.kind, event.data.data);
    worker.port.start();
    addEventListener('pagehide', () => worker.port.postMessage('bye'));
    // A page taken back from the browser's memory has said bye: it begins again.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
  } catch {
    keepOpen(heard);
  }
}
