import { type Edit, type Mistake, mistake } from "../mistake.ts";

const of =
  (op: string) =>
  (name: string, codes: string, ...edits: readonly (readonly [find: string, replace: string])[]): Mistake =>
    mistake(op, name, codes, ...edits.map(([find, replace]): Edit => [op, find, replace]));

/** Mistakes in the constructor, in TypeScript. */
export function constructors(): Mistake[] {
  const m = of("constructor");
  const children = "this._prev = children;";
  const grad = "this.grad = 0;";
  const data = "this.data = data;";
  const closure = "this._backward = () => {};";
  return [
    m("children not stored", "no-children", [children, "this._prev = [];"]),
    m("no _prev", "no-children", [children, ""]),
    m("children kept in a string", "no-children", [children, "this._prev = String(children.length) as any;"]),
    m("only the first child stored", "no-children lost-child", [
      children,
      "this._prev = children.slice(0, 1);",
    ]),
    m("only the last child stored", "no-children lost-child", [children, "this._prev = children.slice(-1);"]),
    m("children's numbers stored", "no-children self-vs-data lost-child", [
      children,
      "this._prev = children.map((c) => c.data) as any;",
    ]),
    m("children copied", "no-children lost-child", [
      children,
      "this._prev = children.map((c) => new Value(c.data));",
    ]),
    m("children stored in a local variable", "no-children", [children, "const _prev = children;"]),
    m("children compared", "no-children", [children, "this._prev == children;"]),
    m("grad missing", "no-grad grad-not-zero", [grad, ""]),
    m("grad is null", "no-grad grad-not-zero", [grad, "this.grad = null as any;"]),
    m("grad is undefined", "no-grad grad-not-zero", [grad, "this.grad = undefined as any;"]),
    m("grad is NaN", "no-grad grad-not-zero", [grad, "this.grad = NaN;"]),
    m("grad starts at 1", "grad-not-zero", [grad, "this.grad = 1;"]),
    m("grad starts as data", "grad-not-zero", [grad, "this.grad = data;"]),
    m("grad is a list", "no-grad grad-not-zero", [grad, "this.grad = [] as any;"]),
    m("grad is a string", "no-grad grad-not-zero", [grad, 'this.grad = "0" as any;']),
    m("grad is an object", "no-grad grad-not-zero", [grad, "this.grad = {} as any;"]),
    m("grad under another name", "no-grad", [grad, "(this as any).gradient = 0;"]),
    m("grad is a small number", "grad-not-zero", [grad, "this.grad = 1e-3;"]),
    m("grad is a function", "no-grad grad-not-zero", [grad, "this.grad = (() => 0) as any;"]),
    m("grad compared", "no-grad grad-not-zero", [grad, "this.grad == 0;"]),
    m("data missing", "no-data", [data, ""]),
    m("data assigned to itself", "no-data", [data, "data = data;"]),
    m("data under another name", "no-data", [data, "(this as any).value = data;"]),
    m("data always 0", "no-data", [data, "this.data = 0;"]),
    m("data as a whole number", "no-data", [data, "this.data = Math.trunc(data);"]),
    m("data by parseInt", "no-data", [data, "this.data = parseInt(String(data));"]),
    m("data as string", "no-data", [data, "this.data = String(data) as any;"]),
    m("data rounded", "no-data", [data, "this.data = Number(data.toFixed(2));"]),
    m("data in a list", "no-data", [data, "this.data = [data] as any;"]),
    m("data positive", "no-data", [data, "this.data = Math.abs(data);"]),
    m("data as 32 bit number", "no-data", [data, "this.data = Math.fround(data);"]),
    m("grad instead of data", "no-data grad-not-zero", [data, "this.grad = data;"]),
    m("data by ||", "no-data", [data, "this.data = data || 1;"]),
    m("returns after data", "no-grad", [data, "this.data = data;\n    return;"]),
    m("named init", "constructor-name wrong-name throws no-data", ["  constructor(", "  init("]),
    m("named __init__", "constructor-name wrong-name throws no-data", ["  constructor(", "  __init__("]),
    m("closure missing", "no-backward throws backward:throws backward:unknown-method", [closure, ""]),
    m("closure null", "no-backward throws backward:throws backward:unknown-method", [
      closure,
      "this._backward = null as any;",
    ]),
    m("closure of a leaf throws", "throws backward:throws", [
      closure,
      '(this as any)._backward = () => { throw new Error("no gradient"); };',
    ]),
    m("order of parameters", "no-data no-children throws", [
      "data: number, children: Value[] = []",
      "children: Value[] = [], data = 0",
    ]),
    m("children in the label's place", "no-children throws", [
      'children: Value[] = [], op = "", label = ""',
      'op = "", label = "", children: Value[] = []',
    ]),
    m("children shared by all", "no-children lost-child", [
      children,
      "(Value.prototype as any)._prev = children;",
    ]),
    m("data shared by all", "no-data", [
      data,
      "(Value.prototype as any).data = data;\n    delete (this as any).data;",
    ]),
    m("children doubled", "no-children visits-twice doubled-children", [
      children,
      "this._prev = [this, ...children];",
    ]),
    m(
      "wants to be given the children",
      "throws",
      ["children: Value[] = []", "children: Value[]"],
      [children, "this._prev = [...children];"],
    ),
  ];
}

