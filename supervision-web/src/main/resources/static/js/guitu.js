// @ts-check
// What every page needs: the CSRF token on htmx's requests, the menu on a phone.

/** The token that our own requests carry. */
export function csrf() {
  return document.querySelector('meta[name="csrf"]')?.getAttribute('content') ?? '';
}

document.addEventListener('htmx:configRequest', (event) => {
  /** @type {CustomEvent} */ (event).detail.headers['X-CSRF-Token'] = csrf();
});

const toggle = document.querySelector('.bar-toggle');
toggle?.addEventListener('click', () => {
  const open = toggle.getAttribute('aria-expanded') !== 'true';
  toggle.setAttribute('aria-expanded', String(open));
});

document.addEventListener('click', (event) => {
  for (const who of document.querySelectorAll('details.who[open]')) {
    if (event.target instanceof Node && !who.contains(event.target)) {
      who.removeAttribute('open');
    }
  }
});
