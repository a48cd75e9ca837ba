/** The Markdown that letters are drafted in: headings, tables, lists, bold words, and marks that stand for themselves. */

import { html, nothing } from "../../lib/html.js";

const FIGURE = /^[-−£]?[\d.,]+( %)?$|^[-–]?$/;
const BOLD = /^\*\*(.+)\*\*$/;
const MARKED = /\\([\\`*_{}[\]<>#|~])/g;

/**
 * A text drawn; nothing of it is taken for markup but that.
 * @param {string} text
 */
export function markdown(text) {
  const blocks = text.trim().split(/\n{2,}/).map((block) => block.split("\n"));
  return blocks.map(block);
}

function block(lines) {
  const [first] = lines;
  if (first.startsWith("# ")) return html`<h3 class="letter-title">${plain(first.slice(2))}</h3>${rest(lines)}`;
  const heading = /^#{2,4} /.exec(first)?.[0];
  if (heading) return html`<h4>${plain(first.slice(heading.length))}</h4>${rest(lines)}`;
  if (first.startsWith("| ")) return table(lines);
  if (lines.every((line) => line.startsWith("- "))) return html`<ul>${lines.map((line) => html`<li>${inline(line.slice(2))}</li>`)}</ul>`;
  return html`<p>${lines.map((line, at) => html`${at ? " " : nothing}${inline(line)}`)}</p>`;
}

const rest = ([, ...lines]) => (lines.length ? block(lines) : nothing);

function table([heading, , ...rows]) {
  const [name, ...others] = cells(heading);
  const body = rows.map(cells);
  const kind = others.map((_, at) => (body.every((row) => FIGURE.test(row[at + 1] ?? "")) ? "number" : nothing));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${plain(name)}><table class="list">
    <thead><tr><th scope="col">${plain(name)}</th>${others.map((each, at) => html`<th scope="col" class=${kind[at]}>${plain(each)}</th>`)}</tr></thead>
    <tbody>${body.map(
      ([head, ...values]) => html`<tr><th scope="row">${inline(head)}</th>${values.map((each, at) => html`<td class=${kind[at]}>${inline(each)}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
}

/** A bar that stands for itself has a mark before it. */
const cells = (line) => line.replace(/^\| | \|$/g, "").split(/ (?<!\\)\| /);

const inline = (text) => text.split(/(\*\*.+?\*\*)/).map((part) => (BOLD.test(part) ? html`<strong>${plain(BOLD.exec(part)[1])}</strong>` : plain(part)));

/** A text without the marks that say of the next letter that it stands for itself. @param {string} text */
export const plain = (text) => text.replace(MARKED, "$1");
