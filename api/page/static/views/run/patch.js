/** JSON Patch (RFC 6902) as a repair uses it: what is put in place of something, added or taken out. */

/**
 * A copy of a document with operations applied.
 *
 * @param {object} document
 * @param {{op: "add" | "remove", path: string, value?: unknown}[]} operations
 * @returns {object}
 * @throws {RangeError} if a path leads nowhere.
 */
export function applied(document, operations) {
  const result = structuredClone(document);
  for (const operation of operations) {
    apply(result, operation);
  }
  return result;
}

function apply(document, { op, path, value }) {
  const keys = path.split("/").slice(1).map(unescaped);
  const last = keys.pop();
  // What only repeats a default is left out of a kept case: a patch may put something into an object that is not there.
  const parent = keys.reduce((found, key) => inner(found, key, path), document);
  if (Array.isArray(parent)) {
    const at = last === "-" ? parent.length : Number(last);
    if (!Number.isInteger(at) || at < 0 || at > parent.length - (op === "remove" ? 1 : 0)) {
      throw new RangeError(`${path} leads nowhere`);
    }
    if (op === "remove") {
      parent.splice(at, 1);
    } else {
      parent.splice(at, 0, value);
    }
  } else if (op === "remove") {
    delete parent[last];
  } else {
    parent[last] = value;
  }
}

function inner(found, key, path) {
  if (Array.isArray(found)) {
    if (!(Number(key) in found)) {
      throw new RangeError(`${path} leads nowhere`);
    }
    return found[Number(key)];
  }
  found[key] ??= {};
  if (typeof found[key] !== "object") {
    throw new RangeError(`${path} leads nowhere`);
  }
  return found[key];
}

function unescaped(key) {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}
