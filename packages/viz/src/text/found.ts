import { clean } from "./clean.js";

/** What somebody gave where another thing was expected, in a few words to stand after "got". */
export function found(given: unknown): string {
  if (typeof given === "string") return `"${clean(given, 32)}"`;
  if (typeof given === "function") return "a function";
  if (isList(given)) return given.length === 0 ? "an empty list" : `a list of ${given.length}`;
  if (typeof given !== "object" || given === null) return String(given);
  const name = given.constructor?.name ?? "Object";
  if (name !== "Object") return `an object of class ${clean(name, 32)}`;
  const fields = Object.keys(given);
  if (fields.length === 0) return "an object without fields";
  return `an object with ${clean(fields.slice(0, 6).join(", "), 80)}`;
}

/** An array, a typed one, or another object with a length. */
export function isList(given: unknown): given is ArrayLike<unknown> {
  return typeof given === "object" && given !== null && "length" in given && typeof given.length === "number";
}

/** An object whose fields can be read, but no list. */
export function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !isList(given);
}
