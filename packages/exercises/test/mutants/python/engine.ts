import { type Edit, type Mistake, mistake } from "../mistake.ts";

const of =
  (op: string) =>
  (name: string, codes: string, ...edits: readonly (readonly [find: string, replace: string])[]): Mistake =>
    mistake(op, name, codes, ...edits.map(([find, replace]): Edit => [op, find, replace]));

/** Mistakes in `__init__`, in Python. */
export function constructors(): Mistake[] {
  const m = of("constructor");
  return [
    m("children not stored", "no-children", ["set(_children)", "set()"]),
    m("no _prev", "no-children", ["self._prev = set(_children)", "pass"]),
    m("_prev is empty and children kept in a string", "no-children", ["set(_children)", "repr(_children)"]),
    m("children stored under the name of the op", "no-children", [
      "self._prev = set(_children)",
      "self._prev = _op",
    ]),
    m("only the first child stored", "no-children lost-child", ["set(_children)", "set(_children[:1])"]),
    m("only the last child stored", "no-children lost-child", ["set(_children)", "set(_children[-1:])"]),
    m("children's numbers stored", "no-children self-vs-data lost-child", [
      "set(_children)",
      "[c.data for c in _children]",
    ]),
    m("children copied", "no-children lost-child", ["set(_children)", "[Value(c.data) for c in _children]"]),
    m("grad is None", "no-grad grad-not-zero", ["self.grad = 0.0", "self.grad = None"]),
    m("grad missing", "no-grad grad-not-zero", ["self.grad = 0.0", "pass"]),
    m("grad starts at 1", "grad-not-zero", ["self.grad = 0.0", "self.grad = 1.0"]),
    m("grad starts as data", "grad-not-zero", ["self.grad = 0.0", "self.grad = data"]),
    m("grad is a list", "no-grad grad-not-zero", ["self.grad = 0.0", "self.grad = [0.0]"]),
    m("grad is a Value", "no-grad grad-not-zero infinite-recursion", [
      "self.grad = 0.0",
      "self.grad = Value(0.0)",
    ]),
    m("grad under another name", "no-grad", ["self.grad = 0.0", "self.gradient = 0.0"]),
    m("grad is a string", "no-grad grad-not-zero", ["self.grad = 0.0", "self.grad = '0.0'"]),
    m("grad is a small number", "grad-not-zero", ["self.grad = 0.0", "self.grad = 1e-3"]),
    m("data missing", "no-data", ["self.data = data", "pass"]),
    m("data is a local variable", "no-data", ["self.data = data", "data = data"]),
    m("data under another name", "no-data", ["self.data = data", "self.value = data"]),
    m("data always 0", "no-data", ["self.data = data", "self.data = 0.0"]),
    m("data as int", "no-data", ["self.data = data", "self.data = int(data)"]),
    m("data as string", "no-data", ["self.data = data", "self.data = str(data)"]),
    m("data rounded", "no-data", ["self.data = data", "self.data = round(data, 2)"]),
    m("data in a list", "no-data", ["self.data = data", "self.data = [data]"]),
    m("data positive", "no-data", ["self.data = data", "self.data = abs(data)"]),
    // It stops at the comparison already: there is no data yet.
    m("data compared", "no-data unknown-method", ["self.data = data", "self.data == data"]),
    m("grad instead of data", "no-data grad-not-zero", ["self.data = data", "self.grad = data"]),
    m("returns after data", "no-grad", ["self.data = data", "self.data = data\n    return"]),
    m("named __int__", "constructor-name wrong-name throws", ["def __init__(", "def __int__("]),
    m("named init", "constructor-name wrong-name throws", ["def __init__(", "def init("]),
    m("named _init_", "constructor-name wrong-name throws", ["def __init__(", "def _init_("]),
    m(
      "wants the children",
      "throws constructor-arguments",
      ["_children=()", "_children"],
      ["_op=''", "_op"],
      ["label=''", "label"],
    ),
    m("self missing from the parameters", "throws no-self wrong-signature unknown-name", [
      "(self, data",
      "(data",
    ]),
    m("no closure to begin with", "no-backward throws backward:throws backward:unknown-method", [
      "self._backward = lambda: None",
      "self._backward = None",
    ]),
    m("closure missing", "no-backward throws backward:throws backward:unknown-method", [
      "self._backward = lambda: None",
      "pass",
    ]),
    m("the closure of a leaf wants an argument", "throws no-backward backward:throws", [
      "lambda: None",
      "lambda x: None",
    ]),
    m("order of parameters", "no-data no-children throws", ["data, _children=()", "_children=(), data=0"]),
    m("children in the label's place", "no-children throws", [
      "_children=(), _op='', label=''",
      "_op='', label='', _children=()",
    ]),
    m("a child for each character of the op", "no-children", ["set(_children)", "set(_op)"]),
    m("data shared by all", "no-data", ["self.data = data", "Value.data = data"]),
    m("grad shared by all", "no-grad grad-shared", [
      "self.grad = 0.0",
      "Value.all = getattr(Value, 'all', [0.0])\n    self.grad = Value.all",
    ]),
    m("closures shared by all", "no-backward", [
      "self._backward = lambda: None",
      "Value._backward = lambda self: None",
    ]),
    m("children shared by all", "no-children lost-child", [
      "self._prev = set(_children)",
      "Value._prev = set(_children)",
    ]),
  ];
}

