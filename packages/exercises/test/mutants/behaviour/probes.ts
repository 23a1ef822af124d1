/** A node by its place among leaves and results, or a plain number. */
export type Operand = `v${number}` | number;

/** One step of a probe. `sum` adds all operands, starting from the number 0 as the language does. */
export type Step = readonly [op: string, ...operands: readonly Operand[]];

/** A program to try a class on: leaves, steps, and backward from the last node. */
export interface Probe {
  readonly name: string;
  readonly leaves: readonly number[];
  readonly steps: readonly Step[];
}

/** What must come of it: data and grad of every node, leaves first. */
export type Wanted = readonly (readonly [data: number, grad: number])[];

const seed = 20_261_122;

/** Numbers that are the same in every run, from 0 to 1. */
function stream(): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const two = ["add", "sub", "mul", "div"];
const one = ["neg", "exp", "log", "tanh"];

/** Everything that a class is tried on: values, slopes, numbers as operands, reuse, sums, diamonds, deep graphs. */
export const probes: readonly Probe[] = everything();

function everything(): Probe[] {
  const next = stream();
  const positive = () => 0.3 + 2 * next();
  const signed = () => (next() < 0.5 ? -1 : 1) * positive();
  const all: Probe[] = [-2.5, 0, 7, 1234.567].map((x) => ({
    name: `a leaf of ${x}`,
    leaves: [x],
    steps: [],
  }));
  const add = (name: string, leaves: readonly number[], ...steps: readonly Step[]) =>
    all.push({ name, leaves, steps });
  for (let round = 0; round < 3; round++) {
    for (const op of two) {
      add(op, [signed(), signed()], [op, "v0", "v1"]);
      add(`${op}, then times`, [signed(), signed(), signed()], [op, "v0", "v1"], ["mul", "v3", "v2"]);
      add(`${op} of one node`, [signed()], [op, "v0", "v0"]);
      add(`${op} of one node, then exp`, [positive()], [op, "v0", "v0"], ["exp", "v1"]);
      for (const number of [3, signed(), 0.5]) {
        add(`${op} and ${number}`, [signed()], [op, "v0", number], ["tanh", "v1"]);
        add(`${number} ${op}`, [signed()], [op, number, "v0"], ["tanh", "v1"]);
      }
    }
    for (const op of one) {
      add(op, [op === "log" ? positive() : signed()], [op, "v0"]);
      add(`${op}, then times`, [positive(), signed()], [op, "v0"], ["mul", "v2", "v1"]);
      add(`${op}, twice used`, [positive()], [op, "v0"], ["mul", "v1", "v0"], ["add", "v2", "v1"]);
    }
    for (const k of [2, 3, -1, 0.5, -1.5, 1 + next()]) {
      add(`pow ${k}`, [Number.isInteger(k) ? signed() : positive()], ["pow", "v0", k]);
      add(`pow ${k}, then times`, [positive(), signed()], ["pow", "v0", k], ["mul", "v2", "v1"]);
    }
    add("a sum", [signed(), signed(), signed()], ["sum", "v0", "v1", "v2"], ["tanh", "v3"]);
    add("a sum of one node", [signed()], ["sum", "v0", "v0", "v0", "v0"], ["exp", "v1"]);
  }
  add("numbers as whole numbers", [2, 3], ["div", "v0", "v1"], ["pow", "v2", -1], ["sub", 1, "v3"]);
  add("softmax and its loss", [0, 3, -2, 1], ...softmax());
  add("a short and a long path", [0.7, -1.2], ...paths());
  add("a ladder of diamonds", [0.3], ...ladder(9));
  add("a long chain", [0.4, 0.9], ...chain(40));
  for (let round = 0; round < 12; round++)
    add("a graph", [positive(), positive(), positive()], ...graph(next, 25));
  return all;
}

function softmax(): Step[] {
  const exps = [0, 1, 2, 3].map((i): Step => ["exp", `v${i}`]);
  return [...exps, ["sum", "v4", "v5", "v6", "v7"], ["div", "v7", "v8"], ["log", "v9"], ["neg", "v10"]];
}

function paths(): Step[] {
  return [
    ["mul", "v0", "v1"],
    ["tanh", "v2"],
    ["exp", "v3"],
    ["add", "v4", "v2"],
    ["mul", "v5", "v3"],
    ["sub", "v6", "v0"],
    ["add", "v2", "v7"],
    ["add", "v8", "v8"],
  ];
}

function ladder(levels: number): Step[] {
  return Array.from(
    { length: levels },
    (_, i): Step => [i % 2 ? "add" : "mul", `v${i}`, i % 3 ? `v${i}` : 1.1],
  );
}

function chain(length: number): Step[] {
  return Array.from({ length }, (_, i): Step => {
    const before: Operand = `v${i === 0 ? 0 : i + 1}`;
    return i % 2 ? ["tanh", before] : ["add", before, "v1"];
  });
}

function graph(next: () => number, size: number): Step[] {
  return Array.from({ length: size }, (_, i): Step => {
    // Nodes made a short while ago more often than the leaves.
    const node = (): Operand => `v${Math.min(i + 2, Math.floor((i + 3) * (1 - next() ** 2)))}`;
    const op = two[Math.floor(next() * 3)] as string;
    if (next() < 0.35) return ["tanh", node()];
    return next() < 0.2 ? [op, 1.5, node()] : [op, node(), node()];
  });
}

/** Value and slopes of a step, with the operands' numbers. */
function local([op = "", ...rest]: readonly [string, ...number[]]): readonly [number, ...number[]] {
  const [a = 0, b = 0] = rest;
  if (op === "sum") return [rest.reduce((s, x) => s + x, 0), ...rest.map(() => 1)];
  const table: Record<string, () => readonly [number, ...number[]]> = {
    add: () => [a + b, 1, 1],
    sub: () => [a - b, 1, -1],
    mul: () => [a * b, b, a],
    div: () => [a / b, 1 / b, -a / (b * b)],
    pow: () => [a ** b, b * a ** (b - 1), 0],
    neg: () => [-a, -1],
    exp: () => [Math.exp(a), Math.exp(a)],
    log: () => [Math.log(a), 1 / a],
    tanh: () => [Math.tanh(a), 1 - Math.tanh(a) ** 2],
  };
  const rule = table[op];
  if (rule === undefined) throw new Error(`probes have no rule for ${op}`);
  return rule();
}

/** What must come of a probe, by the chain rule on plain numbers. */
export function wantedOf({ leaves, steps }: Probe): Wanted {
  const data = [...leaves];
  const rules = steps.map(([op, ...operands]) => {
    const at = operands.map((operand) => (typeof operand === "number" ? -1 : Number(operand.slice(1))));
    const [value, ...slopes] = local([
      op,
      ...operands.map((operand, i) =>
        typeof operand === "number" ? operand : (data[at[i] ?? -1] ?? Number.NaN),
      ),
    ]);
    data.push(value);
    return { at, slopes };
  });
  const grads = data.map((_, i): number => (i === data.length - 1 ? 1 : 0));
  for (let i = rules.length - 1; i >= 0; i--) {
    const { at, slopes } = rules[i] as (typeof rules)[number];
    const grad = grads[leaves.length + i] ?? 0;
    at.forEach((place, j) => {
      if (place >= 0) grads[place] = (grads[place] ?? 0) + grad * (slopes[j] ?? 0);
    });
  }
  return data.map((value, i) => [value, grads[i] ?? 0]);
}
