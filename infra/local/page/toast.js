// A word to the person in the corner of the window, until they close it.

/** @param {string} words */
export function tell(words) {
  const toast = document.getElementById('toast');
  document.getElementById('toast-words').textContent = words;
  toast.hidden = false;
  document.getElementById('toast-close').onclick = () => {
    toast.hidden = true;
  };
}
