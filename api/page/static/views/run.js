/** A run: live while it goes, then what came of it. */

import { get } from "../lib/api.js";
import { hasEnded } from "../lib/follow.js";
import { html, render } from "../lib/html.js";
import { isAborted } from "../lib/problem.js";
import { problemPanel } from "../lib/problem-panel.js";
import { caseOfRun } from "./run/case-of-run.js";
import { Following } from "./run/following.js";
import { runHead } from "./run/head.js";
import { doing, livePanel } from "./run/live.js";
import { outcomeOf } from "./run/outcome.js";

export const title = () => "Run";

/** @param {HTMLElement} root @param {{id: string}} params @param {import("../lib/router.js").Context} ctx */
export async function mount(root, { id }, ctx) {
  const run = await get(`/v1/runs/${id}`, { signal: ctx.signal });
  const theCase = await caseOfRun(run, { signal: ctx.signal });
  ctx.retitle(`${run.kind === "evaluate" ? "Award" : "Run"}: ${theCase.name}`);
  if (hasEnded(run)) {
    return show(root, theCase, run, ctx);
  }
  let leave;
  const following = new Following(run, draw, ctx.signal);
  draw();
  // The view stands; what comes of the run comes when it comes.
  finish().catch((error) => isAborted(error) || ctx.signal.aborted || render(problemPanel(error), root));
  return () => leave?.();

  function draw() {
    if (!ctx.signal.aborted) {
      render(html`${runHead(theCase, following.run, "award")}<h1>${doing(following.run, TITLES[following.run.kind] ?? "Answering a question about the award")}</h1>${livePanel(following)}`, root);
    }
  }

  async function finish() {
    const ended = await following.ended();
    leave = await show(root, theCase, ended, ctx);
    ctx.announce(`The run has ended: ${ended.result_status ?? ended.status}.`);
  }
}

const TITLES = { evaluate: "Searching for the best award", conflict: "Finding what cannot hold together" };

async function show(root, theCase, run, ctx) {
  const outcome = await outcomeOf(run);
  return ctx.signal.aborted ? undefined : outcome.mount(root, theCase, run, ctx);
}
