import { describe } from "./describe.js";

/**
 * Refuses options that nobody reads: a misspelt name would change nothing, silently. Throws a TypeError unless `options`
 * is an object all of whose fields are among `names`; it says which name was probably meant. `where` names the function
 * or class whose options they are. For libraries on top of this one; every function of this one with options does so.
 *
 * @example
 * checkOptions("f", { detla: 2 }, ["delta"]) // throws f: there is no option "detla"; did you mean "delta"? The options are delta.
 */
export function checkOptions(where: string, options: object, names: readonly string[]): void {
  const isObject = typeof options === "object" && options !== null && !Array.isArray(options);
  let unknown: string | undefined;
  if (isObject) for (const name in options) if (!names.includes(name)) unknown ??= name;
  if (isObject && unknown === undefined) return;
  if (unknown === undefined || !isPlain(options)) {
    throw new TypeError(
      `${where}: expected an object with options, such as { ${names[0]}: ... }, got ${describe(options)}.`,
    );
  }
  const meant = nearest(unknown, names);
  const guess = meant === undefined ? "." : `; did you mean ${JSON.stringify(meant)}?`;
  throw new TypeError(
    `${where}: there is no option ${JSON.stringify(unknown)}${guess} The options are ${names.join(", ")}.`,
  );
}

const isPlain = (options: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(options);
  return prototype === Object.prototype || prototype === null;
};

/** The name that somebody may have meant: nearly the same letters, or the first letters of the words. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const words = name.split(/_|(?=[A-Z])/).map((word) => word.toLowerCase());
  const initials = words.map((word) => word[0]).join("");
  const written = words.join("");
  const scored = names.map((candidate) => {
    const distance = candidate === initials ? 0 : changes(written, candidate.toLowerCase());
    return { candidate, distance };
  });
  const [best] = scored.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= name.length / 2 ? best.candidate : undefined;
}

/** How many letters must be added, left out or replaced to make b of a. */
function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
