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
    this.before = new Set();
  }

  render() {
    return noChange;
  }

  update(part, [properties]) {
    for (const name of this.before) if (!(name in properties)) part.element.style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) {
      if (value === null || value === undefined) part.element.style.removeProperty(name);
      else part.element.style.setProperty(name, String(value));
    }
    this.before = new Set(Object.keys(properties));
    return noChange;
  }
}

export const styled = directive(Styled);
