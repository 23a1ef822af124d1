/** A script of a label that runs calls this function of the page, and a request of a label goes to this host. */
const call = "hostile()";
const host = "https://hostile.invalid";

/** Labels that try to be more than text, by what they try. */
export const hostileLabels: Readonly<Record<string, string>> = {
  // Markup
  quotes: `a"b'c\`d`,
  tags: `</text></svg><script>${call}</script>`,
  attribute: `" onload="${call}`,
  "apostrophe attribute": `' onmouseover='${call}`,
  "broken attribute": `x onfocus=${call} autofocus tabindex=0`,
  entities: "&amp;&lt;&#0;&unknown;",
  "entity of a tag": `&lt;script&gt;${call}&lt;/script&gt;`,
  "numeric entities": `&#60;script&#62;${call}&#x3c;/script&#x3e;`,
  comment: `--><!-- ]]> <![CDATA[ --!><script>${call}</script>`,
  "character data": `]]><script>${call}</script><![CDATA[`,
  instruction: `<?xml-stylesheet href="${host}/pi.css"?>`,
  doctype: `<!DOCTYPE svg [<!ENTITY e SYSTEM "${host}/entity">]>&e;`,
  image: `<img src="${host}/img.png" onerror="${call}">`,
  "svg image": `</text><image href="${host}/image.png" onerror="${call}" /><text>`,
  use: `<use href="${host}/use.svg#a" xlink:href="${host}/use.svg#a"/>`,
  "foreign object": `</text><foreignObject><iframe src="${host}/frame"></iframe></foreignObject>`,
  animation: `<animate onbegin="${call}" attributeName="x" dur="1s"/><set attributeName="href" to="javascript:${call}"/>`,
  link: `<a href="javascript:${call}"><text>click</text></a>`,
  "script address": `javascript:${call}`,
  "data address": `data:text/html,<script>parent.${call}</script>`,
  title: `</title></style></textarea></noscript><script>${call}</script>`,
  style: "</style><style>*{display:none}",
  declarations: `red;}*{display:none;background:url(${host}/css)}@import "${host}/import.css";`,
  mathml: `</mi></math><math><mi><maction actiontype="statusline" xlink:href="javascript:${call}">x</maction></mi>`,
  "mathml text": `<mtext><table><mglyph><style><img src=x onerror=${call}></style></mglyph></table></mtext>`,
  template: `{{constructor.constructor('${call}')()}}\${${call}}<%= ${call} %>`,
  "full width": `＜script＞${call}＜/script＞`,
  // Other languages
  record: "{a|b}<port> \\n \\",
  "graph statement": `"];evil -> v1;evil [label="`,
  "graph markup": `<<b>bold</b>> \\G \\N \\l \\r \\L`,
  "graph comment": `" /* */ // # URL="javascript:${call}`,
  braces: "}}{{\\end{x}\\input{y}$%#_^~&",
  "tex commands": `\\href{javascript:${call}}{x}\\write18{ls}\\def\\frac{x}\\catcode\`\\%=0`,
  "tex display": "$$x$$ \\] \\) \\end{document}%",
  json: `"},{"id":1,"label":"`,
  "escaped json": `\\"\\u003cscript\\u003e\\`,
  "format string": "%s%d%o%O%c%n%%",
  // Characters
  newlines: "one\ntwo\r\nthree\u2028four\u2029five\u000bsix\u000cseven\u0085eight",
  controls: "a\u0000b\u0007c\u001bd\u007fe\u0085",
  terminal: `\u001b[31mred\u001b]8;;${host}\u0007link\u001b]8;;\u0007\u009b2J`,
  surrogates: "a\ud800b\udc00c\ufffe\uffff",
  "turned surrogates": "\udc00\ud800",
  override: "\u202eevil\u2066hidden\u200f",
  "unclosed isolates": "\u2067\u2068\u202b\u061cabc",
  hebrew: "שלום (עולם) 1-2",
  arabic: "مرحبا 3*4",
  emoji: "👩‍👩‍👧‍👦 e\u0301 🏳️‍🌈",
  "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg",
  "combining stack": `e${"\u0300\u0316\u0334".repeat(400)}`,
  "tag characters": "x\u{e0001}\u{e0041}\u{e007f}\u{fff9}\u{e000}",
  // Lengths
  empty: "",
  spaces: " \t \u00a0",
  long: "w".repeat(10_000),
  "long emoji": "😀".repeat(10_000),
  // Names that JavaScript knows
  prototype: "__proto__",
  constructor: "constructor",
};

/** A label that means no harm and is of the same kind: formulas tell letters from words, and names from none. */
export function tameLike(label: string): string {
  if (label === "") return "";
  return /^[a-z]{1,20}$/i.test(label) ? "tame" : "a tame label";
}
