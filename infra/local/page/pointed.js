// Brings the message that a link led to into sight, once, when it is there.

/** @param {HTMLElement} place @param {string} [id] of the message */
export function pointAt(place, id) {
  let done = !id;
  return {
    show() {
      const message = done ? null : place.querySelector(`[data-id="${CSS.escape(id)}"]`);
      if (!message) return;
      done = true;
      message.classList.add('pointed');
      message.setAttribute('tabindex', '-1');
      message.scrollIntoView({ block: 'center' });
      message.focus({ preventScroll: true });
    },
  };
}
