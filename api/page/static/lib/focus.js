/** Where the focus goes when what had it is taken away: who uses the keyboard must not begin again at the top. */

/**
 * To a button that stays, near the one that goes.
 * @param {Element} gone The button by which a row was taken out.
 * @returns {() => void} To be called once it is gone.
 */
export function focusNear(gone) {
  const row = gone.closest("li, tr");
  const near = row?.nextElementSibling ?? row?.previousElementSibling;
  const section = gone.closest("section, .view");
  return () => {
    const stays = near?.isConnected ? near.querySelector("a, button") : section?.querySelector(".actions .button, h1, h2");
    if (stays && !stays.matches("a, button")) stays.tabIndex = -1;
    stays?.focus();
  };
}
