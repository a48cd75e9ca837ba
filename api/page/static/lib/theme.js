/** Light or dark: as the system has it, unless somebody has chosen. */
import { remember, remembered } from "./store.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const changes = new EventTarget();

export const theme = {
  /** @returns {"system" | "light" | "dark"} */
  get chosen() {
    return remembered("theme", "system");
  },
  /** Whether the page is dark at the moment. */
  get isDark() {
    return this.chosen === "dark" || (this.chosen === "system" && dark.matches);
  },
  /** @param {"system" | "light" | "dark"} value */
  choose(value) {
    remember("theme", value);
    apply();
  },
  /** @param {() => void} told Called whenever colours change. @param {AbortSignal} [signal] */
  watch(told, signal) {
    changes.addEventListener("change", told, { signal });
  },
  begin() {
    dark.addEventListener("change", apply);
    apply();
  },
};

function apply() {
  document.documentElement.dataset.theme = theme.isDark ? "dark" : "light";
  changes.dispatchEvent(new Event("change"));
}

/** A colour of the style system as it is now: `token("--accent")`. @param {string} name */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
