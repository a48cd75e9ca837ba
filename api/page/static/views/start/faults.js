/** What is wrong with a file that was brought, each fault with its place. */
import { html, nothing } from "../../lib/html.js";
import { counted } from "../../lib/format.js";
import { saveFrom, save } from "../../lib/download.js";
import { tellProblem } from "../../lib/problem-dialog.js";
import { formOf } from "./drop.js";

const MOST_SHOWN = 200;

/** @param {import("../../lib/problem.js").Problem} problem @param {File} file */
export function faultTable(problem, file) {
  const faults = problem.errors;
  const inSheets = faults.some((each) => each.sheet);
  const shown = faults.slice(0, MOST_SHOWN);
  const isWorkbook = formOf(file)?.includes("spreadsheet");
  return html`<section class="section" role="alert" aria-labelledby="faults">
    <div class="notice bad">
      <h2 id="faults">${file.name} has ${counted(faults.length, "fault")}</h2>
      <p>Nothing was kept. Put right what is listed, and bring the file again.</p>
    </div>
    <p class="actions">
      ${isWorkbook
        ? html`<button type="button" class="button primary" @click=${(event) => mark(event.target, file)}>Download the workbook with the faults marked</button>`
        : nothing}
      <button type="button" class="button" @click=${() => save(new Blob([listed(faults)], { type: "text/csv" }), "faults.csv")}>Download the list</button>
    </p>
    <div class="scroll section" tabindex="0" role="region" aria-label="Faults"><table class="list faults">
      <thead><tr>${inSheets ? html`<th scope="col">Sheet</th><th scope="col">Cell</th>` : html`<th scope="col">Place</th>`}<th scope="col">What is wrong</th></tr></thead>
      <tbody>${shown.map(
        (each) => html`<tr>
          ${inSheets ? html`<td class="place">${each.sheet ?? "–"}</td><td class="place">${each.cell ?? "–"}</td>` : html`<td class="place"><code>${each.pointer || "the whole"}</code></td>`}
          <td>${each.detail}</td>
        </tr>`,
      )}</tbody>
    </table></div>
    ${faults.length > shown.length ? html`<p class="quiet">The first ${shown.length} are shown; the list that you can download has all ${faults.length}.</p>` : nothing}
  </section>`;
}

async function mark(button, file) {
  button.disabled = true;
  try {
    await saveFrom("/v1/annotate", file.name.replace(/\.xlsx$/i, "-marked.xlsx"), { method: "POST", body: file, type: formOf(file) });
  } catch (problem) {
    await tellProblem(problem);
  } finally {
    button.disabled = false;
  }
}

function listed(faults) {
  // A text that begins like a formula must not become one in a spreadsheet.
  const cell = (text = "") => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [["Sheet", "Cell", "Place", "What is wrong"], ...faults.map((each) => [each.sheet, each.cell, each.pointer, each.detail])];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
