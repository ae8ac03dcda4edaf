// @ts-check
// Asks before what cannot be taken back at once. Without scripts the act is done unasked, as the button says.
for (const form of document.querySelectorAll('form[data-confirm]')) {
  form.addEventListener('submit', (event) => {
    const question = form.getAttribute('data-confirm');
    if (question && !window.confirm(question)) event.preventDefault();
  });
}
