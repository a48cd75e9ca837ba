/** Tells of a problem with something that was pressed, where the view has no place for it. */
import { openDialog } from "./dialog.js";
import { html } from "./html.js";
import { isAborted } from "./problem.js";
import { problemPanel } from "./problem-panel.js";

/** @param {any} problem @param {AbortSignal} [signal] */
export async function tellProblem(problem, signal) {
  if (isAborted(problem)) return;
  await openDialog({
    title: "That did not work",
    signal,
    body: (close) => html`${problemPanel(problem, { heading: 3 })}
      <p class="actions"><button type="button" class="button primary" @click=${() => close()}>Close</button></p>`,
  });
}
