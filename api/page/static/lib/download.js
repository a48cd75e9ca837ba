/** Files for the user to keep. */
import { blob } from "./api.js";

/** @param {Blob} content @param {string} name */
export function save(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has to have begun before the address goes.
  setTimeout(() => URL.revokeObjectURL(link.href), 30000);
}

/**
 * Fetches a file with the key, which a plain link could not send, and saves it.
 * @param {string} path
 * @param {string} name Used where the service gives none.
 * @param {import("./api.js").Options & {method?: string}} [options]
 */
export async function saveFrom(path, name, options) {
  const found = await blob(path, options);
  save(found, found.filename ?? name);
}

/** @param {unknown} value @param {string} name */
export const saveJson = (value, name) => save(new Blob([JSON.stringify(value, null, 2)], { type: "application/json" }), name);
