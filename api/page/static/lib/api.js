/** Asks the service; everything the page does goes through here. */
import { clock } from "./clock.js";
import { connection } from "./connection.js";
import { key } from "./key.js";
import { Problem, problemOf } from "./problem.js";

export { Problem } from "./problem.js";
export { key } from "./key.js";
export { follow } from "./follow.js";

/**
 * @typedef {object} Options
 * @property {unknown} [body] An object is sent as JSON, text or a Blob as it is.
 * @property {string} [type] Media type of the body.
 * @property {Record<string, unknown>} [query] A list is repeated; what is null or undefined is left out.
 * @property {Record<string, string>} [headers]
 * @property {AbortSignal} [signal]
 */

/**
 * Sends a request.
 * @param {string} method
 * @param {string} path Such as `/v1/cases`.
 * @param {Options} [options]
 * @returns {Promise<{status: number, data: any, headers: Headers, location: string | null}>}
 * @throws {Problem} where the service refuses; of status 0 where there is no connection.
 * @throws {DOMException} named AbortError where `signal` ends it.
 */
export async function request(method, path, options = {}) {
  const response = await send(method, path, options);
  const type = response.headers.get("content-type") ?? "";
  const data = response.status === 204 || response.status === 304 ? null : await (type.includes("json") ? response.json() : response.text());
  return { status: response.status, data, headers: response.headers, location: response.headers.get("location") };
}

/**
 * What is at a path.
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<any>}
 */
export async function get(path, options) {
  return (await request("GET", path, options)).data;
}

/**
 * A file at a path, and the name that the service gives it.
 * @param {string} path
 * @param {Options & {method?: string}} [options]
 * @returns {Promise<Blob & {filename?: string}>}
 */
export async function blob(path, options = {}) {
  const response = await send(options.method ?? "GET", path, options);
  const found = await response.blob();
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return Object.assign(found, { filename: name });
}

/**
 * Every entry of a list that has pages, up to `most`.
 * @param {string} path
 * @param {Options & {most?: number}} [options]
 * @returns {Promise<any[]>}
 */
export async function all(path, { most = 1000, query, signal } = {}) {
  const found = [];
  let page = await get(path, { query: { limit: Math.min(most, 200), ...query }, signal });
  found.push(...page.items);
  while (page.next && found.length < most) {
    page = await get(page.next, { signal });
    found.push(...page.items);
  }
  return found;
}

/**
 * Sends a request and gives the answer as it comes, where that is no problem.
 * @param {string} method
 * @param {string} path
 * @param {Options} options
 * @returns {Promise<Response>}
 */
export async function send(method, path, options = {}) {
  const { body, query, signal } = options;
  const headers = new Headers(options.headers);
  const secret = key.get();
  if (secret) headers.set("Authorization", `Bearer ${secret}`);
  const raw = body === undefined || typeof body === "string" || body instanceof Blob;
  if (body !== undefined) headers.set("Content-Type", options.type ?? (body instanceof Blob && body.type ? body.type : "application/json"));
  let response;
  try {
    response = await fetch(path + queryText(query), { method, headers, body: raw ? body : JSON.stringify(body), signal, cache: "no-cache" });
  } catch (error) {
    if (signal?.aborted) throw error;
    connection.lost();
    throw new Problem({ status: 0, title: "No connection", detail: "The service cannot be reached. What you have set up is kept here." });
  }
  connection.found();
  clock.see(response.headers.get("date"));
  if (response.ok || response.status === 304) return response;
  throw await problemOf(response);
}

function queryText(query = {}) {
  const found = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== "") found.append(name, String(each));
    }
  }
  const text = found.toString();
  return text ? `?${text}` : "";
}
