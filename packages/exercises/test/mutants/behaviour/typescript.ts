import { createContext, Script } from "node:vm";
import { transform } from "sucrase";
import { type Operand, type Probe, probes, type Step } from "./probes.ts";

interface Node {
  data: unknown;
  grad: unknown;
  backward(): void;
}
type Methods = Node & Readonly<Record<string, (operand?: unknown) => Node>>;
type Make = new (data: number) => Methods;

const withinMs = 5000;

/** Tries a text of TypeScript on every probe: a line for each. */
export function typescriptTried(text: string): readonly string[] {
  let make: Make;
  try {
    const js = transform(text, { transforms: ["typescript"] }).code.replace(/^export (default )?/gm, "");
    const context = createContext({ tryProbe, probes, lines: [], console: {}, setTimeout: () => 0 });
    new Script(`${js}\nthis.make = Value`).runInContext(context, { timeout: withinMs });
    make = context.make;
    context.run = (probe: Probe) => tryProbe(make, probe);
    return new Script("probes.map((probe) => run(probe))").runInContext(context, { timeout: withinMs });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return probes.map(() => "too-long");
    return [`does not load: ${error}`];
  }
}

function tryProbe(make: Make, { leaves, steps }: Probe): string {
  const nodes: Methods[] = [];
  try {
    for (const data of leaves) nodes.push(new make(data));
    for (const step of steps) nodes.push(stepped(make, nodes, step));
    (nodes.at(-1) as Methods).backward();
  } catch (error) {
    return error instanceof Error || (error as Error)?.name ? (error as Error).name : "thrown";
  }
  if (new Set(nodes).size < nodes.length) return "one node twice";
  return nodes
    .map((node) => (node instanceof make ? `${number(node.data)} ${number(node.grad)}` : "not-a-value"))
    .join(" ");
}

const number = (x: unknown) => (typeof x === "number" ? String(x) : "no-number");

function stepped(make: Make, nodes: readonly Methods[], [op, ...operands]: Step): Methods {
  const of = (operand: Operand | undefined) =>
    typeof operand === "string" ? nodes[Number(operand.slice(1))] : operand;
  const [a, b] = operands.map(of);
  const call = (node: unknown, method: string, ...args: unknown[]) =>
    ((node as Methods)[method] as (...args: unknown[]) => Methods)(...args);
  if (op === "sum") return operands.reduce((sum, operand) => call(sum, "add", of(operand)), new make(0));
  if (typeof a !== "number") return operands.length === 1 ? call(a, op) : call(a, op, b);
  return call(b, { add: "add", mul: "mul", sub: "rsub", div: "rdiv" }[op] ?? op, a);
}
