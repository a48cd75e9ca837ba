/** Where a file is dropped, or chosen. */
import { html, classMap } from "../../lib/html.js";

const TYPES = {
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** The forms that can be read, in words. */
export const FORMS = "an Excel workbook (.xlsx), CSV tables in an archive (.zip), or JSON, its own or OCDS (.json)";

/** The media type of a file, by its name: browsers do not agree on what they call these. @param {File} file */
export const formOf = (file) => TYPES[file.name.toLowerCase().split(".").pop()] ?? null;

let over = 0;

/** @param {{reading: string, take: (file: File) => void}} options */
export function dropZone({ reading, take }) {
  const dropped = (event) => {
    event.preventDefault();
    over = 0;
    event.currentTarget.classList.remove("over");
    const [file] = event.dataTransfer.files;
    if (file && !reading) take(file);
  };
  const chosen = (event) => {
    const [file] = event.target.files;
    // The same file again, once mended, is to be read again.
    event.target.value = "";
    if (file) take(file);
  };
  return html`<div class=${classMap({ drop: true })} @dragover=${(event) => event.preventDefault()} @dragenter=${enter} @dragleave=${leave} @drop=${dropped}>
    ${reading
      ? html`<p class="drop-title"><span class="spinner"></span> Reading ${reading}…</p><p class="quiet">A large case takes some seconds.</p>`
      : html`<p class="drop-title">Drop a workbook here</p>
          <p class="quiet">or CSV tables in a zip archive, or JSON: its own or OCDS</p>
          <label><input type="file" accept=".xlsx,.json,.zip" aria-label="Choose a file with a case" @change=${chosen}><span class="button primary">Choose a file</span></label>`}
  </div>`;
}

// Children of the zone leave and enter as well: it is left when all are.
function enter(event) {
  over += 1;
  event.currentTarget.classList.add("over");
}

function leave(event) {
  over -= 1;
  if (over <= 0) event.currentTarget.classList.remove("over");
}
