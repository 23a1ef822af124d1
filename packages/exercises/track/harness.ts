function outgrad_stop(code: string, what: string, seen: string, wanted: string): never {
  throw new Error(`outgrad:${code}|${what}|${seen}|${wanted}`);
}

function outgrad_kind(thing: any): string {
  if (thing === undefined || thing === null) return "nothing";
  if (Array.isArray(thing)) return `a list of ${thing.length}`;
  return thing instanceof Value ? "a Value" : typeof thing === "object" ? "an object" : `a ${typeof thing}`;
}

function outgrad_value(thing: any, what: string): any {
  if (thing instanceof Value) return thing;
  const nothing = thing === undefined || thing === null;
  outgrad_stop(nothing ? "returns-nothing" : "not-values", what, outgrad_kind(thing), "a Value");
}

function outgrad_values(thing: any, what: string, count: number): any[] {
  const wanted = `a list of ${count} Values`;
  if (thing === undefined || thing === null) outgrad_stop("returns-nothing", what, "nothing", wanted);
  if (!Array.isArray(thing) || thing.length !== count)
    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted);
  const other = thing.find((each) => !(each instanceof Value));
  if (thing.some((each) => !(each instanceof Value))) {
    outgrad_stop("not-values", what, `a list with ${outgrad_kind(other)} in it`, wanted);
  }
  return thing;
}

function outgrad_numbers(thing: any, what: string, count: number): number[] {
  const wanted = `a list of ${count} numbers`;
  if (thing === undefined || thing === null) outgrad_stop("returns-nothing", what, "nothing", wanted);
  if (!Array.isArray(thing) || thing.length !== count)
    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted);
  for (const each of thing) {
    if (typeof each !== "number") {
      outgrad_stop("wrong-shape", what, `a list with ${outgrad_kind(each)} in it`, wanted);
    }
  }
  return thing;
}

function outgrad_field(owner: any, name: string): any {
  if (owner === undefined || owner === null || owner[name] === undefined)
    outgrad_stop("no-field", name, "", "");
  return owner[name];
}

function outgrad_method(owner: any, name: string): any {
  if (typeof owner[name] !== "function") outgrad_stop("no-method", name, "", "");
  return owner;
}

const outgrad_grads = (values: any[]): number[] => values.map((each) => each.grad);

function outgrad_backward(outputs: any[], weights: number[]): void {
  outputs
    .map((out, i) => out.mul(weights[i]))
    .reduce((sum, each) => sum.add(each))
    .backward();
}

function outgrad_nudges(slopes: any, k: number[], a: number, b: number, c: number) {
  const calls: number[][] = [];
  const f = (x: number, y: number, z: number) => {
    const value = k[0] * x * x * x + k[1] * x * y + k[2] * y * y * z + k[3] * z * z * z;
    calls.push([x, y, z, value]);
    return value;
  };
  const found = slopes(f, a, b, c);
  return [found, calls];
}
