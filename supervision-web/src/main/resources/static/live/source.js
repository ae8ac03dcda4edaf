// @ts-check
/**
 * The event stream of the server, kept open. The browser reconnects by itself after a cut, but gives up for good when it is answered
 * anything but 200: so after that we ask whether we are still signed in, and if the server was merely unwell, begin again where we were.
 */

const KINDS = ['alert', 'position', 'status', 'reset'];
const AGAIN_MILLIS = 3000;

/**
 * @param {(kind: string, data: string) => void} tell kind: an event's name, or open, lost, signedOut for the stream itself
 * @returns {() => void} closes it
 */
export function keepOpen(tell) {
  let lastId = '';
  let closed = false;
  /** @type {EventSource|null} */
  let source = null;

  const open = () => {
    source = new EventSource('/api/v1/live' + (lastId ? `?after=${lastId}` : ''));
    source.onopen = () => tell('open', '');
    source.onerror = () => {
      tell('lost', '');
      if (source?.readyState === EventSource.CLOSED) givenUp();
    };
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => {
        const message = /** @type {MessageEvent} */ (event);
        lastId = message.lastEventId;
        tell(kind, message.data);
      });
    }
  };
  const givenUp = async () => {
    const status = await fetch('/api/v1/me').then((answer) => answer.status, () => 0);
    if (closed) return;
    if (status === 401) tell('signedOut', '');
    else setTimeout(() => closed || open(), AGAIN_MILLIS);
  };
  open();
  return () => {
    closed = true;
    source?.close();
  };
}
