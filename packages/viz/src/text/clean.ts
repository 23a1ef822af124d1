// A label is anybody's text. What breaks a line, what XML cannot hold (controls, lone surrogates) and what turns
// the direction of the text around it must not come through.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const breaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

// More marks than any script puts on one letter would be painted over the lines above and below.
const stacked = /(\p{M}{4})\p{M}+/gu;

const plain = /^[\u0020-\u007e]*$/;

/** Text on one line, of at most `most` characters, that stays in its place. Longer text ends in "…". */
export function clean(text: string, most = 60): string {
  if (text.length <= most && plain.test(text)) return text;
  // The slice keeps a label of a megabyte cheap; every character is at most two units long.
  const characters = [
    ...text
      .slice(0, 2 * most + 2)
      .replace(breaks, " ")
      .replace(stacked, "$1")
      .replace(invisible, "\ufffd"),
  ];
  if (characters.length <= most && text.length <= 2 * most + 2) return characters.join("");
  return `${characters.slice(0, most - 1).join("")}…`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const marked = /[&<>"']/;

/** Clean text for XML: between tags or as an attribute in quotes. */
export function escapeXml(text: string): string {
  // Most texts of a picture are numbers.
  if (!marked.test(text)) return text;
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string);
}

/** Clean text inside one field of a Graphviz record, between the double quotes of its label. */
export function escapeDot(text: string): string {
  return text.replace(/[\\"{}|<>]/g, "\\$&");
}
