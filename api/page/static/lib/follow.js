/** Follows a run until it has ended. */
import { get, send } from "./api.js";
import { isAborted } from "./problem.js";
import { events } from "./events.js";

const ENDED = new Set(["finished", "failed", "cancelled"]);

/** @param {{status: string}} run */
export const hasEnded = (run) => ENDED.has(run.status);

/**
 * Calls `onState` with each state of a run, and gives the one in which it has ended.
 * By server-sent events, read by fetch: an EventSource cannot send a key. Where they do not come through, it asks again and again.
 * @param {string | {id: string}} run
 * @param {(run: any) => void} onState
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
export async function follow(run, onState, { signal } = {}) {
  const path = `/v1/runs/${typeof run === "string" ? run : run.id}`;
  let seen = "";
  let failures = 0;
  for (;;) {
    try {
      // After three streams that broke without a word, something between does not let them through.
      if (failures >= 3) {
        const state = await get(path, { signal });
        onState(state);
        if (hasEnded(state)) return state;
        await pause(2000, signal);
        continue;
      }
      const response = await send("GET", `${path}/events`, { signal, headers: { Accept: "text/event-stream", ...(seen && { "Last-Event-ID": seen }) } });
      if (response.status === 204) return await last(path, onState, signal);
      for await (const event of events(response.body)) {
        if (!event.data) continue;
        failures = 0;
        seen = event.id || seen;
        const state = JSON.parse(event.data);
        onState(state);
        if (hasEnded(state)) return state;
      }
      failures += 1;
    } catch (error) {
      if (isAborted(error) || signal?.aborted) throw error;
      if (error.status >= 400 && error.status < 500 && error.status !== 429) throw error;
      failures += 1;
    }
    await pause(Math.min(500 * 2 ** failures, 15000), signal);
  }
}

async function last(path, onState, signal) {
  const state = await get(path, { signal });
  onState(state);
  return state;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}
