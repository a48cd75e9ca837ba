/** What views are drawn with: lit-html, and the few directives of it that the page uses. */
export { html, svg, render, nothing } from "../vendor/lit-html/lit-html.js";
export { repeat } from "../vendor/lit-html/directives/repeat.js";
export { classMap } from "../vendor/lit-html/directives/class-map.js";
export { live } from "../vendor/lit-html/directives/live.js";
export { ref, createRef } from "../vendor/lit-html/directives/ref.js";
export { styled } from "./styled.js";
