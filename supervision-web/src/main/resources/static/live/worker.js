// @ts-check
// A SharedWorker: one event stream for all tabs of a browser. HTTP/1.1 allows six connections to a host, and each desk would hold one.
// What it tells a tab is {kind, data}, as source.js tells it.
import { keepOpen } from './source.js';

/** @type {Set<MessagePort>} */
const ports = new Set();
/** @type {(() => void)|null} */
let close = null;
let state = 'lost';
/** The newest status, for a tab that joins later. */
let status = '';

/** @param {string} kind @param {string} data */
function tell(kind, data) {
  if (kind === 'open' || kind === 'lost' || kind === 'signedOut') state = kind;
  if (kind === 'status') status = data;
  for (const port of ports) port.postMessage({ kind, data });
}

/** @type {any} */ (globalThis).onconnect = (/** @type {MessageEvent} */ event) => {
  const port = event.ports[0];
  ports.add(port);
  port.onmessage = (message) => {
    if (message.data !== 'bye') return;
    ports.delete(port);
    if (ports.size === 0) {
      close?.();
      close = null;
      state = 'lost';
    }
  };
  port.start();
  if (state === 'signedOut') {
    close?.();
    close = null;
  }
  if (!close) close = keepOpen(tell);
  else if (state === 'open') {
    port.postMessage({ kind: 'open', data: '' });
    if (status) port.postMessage({ kind: 'status', data: status });
  }
};
