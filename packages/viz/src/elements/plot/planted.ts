/// <reference lib="dom" preserve="true" />
import { themeRules } from "../../theme.js";
import { parsed } from "../make.js";
import { pageColours, sheetOf } from "../sheet.js";

const systemColours = themeRules("auto");

/**
 * A printed drawing as a node of a shadow root. Its style becomes an adopted sheet, and a drawing that would follow
 * the reader's system follows the page.
 */
export function planted(shadow: ShadowRoot, markup: string): SVGSVGElement {
  const bare = markup.replace(/<style>([^<]*)<\/style>/, (_, style: string) => {
    const sheet = sheetOf(style.replace(systemColours, pageColours(".og-auto")));
    if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets.push(sheet);
    return "";
  });
  return parsed(bare).firstElementChild as SVGSVGElement;
}
