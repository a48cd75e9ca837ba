/** The key that the user signed in with: kept for this tab alone, never in an address. */
const NAME = "selector.key";
const changes = new EventTarget();

export const key = {
  /** @returns {string | null} */
  get: () => sessionStorage.getItem(NAME),
  /** @param {string} value */
  set(value) {
    sessionStorage.setItem(NAME, value);
    changes.dispatchEvent(new Event("change"));
  },
  forget() {
    sessionStorage.removeItem(NAME);
    changes.dispatchEvent(new Event("change"));
  },
  /** @param {() => void} told Called when somebody signs in or out. */
  watch(told) {
    changes.addEventListener("change", told);
  },
};
