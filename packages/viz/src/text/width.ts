const classes: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\u200b-\u200d]/u, 0],
  [/[ijl.,:;'|!]/, 0.36],
  [/[ ftrI()[\]{}/\\"*-]/, 0.46],
  [/[mwMW@%]/, 0.98],
  [/[A-Z&#]/, 0.76],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\d]/u, 0.66],
  [/[\u0020-\u04ff\u2000-\u22ff]/, 0.84],
];

const known = new Map<string, number>();

function characterEms(character: string): number {
  let width = known.get(character);
  if (width === undefined) {
    width = classes.find(([those]) => those.test(character))?.[1] ?? 1.1;
    known.set(character, width);
  }
  return width;
}

/** An upper estimate of how wide a text is, in ems, in the widest of the usual sans-serif fonts. */
export function ems(text: string): number {
  let width = 0;
  for (const character of text) width += characterEms(character);
  return width;
}

/** The text, cut and ended with "…" where it would be wider than `most` ems. */
export function elide(text: string, most: number): string {
  if (ems(text) <= most) return text;
  let width = 1;
  let kept = "";
  for (const character of text) {
    width += characterEms(character);
    if (width > most) break;
    kept += character;
  }
  return `${kept}…`;
}
