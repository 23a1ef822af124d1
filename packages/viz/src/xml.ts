import { escapeXml } from "./text/clean.js";
import { coordinate } from "./text/number.js";

/** Attributes of an element; numbers are written as coordinates, undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with attributes, which are escaped, and content, which is already XML. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  // Joined, not added up: sums of strings live on as trees of their terms, which is slow for a large picture.
  const parts = ["<", name];
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    parts.push(" ", key, '="', typeof value === "number" ? coordinate(value) : escapeXml(value), '"');
  }
  if (content.length === 0) parts.push("/>");
  else parts.push(">", ...content, "</", name, ">");
  return parts.join("");
}

/** A text element; the content is escaped. */
export function textElement(attributes: Attributes, content: string): string {
  return element("text", attributes, escapeXml(content));
}