const recursion = `    const build = (v: Value) => {
      if (!visited.has(v)) {
        visited.add(v);
        for (const child of v._prev) build(child);
        topo.push(v);
      }
    };
    build(this);
`;
const all = `    const topo: Value[] = [];
    const visited = new Set<Value>();
${recursion}
    this.grad = 1;
    for (const v of topo.reverse()) {
      v._backward();
    }
`;

/** Mistakes in `backward`, in TypeScript. */
export function backward(): Mistake[] {
  const m = of("backward");
  const seed = "    this.grad = 1;\n";
  const run = "      v._backward();";
  const loop = `    for (const v of topo.reverse()) {\n${run}\n    }\n`;
  const filled = "        visited.add(v);\n";
  return [
    m("no seed", "no-seed", [seed, ""]),
    m("seed 0", "no-seed seed", ["this.grad = 1;", "this.grad = 0;"]),
    m("seed 2", "seed", ["this.grad = 1;", "this.grad = 2;"]),
    m("seed -1", "seed", ["this.grad = 1;", "this.grad = -1;"]),
    m("seed data", "seed", ["this.grad = 1;", "this.grad = this.data;"]),
    m("seed added", "no-seed seed", ["this.grad = 1;", "this.grad += 0;"]),
    m("seed compared", "no-seed", ["this.grad = 1;", "this.grad == 1;"]),
    m("seed in data", "no-seed mutates-input seed-target", ["this.grad = 1;", "this.data = 1;"]),
    m("seed a local variable", "no-seed", ["this.grad = 1;", "const grad = 1;"]),
    m("seed the first node", "no-seed seed order", ["this.grad = 1;", "topo[0].grad = 1;"]),
    m("seed a string", "seed", ["this.grad = 1;", 'this.grad = "1" as any;']),
    m("seed after the loop", "seed-late", [seed, ""], [loop, loop + seed]),
    m(
      "seed in the loop, after the first node",
      "seed-late",
      [seed, ""],
      [run, `${run}\n      this.grad = 1;`],
    ),
    m("seeds every node", "seeds-all", ["this.grad = 1;", "for (const v of topo) v.grad = 1;"]),
    m("seeds every node as it comes", "seeds-all", [seed, ""], [run, `      v.grad = 1;\n${run}`]),
    m("adds 1 to every node", "seeds-all seed", [run, `      v.grad += 1;\n${run}`]),
    m("seeds every node in build", "seeds-all", [filled, `${filled}        v.grad = 1;\n`]),
    m("not reversed", "order", ["topo.reverse()", "topo"]),
    m("reversed twice", "order", ["topo.reverse()", "topo.reverse().reverse()"]),
    m("reversed copy thrown away", "order", [
      "    for (const v of topo.reverse())",
      "    [...topo].reverse();\n    for (const v of topo)",
    ]),
    m(
      "node before its children",
      "order",
      ["        topo.push(v);\n", ""],
      [filled, `${filled}        topo.push(v);\n`],
    ),
    m(
      "node before its children, not reversed",
      "topo order",
      ["        topo.push(v);\n", ""],
      [filled, `${filled}        topo.push(v);\n`],
      ["topo.reverse()", "topo"],
    ),
    m("unshift and reverse", "order", ["topo.push(v)", "topo.unshift(v)"]),
    m("sorted by data", "topo order", ["topo.reverse()", "topo.sort((a, b) => a.data - b.data)"]),
    m("sorted without a rule", "topo order throws", ["topo.reverse()", "topo.sort()"]),
    m("recursive, without topological order", "visits-twice topo", [
      all,
      `    this.grad = 1;
    const visit = (v: Value) => {
      v._backward();
      for (const child of v._prev) visit(child);
    };
    visit(this);
`,
    ]),
    m("recursive through backward of the children", "visits-twice topo seeds-all", [
      all,
      `    this.grad = 1;
    this._backward();
    for (const child of this._prev) child.backward();
`,
    ]),
    m(
      "recursive with a flag for the first",
      "visits-twice topo",
      ["backward(): void", "backward(first = true): void"],
      [
        all,
        `    if (first) this.grad = 1;
    this._backward();
    for (const child of this._prev) (child as any).backward(false);
`,
      ],
    ),
    m("recursive with a seed that is kept", "visits-twice topo", [
      all,
      `    if (this.grad === 0) this.grad = 1;
    this._backward();
    for (const child of this._prev) child.backward();
`,
    ]),
    m("recursive with visited, without topological order", "topo", [
      all,
      `    this.grad = 1;
    const visited = new Set<Value>();
    const visit = (v: Value) => {
      if (visited.has(v)) return;
      visited.add(v);
      v._backward();
      for (const child of v._prev) visit(child);
    };
    visit(this);
`,
    ]),
    m("queue with visited, no topological order", "topo", [
      all,
      `    this.grad = 1;
    const queue: Value[] = [this];
    const seen = new Set<Value>(queue);
    while (queue.length) {
      const v = queue.shift()!;
      v._backward();
      for (const child of v._prev) {
        if (!seen.has(child)) {
          seen.add(child);
          queue.push(child);
        }
      }
    }
`,
    ]),
    m("stack with visited, no topological order", "topo", [
      all,
      `    this.grad = 1;
    const stack: Value[] = [this];
    const seen = new Set<Value>(stack);
    while (stack.length) {
      const v = stack.pop()!;
      v._backward();
      for (const child of v._prev) {
        if (!seen.has(child)) {
          seen.add(child);
          stack.push(child);
        }
      }
    }
`,
    ]),
    m("queue without visited", "visits-twice topo", [
      all,
      `    this.grad = 1;
    const queue: Value[] = [this];
    while (queue.length) {
      const v = queue.shift()!;
      v._backward();
      queue.push(...v._prev);
    }
`,
    ]),
    m("children before the node, recursive", "order topo seeds-all", [
      all,
      `    this.grad = 1;
    for (const child of this._prev) child.backward();
    this._backward();
`,
    ]),
    m("only its own closure", "chain order topo", [all, "    this.grad = 1;\n    this._backward();\n"]),
    m("only the children's closures", "chain order topo", [
      all,
      "    this.grad = 1;\n    this._backward();\n    for (const child of this._prev) child._backward();\n",
    ]),
    m("only two levels", "chain order topo", ["build(child);", "topo.unshift(child);"]),
    m("does nothing", "no-seed chain", [all, ""]),
    m("only the seed", "chain", [all, "    this.grad = 1;\n"]),
    m("stops after the first node", "chain order", [run, `${run}\n      break;`]),
    m("returns after the first node", "chain order", [run, `${run}\n      return;`]),
    m("leaves the last node out", "chain order", ["topo.reverse()", "topo.slice(1).reverse()"]),
    m("leaves the first node out", "chain order no-seed seed", [
      "topo.reverse()",
      "topo.slice(0, -1).reverse()",
    ]),
    m("counts one too few", "chain order", [
      loop,
      "    for (let i = topo.length - 1; i > 1; i--) topo[i]._backward();\n",
    ]),
    m("counts from one too low", "chain order no-seed seed", [
      loop,
      "    for (let i = topo.length - 2; i >= 0; i--) topo[i]._backward();\n",
    ]),
    m("counts up", "order", [loop, "    for (let i = 0; i < topo.length; i++) topo[i]._backward();\n"]),
    m("loops over the indices", "throws unknown-method", [
      loop,
      "    for (const v in topo.reverse()) (v as any)._backward();\n",
    ]),
    m("closure not called", "chain backward-not-called order", [run, "      v._backward;"]),
    m("calls self's closure again and again", "chain visits-twice", [run, "      this._backward();"]),
    m("calls every closure twice", "visits-twice", [run, `${run}\n${run}`]),
    m("runs the loop twice", "visits-twice", [loop, `${loop}    for (const v of topo) v._backward();\n`]),
    m("visited never filled", "visits-twice", [filled, ""]),
    m("visited not asked", "visits-twice", ["if (!visited.has(v)) {", "{"]),
    m("visited asked the wrong way round", "chain order topo", ["!visited.has(v)", "visited.has(v)"]),
    m("visited made anew in each call", "visits-twice", [
      "    const build = (v: Value) => {",
      "    const build = (v: Value) => {\n      const visited = new Set<Value>();",
    ]),
    m(
      "visited by data",
      "topo chain visits-by-data",
      ["visited.has(v)", "visited.has(v.data as any)"],
      ["visited.add(v)", "visited.add(v.data as any)"],
    ),
    m(
      "visited by op",
      "topo chain visits-by-data",
      ["visited.has(v)", "visited.has(v._op as any)"],
      ["visited.add(v)", "visited.add(v._op as any)"],
    ),
    m("node appended for each child", "visits-twice topo", [
      "for (const child of v._prev) build(child);\n        topo.push(v);",
      "for (const child of v._prev) {\n          build(child);\n          topo.push(v);\n        }",
    ]),
    m("node appended outside of the if", "visits-twice", [
      "        topo.push(v);\n      }\n",
      "      }\n      topo.push(v);\n",
    ]),
    m("build not called", "chain order topo", ["    build(this);\n", ""]),
    m("only the first child followed", "chain topo order lost-child", [
      "for (const child of v._prev) build(child);",
      "if (v._prev.length) build(v._prev[0]);",
    ]),
    m("only the last child followed", "chain topo order lost-child", [
      "for (const child of v._prev) build(child);",
      "if (v._prev.length) build(v._prev[v._prev.length - 1]);",
    ]),
    m("only leaves appended", "chain topo", [
      "        topo.push(v);",
      "        if (!v._prev.length) topo.push(v);",
    ]),
    m("nodes of one child not appended", "chain topo", [
      "        topo.push(v);",
      "        if (v._prev.length > 1) topo.push(v);",
    ]),
    m("the loop within build", "visits-twice topo", [
      `      }
    };
    build(this);

    this.grad = 1;
${loop}`,
      `      }
      this.grad = 1;
      for (const v of [...topo].reverse()) {
        v._backward();
      }
    };
    build(this);
`,
    ]),
    m("clears the grads after use", "clears-grad", [run, `${run}\n      if (v._prev.length) v.grad = 0;`]),
    m("clears every grad after use", "clears-grad", [run, `${run}\n      v.grad = 0;`]),
    m("clears every grad before use", "clears-grad no-seed", [run, `      v.grad = 0;\n${run}`]),
    m("clears the children's grads before use", "clears-grad", [
      run,
      `      for (const child of v._prev) child.grad = 0;\n${run}`,
    ]),
    m("clears the grads at the end", "clears-grad", [loop, `${loop}    for (const v of topo) v.grad = 0;\n`]),
    m("clears the leaves' grads at the end", "clears-grad", [
      loop,
      `${loop}    for (const v of topo) if (!v._prev.length) v.grad = 0;\n`,
    ]),
    m("clears all grads after the seed", "clears-grad no-seed", [
      seed,
      `${seed}    for (const v of topo) v.grad = 0;\n`,
    ]),
    m("divides the grads by the number of nodes", "chain scaled-grad grad-wrong", [
      loop,
      `${loop}    for (const v of topo) v.grad /= topo.length;\n`,
    ]),
    m("clips the grads", "chain scaled-grad grad-wrong clears-grad", [
      run,
      `${run}\n      v.grad = Math.max(-1, Math.min(1, v.grad));`,
    ]),
    m("seed under a wrong name", "no-seed throws", ["this.grad = 1;", "(this as any).gradd = 1;"]),
    m("children under another name", "throws unknown-name", ["of v._prev", "of (v as any)._children"]),
    m("is called by itself", "infinite-recursion", [run, "      v.backward();"]),
    m("calls closures of leaves only", "chain order", [run, "      if (!v._prev.length) v._backward();"]),
    m("skips nodes whose data is negative", "chain topo", [run, "      if (v.data > 0) v._backward();"]),
    m("this of an old function", "throws", [
      loop,
      "    topo.reverse().forEach(function (this: Value) {\n      this._backward();\n    });\n",
    ]),
    m("runs later", "chain order async", [
      loop,
      "    setTimeout(() => topo.reverse().forEach((v) => v._backward()), 0);\n",
    ]),
    m("maps over the closures, not calling them", "chain backward-not-called order", [
      loop,
      "    topo.reverse().map((v) => v._backward);\n",
    ]),
    m(
      "is async",
      "chain order async",
      [seed, `    await null;\n${seed}`],
      ["  backward(): void {", "  async backward(): Promise<void> {"],
    ),
  ];
}
