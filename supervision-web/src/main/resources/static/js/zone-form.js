// @ts-check
// The zone form beside its map: what belongs to the order chosen, rows of the weekly editor. The form works without any of it.

/** @template {Element} T @param {string} selector @param {ParentNode} [within] @returns {T|null} */
const find = (selector, within = document) => within.querySelector(selector);

const form = /** @type {HTMLFormElement} */ (find('#zone-form'));

/** @returns {string} the order chosen, or nothing */
const order = () => /** @type {HTMLInputElement|null} */ (find('input[name="kind"]:checked', form))?.value ?? '';

/** Shows what belongs to the order chosen; the rest is not sent. */
function ordered() {
  for (const part of form.querySelectorAll('[data-kind]')) {
    const mine = part.getAttribute('data-kind') === order();
    /** @type {HTMLElement} */ (part).hidden = !mine;
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll('input, select'))) input.disabled = !mine;
  }
}
for (const choice of form.querySelectorAll('input[name="kind"]')) choice.addEventListener('change', ordered);
ordered();

const always = /** @type {HTMLInputElement} */ (find('#f-always', form));
const week = /** @type {HTMLElement} */ (find('#week', form));

/** Says of each window whether it reaches into the next day. @param {Element} row */
function crossing(row) {
  const note = /** @type {HTMLElement|null} */ (find('.case-crossing', row));
  if (!note) return;
  const from = /** @type {HTMLInputElement} */ (find('[name^="from."]', row)).value;
  const to = /** @type {HTMLInputElement} */ (find('[name^="to."]', row)).value;
  note.textContent = from && to && to <= from ? note.dataset.crossing ?? '' : '';
}

/** @param {ParentNode} row */
function empty(row) {
  for (const input of row.querySelectorAll('input')) {
    input.checked = false;
    if (input.type !== 'checkbox') input.value = '';
  }
}

/** @param {Element} row */
function watch(row) {
  row.addEventListener('input', () => crossing(row));
  const remove = /** @type {HTMLButtonElement} */ (find('[data-remove]', row));
  remove.hidden = false;
  remove.addEventListener('click', () => {
    const rows = form.querySelectorAll(`[data-rows="${row.getAttribute('data-rows')}"]`);
    empty(row);
    if (rows.length > 1) row.remove();
    crossing(row);
  });
}

form.querySelectorAll('[data-rows]').forEach(watch);
const closed = () => (week.hidden = always.checked);
always.addEventListener('change', closed);
closed();

for (const add of form.querySelectorAll('[data-add]')) {
  add.addEventListener('click', (event) => {
    event.preventDefault();
    const rows = [...form.querySelectorAll(`[data-rows="${add.getAttribute('data-add')}"]`)];
    const last = rows[rows.length - 1];
    const index = Math.max(...rows.map((row) => Number(row.getAttribute('data-row')))) + 1;
    const row = /** @type {HTMLElement} */ (last.cloneNode(true));
    row.setAttribute('data-row', String(index));
    for (const input of row.querySelectorAll('input')) input.name = input.name.replace(/\d+$/, String(index));
    empty(row);
    row.querySelectorAll('.fault').forEach((fault) => fault.remove());
    last.after(row);
    watch(row);
    crossing(row);
    /** @type {HTMLElement|null} */ (find('input', row))?.focus();
  });
}
