/// <reference lib="dom" preserve="true" />
import { type Colour, palette } from "../theme.js";

const made = new Map<string, CSSStyleSheet>();

/** The style sheet of a text, made once: adopted sheets are allowed where a policy forbids inline styles. */
export function sheetOf(css: string): CSSStyleSheet {
  let sheet = made.get(css);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    made.set(css, sheet);
  }
  return sheet;
}

export function adopt(shadow: ShadowRoot, ...css: readonly string[]): void {
  shadow.adoptedStyleSheets = [pageColours(":host"), ...css].map(sheetOf);
}

/** The colours of drawings, light or dark as the page around is: by `color-scheme`, or the page's own `--og-...`. */
export function pageColours(selector: string): string {
  const names = Object.keys(palette.light) as Colour[];
  const colours = names.map(
    (name) => `--og-${name}-:var(--og-${name},light-dark(${palette.light[name]},${palette.dark[name]}))`,
  );
  const more = Object.entries(own).map(
    ([name, [light, dark]]) => `--og-${name}-:var(--og-${name},light-dark(${light},${dark}))`,
  );
  return `${selector}{${[...colours, ...more].join(";")}}`;
}

/** Colours that only elements have. */
const own: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  sunken: ["#f3f6fa", "#0f1621"],
  bad: ["#b3261e", "#ff9a93"],
  badSoft: ["#fcebea", "#43201f"],
  good: ["#1a7440", "#7ed99b"],
};
