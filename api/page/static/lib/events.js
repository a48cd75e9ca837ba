/** Server-sent events out of the body of an answer. */

/**
 * The events of a stream, as they come.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{id: string, event: string, data: string}>}
 */
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const parts = (rest + value).split(/\r?\n\r?\n/);
      rest = parts.pop();
      for (const part of parts) yield eventOf(part);
    }
  } finally {
    // Who stops listening lets the service know.
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(text) {
  const found = { id: "", event: "message", data: "" };
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name === "data") found.data += (found.data && "\n") + value;
    else if (name === "id" || name === "event") found[name] = value;
  }
  return found;
}
