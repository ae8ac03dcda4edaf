// @ts-check
// A SharedWorker: one event stream for all tabs of a browser. HTTP/1.1 allows six connections to a host, and each desk would hold one.
// What it tells a tab is {kind, data}: kind is the event's name, or open, lost, signedOut for the stream itself.

/** @type {Set<MessagePort>} */
const ports = new Set();
/** @type {EventSource|null} */
let source = null;
let state = 'lost';
/** The newest status, for a tab that joins later. */
let status = '';

/** @param {string} kind @param {string} [data] */
function tell(kind, data = '') {
  for (const port of ports) port.postMessage({ kind, data });
}

/** @param {string} next */
function become(next) {
  if (state !== next) {
    state = next;
    tell(next);
  }
}

function open() {
  source = new EventSource('/api/v1/live');
  source.onopen = () => become('open');
  source.onerror = () => {
    const ended = source?.readyState === EventSource.CLOSED;
    become(ended ? 'signedOut' : 'lost');
    if (ended) source = null;
  };
  for (const kind of ['alert', 'position', 'status', 'reset']) {
    source.addEventListener(kind, (event) => {
      const data = /** @type {MessageEvent} */ (event).data;
      if (kind === 'status') status = data;
      tell(kind, data);
    });
  }
}

/** @type {any} */ (globalThis).onconnect = (/** @type {MessageEvent} */ event) => {
  const port = event.ports[0];
  ports.add(port);
  port.onmessage = (message) => {
    if (message.data !== 'bye') return;
    ports.delete(port);
    if (ports.size === 0) {
      source?.close();
      source = null;
      state = 'lost';
    }
  };
  port.start();
  if (!source) open();
  else if (state === 'open') {
    port.postMessage({ kind: 'open', data: '' });
    if (status) port.postMessage({ kind: 'status', data: status });
  }
};
