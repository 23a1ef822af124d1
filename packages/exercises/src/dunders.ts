const dunders: Readonly<Record<string, string>> = {
  add: "__add__",
  radd: "__radd__",
  mul: "__mul__",
  rmul: "__rmul__",
  sub: "__sub__",
  rsub: "__rsub__",
  div: "__truediv__",
  rdiv: "__rtruediv__",
  neg: "__neg__",
  pow: "__pow__",
  constructor: "__init__",
};

/** What Python calls the method behind an operator, and the constructor; undefined for what has a name of its own. */
export const dunderOf = (op: string): string | undefined =>
  Object.hasOwn(dunders, op) ? dunders[op] : undefined;
