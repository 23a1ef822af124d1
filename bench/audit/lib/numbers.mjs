// Numbers as JSON carries them: those that it cannot write are strings.

/** Numbers, at any depth of lists, as JSON can say them. */
export const toJson = (x) => {
  if (Array.isArray(x)) return x.map(toJson);
  if (typeof x !== "number") return x;
  return Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? "-0" : String(x);
};

/** The numbers again. */
export const fromJson = (x) => (Array.isArray(x) ? x.map(fromJson) : typeof x === "string" ? Number(x) : x);