const build = `    def build_topo(v):
      if v not in visited:
        visited.add(v)
        for child in v._prev:
          build_topo(child)
        topo.append(v)
    build_topo(self)
`;
const all = `    topo = []
    visited = set()
${build}
    self.grad = 1.0
    for node in reversed(topo):
      node._backward()
`;

/** Mistakes in `backward`, in Python. */
export function backward(): Mistake[] {
  const m = of("backward");
  const seed = "    self.grad = 1.0\n";
  const run = "      node._backward()";
  return [
    m("no seed", "no-seed", [seed, ""]),
    m("seed 0", "no-seed seed", ["self.grad = 1.0", "self.grad = 0.0"]),
    m("seed 2", "seed", ["self.grad = 1.0", "self.grad = 2.0"]),
    m("seed -1", "seed", ["self.grad = 1.0", "self.grad = -1.0"]),
    m("seed data", "seed", ["self.grad = 1.0", "self.grad = self.data"]),
    m("seed added", "no-seed seed", ["self.grad = 1.0", "self.grad += 0"]),
    m("seed compared", "no-seed", ["self.grad = 1.0", "self.grad == 1.0"]),
    m("seed in data", "no-seed mutates-input seed-target", ["self.grad = 1.0", "self.data = 1.0"]),
    m("seed a local variable", "no-seed", ["self.grad = 1.0", "grad = 1.0"]),
    m("seed the first node", "no-seed seed order", ["self.grad = 1.0", "topo[0].grad = 1.0"]),
    m("seed after the loop", "seed-late", [seed, ""], [run, `${run}\n    self.grad = 1.0`]),
    m(
      "seed in the loop, after the first node",
      "seed-late",
      [seed, ""],
      [run, `${run}\n      self.grad = 1.0`],
    ),
    m("seeds every node", "seeds-all", ["self.grad = 1.0", "for v in topo: v.grad = 1.0"]),
    m("seeds every node as it comes", "seeds-all", [seed, ""], [run, `      node.grad = 1.0\n${run}`]),
    m("adds 1 to every node", "seeds-all seed", [run, `      node.grad += 1.0\n${run}`]),
    m("seeds every node in build", "seeds-all", [
      "        visited.add(v)",
      "        visited.add(v)\n        v.grad = 1.0",
    ]),
    m("not reversed", "order", ["reversed(topo)", "topo"]),
    m("reversed twice", "order", ["reversed(topo)", "reversed(topo[::-1])"]),
    m("reversed and thrown away", "order", [
      "    for node in reversed(topo)",
      "    reversed(topo)\n    for node in topo",
    ]),
    m(
      "node before its children",
      "order",
      ["        topo.append(v)\n", ""],
      ["        visited.add(v)\n", "        visited.add(v)\n        topo.append(v)\n"],
    ),
    m(
      "node before its children, not reversed",
      "topo order",
      ["        topo.append(v)\n", ""],
      ["        visited.add(v)\n", "        visited.add(v)\n        topo.append(v)\n"],
      ["reversed(topo)", "topo"],
    ),
    m("inserts at the front and reverses", "order", ["topo.append(v)", "topo.insert(0, v)"]),
    m("sorted by data", "topo order", ["reversed(topo)", "sorted(topo, key=lambda v: v.data)"]),
    m("recursive, without topological order", "visits-twice topo", [
      all,
      `    self.grad = 1.0
    def visit(v):
      v._backward()
      for child in v._prev:
        visit(child)
    visit(self)
`,
    ]),
    m("recursive through backward of the children", "visits-twice topo seeds-all", [
      all,
      `    self.grad = 1.0
    self._backward()
    for child in self._prev:
      child.backward()
`,
    ]),
    m("recursive with a seed that is kept", "visits-twice topo", [
      all,
      `    if self.grad == 0:
      self.grad = 1.0
    self._backward()
    for child in self._prev:
      child.backward()
`,
    ]),
    m("recursive with visited, without topological order", "topo", [
      all,
      `    self.grad = 1.0
    visited = set()
    def visit(v):
      if v not in visited:
        visited.add(v)
        v._backward()
        for child in v._prev:
          visit(child)
    visit(self)
`,
    ]),
    m("queue with visited, no topological order", "topo", [
      all,
      `    self.grad = 1.0
    queue = [self]
    seen = set(queue)
    while queue:
      v = queue.pop(0)
      v._backward()
      for child in v._prev:
        if child not in seen:
          seen.add(child)
          queue.append(child)
`,
    ]),
    m("stack with visited, no topological order", "topo", [
      all,
      `    self.grad = 1.0
    stack = [self]
    seen = set(stack)
    while stack:
      v = stack.pop()
      v._backward()
      for child in v._prev:
        if child not in seen:
          seen.add(child)
          stack.append(child)
`,
    ]),
    m("queue without visited", "visits-twice topo", [
      all,
      `    self.grad = 1.0
    queue = [self]
    while queue:
      v = queue.pop(0)
      v._backward()
      queue += list(v._prev)
`,
    ]),
    m("children before the node, recursive", "order topo seeds-all", [
      all,
      `    self.grad = 1.0
    for child in self._prev:
      child.backward()
    self._backward()
`,
    ]),
    m("only its own closure", "chain order topo", [all, "    self.grad = 1.0\n    self._backward()\n"]),
    m("only the children's closures", "chain order topo", [
      all,
      "    self.grad = 1.0\n    self._backward()\n    for child in self._prev:\n      child._backward()\n",
    ]),
    m("only two levels", "chain order topo", [
      "          build_topo(child)",
      "          topo.insert(0, child)",
    ]),
    m("does nothing", "no-seed chain", [all, "    pass\n"]),
    m("only the seed", "chain", [all, "    self.grad = 1.0\n"]),
    m("stops after the first node", "chain order", [run, `${run}\n      break`]),
    m("returns after the first node", "chain order", [run, `${run}\n      return`]),
    m("leaves the last node out", "chain order", ["reversed(topo)", "reversed(topo[1:])"]),
    m("leaves the first node out", "chain order no-seed seed", ["reversed(topo)", "reversed(topo[:-1])"]),
    m("leaves the second node out", "chain order", ["reversed(topo)", "reversed(topo[:-2] + topo[-1:])"]),
    m("closure not called", "chain backward-not-called", [run, "      node._backward"]),
    m("calls self's closure again and again", "chain visits-twice", [run, "      self._backward()"]),
    m("calls every closure twice", "visits-twice", [run, `${run}\n${run}`]),
    m("runs the loop twice", "visits-twice", [run, `${run}\n    for node in reversed(topo):\n${run}`]),
    m("visited never filled", "visits-twice", ["        visited.add(v)\n", ""]),
    m("visited not asked", "visits-twice", ["if v not in visited:", "if True:"]),
    m("visited asked the wrong way round", "chain order topo", ["if v not in visited:", "if v in visited:"]),
    m("visited made anew in each call", "visits-twice", [
      "    def build_topo(v):",
      "    def build_topo(v):\n      visited = set()",
    ]),
    m(
      "visited by data",
      "topo chain visits-by-data",
      ["if v not in visited:", "if v.data not in visited:"],
      ["visited.add(v)", "visited.add(v.data)"],
    ),
    m(
      "topo by label",
      "topo chain",
      ["if v not in visited:", "if v._op not in visited:"],
      ["visited.add(v)", "visited.add(v._op)"],
    ),
    m("node appended within the loop, by indentation", "visits-twice topo", [
      "        topo.append(v)",
      "          topo.append(v)",
    ]),
    m("node appended outside of the if, by indentation", "visits-twice", [
      "        topo.append(v)",
      "      topo.append(v)",
    ]),
    m("build called within itself, by indentation", "chain order topo", [
      "    build_topo(self)\n",
      "      build_topo(self)\n",
    ]),
    m("build not called", "chain order topo", ["    build_topo(self)\n", ""]),
    m("loop within build, by indentation", "visits-twice topo", [
      "    build_topo(self)\n\n    self.grad = 1.0\n    for node in reversed(topo):\n      node._backward()\n",
      "      self.grad = 1.0\n      for node in reversed(topo):\n        node._backward()\n    build_topo(self)\n",
    ]),
    m("only the first child followed", "chain topo order lost-child", [
      "          build_topo(child)",
      "          build_topo(child)\n          break",
    ]),
    m("the children of self followed", "chain topo infinite-recursion throws", [
      "in v._prev:",
      "in self._prev:",
    ]),
    m("leaves not appended, nor nodes with one child", "chain topo", [
      "        topo.append(v)",
      "        if len(v._prev) > 1: topo.append(v)",
    ]),
    m("clears the grads after use", "clears-grad", [run, `${run}\n      if node._prev: node.grad = 0.0`]),
    m("clears every grad after use", "clears-grad", [run, `${run}\n      node.grad = 0.0`]),
    m("clears every grad before use", "clears-grad no-seed", [run, `      node.grad = 0.0\n${run}`]),
    m("clears the children's grads before use", "clears-grad", [
      run,
      `      for child in node._prev: child.grad = 0.0\n${run}`,
    ]),
    m("clears the grads at the end", "clears-grad", [run, `${run}\n    for node in topo: node.grad = 0.0`]),
    m("clears the leaves' grads at the end", "clears-grad", [
      run,
      `${run}\n    for node in topo:\n      if not node._prev: node.grad = 0.0`,
    ]),
    m("clears all grads after the seed", "clears-grad no-seed", [
      "self.grad = 1.0",
      "self.grad = 1.0\n    for v in topo: v.grad = 0.0",
    ]),
    m("divides the grads by the number of nodes", "chain scaled-grad grad-wrong", [
      run,
      `${run}\n    for node in topo: node.grad /= len(topo)`,
    ]),
    m("clips the grads", "chain scaled-grad grad-wrong clears-grad", [
      run,
      `${run}\n      node.grad = max(-1.0, min(1.0, node.grad))`,
    ]),
    m("missing parentheses of the seed's name", "no-seed throws", ["self.grad = 1.0", "self.gradd = 1.0"]),
    m("a name that there is not", "throws unknown-name", ["reversed(topo)", "reversed(nodes)"]),
    m("reverse gives nothing", "throws", ["reversed(topo)", "topo.reverse()"]),
    m("self not passed to the children", "throws unknown-name", ["v._prev:", "v._children:"]),
    m("wants the gradient", "throws wrong-signature", ["backward(self)", "backward(self, grad)"]),
    m("is called by itself", "infinite-recursion", [run, "      node.backward()"]),
    m("calls closures with an argument", "throws", [run, "      node._backward(node)"]),
    m("calls the closure of a leaf only", "chain order", [run, `      if not node._prev: node._backward()`]),
    m("skips nodes whose data is negative", "chain topo", [run, `      if node.data > 0: node._backward()`]),
  ];
}
