/** Tells those who hear the page what those who see it see. */
let timer = 0;

/** @param {string} text Told once whoever reads the page aloud has a moment. */
export function announce(text) {
  const live = document.getElementById("live");
  if (!live) return;
  clearTimeout(timer);
  live.textContent = "";
  // The same text twice is told twice only if there was none in between.
  timer = setTimeout(() => (live.textContent = text), 60);
}
