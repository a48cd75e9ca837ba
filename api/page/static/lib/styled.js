/** Styles that depend on data, such as a provider's colour. */
import { directive, Directive, PartType } from "../vendor/lit-html/directive.js";
import { noChange } from "../vendor/lit-html/lit-html.js";

/**
 * Sets properties of an element's style: html`<td ${styled({"--code": colour})}>`.
 * By the object model, since the page's Content-Security-Policy forbids the attribute `style`, which lit's styleMap writes.
 */
class Styled extends Directive {
  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("styled() stands in a tag, not in an attribute");
    this.before = {};
  }

  render() {
    return noChange;
  }

  update(part, [properties]) {
    const { style } = part.element;
    for (const name in this.before) if (!(name in properties)) style.removeProperty(name);
    for (const name in properties) {
      const value = properties[name];
      // A long table asks for the same colours again and again; what is there already is not set anew.
      if (value === this.before[name]) continue;
      if (value === null || value === undefined) style.removeProperty(name);
      else style.setProperty(name, String(value));
    }
    this.before = properties;
    return noChange;
  }
}

export const styled = directive(Styled);
