/** Written by scripts/generate.mjs from the folders of track/. */
export const sources = {
  "analytic-gradient": {
    number: 1,
    title: "The gradient, with pen and paper",
    text: "Here is a function of three numbers:\n\n$$f(a, b, c) = -a^3 + \\sin(3b) - \\frac{1}{c} + b^{2.5} - \\sqrt{a}$$\n\nIts gradient is a list of three numbers: how fast $f$ grows when you move $a$ a little and leave the others where they are, then the\nsame for $b$ and for $c$. Each is a derivative of a function of one letter: the other two letters are just numbers, and every term\nwithout your letter falls away.\n\nWrite `gradient(a, b, c)`, which returns `[df/da, df/db, df/dc]`. No nudging yet: find the three formulas with the rules that you know\n(or look them up), and type them in. At (2, 3, 4) the answer is about −12.3536, 10.2570 and 0.0625.\n\nYour function is tried at points chosen at random, so the numbers above are only for your own checking.",
    hints: [
      "Cover $b$ and $c$ with your thumb. Which terms of $f$ still move when $a$ moves? What is the derivative of each, on its own?",
      "$x^n$ has the derivative $n\\,x^{n-1}$, also for $n = 2.5$, $n = \\tfrac12$ ($\\sqrt a$) and $n = -1$ ($\\tfrac1c$). And the inner function\ncounts: $\\sin(u)$ with $u = 3b$ has the derivative $\\cos(u)$ *times the derivative of u*, which is 3.",
      "The first of the three is $-3a^2 - 0.5\\,a^{-0.5}$; the other two go the same way.\n\n```ts\nconst da = -3 * a ** 2 - 0.5 * a ** -0.5;\n```\n\n```python\nda = -3 * a**2 - 0.5 * a**-0.5\n```",
    ],
    starter: {
      typescript:
        'function f(a: number, b: number, c: number): number {\n  return -(a ** 3) + Math.sin(3 * b) - 1 / c + b ** 2.5 - a ** 0.5;\n}\n\n/** The gradient of f at (a, b, c): [df/da, df/db, df/dc]. */\nfunction gradient(a: number, b: number, c: number): number[] {\n  throw new Error("to do: gradient");\n}\n',
      python:
        'from math import cos, sin\n\n\ndef f(a, b, c):\n  return -a**3 + sin(3 * b) - 1.0 / c + b**2.5 - a**0.5\n\n\ndef gradient(a, b, c):\n  """The gradient of f at (a, b, c): [df/da, df/db, df/dc]."""\n  raise NotImplementedError("to do: gradient")\n',
    },
    solution: {
      typescript:
        "function f(a: number, b: number, c: number): number {\n  return -(a ** 3) + Math.sin(3 * b) - 1 / c + b ** 2.5 - a ** 0.5;\n}\n\n/** The gradient of f at (a, b, c): [df/da, df/db, df/dc]. */\nfunction gradient(a: number, b: number, c: number): number[] {\n  const da = -3 * a ** 2 - 0.5 * a ** -0.5;\n  const db = 3 * Math.cos(3 * b) + 2.5 * b ** 1.5;\n  const dc = 1 / c ** 2;\n  return [da, db, dc];\n}\n",
      python:
        'from math import cos, sin\n\n\ndef f(a, b, c):\n  return -a**3 + sin(3 * b) - 1.0 / c + b**2.5 - a**0.5\n\n\ndef gradient(a, b, c):\n  """The gradient of f at (a, b, c): [df/da, df/db, df/dc]."""\n  da = -3 * a**2 - 0.5 * a**-0.5\n  db = 3 * cos(3 * b) + 2.5 * b**1.5\n  dc = c**-2\n  return [da, db, dc]\n',
    },
  },
  "add-mul": {
    number: 4,
    title: "A number that remembers: add and mul",
    text: "From here on you build the engine itself, and you keep it: what you write now is the beginning of the next exercises.\n\nA `Value` holds a number, `data`, and remembers where it came from: `_prev`, the Values that it was computed from. It also has `grad`:\nhow much the final result grows per unit of this value, filled in later, from the result backwards. Each operation knows its own small\npart of that walk. It leaves it with its result as a function, `out._backward`, which takes the gradient of the result and *adds* to\neach operand its share.\n\nThe constructor is ready. Write `{add|__add__}` and `{mul|__mul__}`. Each does four things:\n\n1. makes a Value of `other` if it is a plain number, so that `{a.add(1)|a + 1}` works;\n2. makes `out`, with the new number and both operands;\n3. gives `out` its `_backward`;\n4. returns `out`.\n\n{TypeScript has no operators for classes, so a method is called by its name: `a.mul(b).add(c)`.|Python calls `__add__` for `a + b` and `__mul__` for `a * b`: that is what the underscores say.}",
    hints: [
      "Let $L$ grow by 4 for each unit of `out`. If `out` is $a + b$ and $a$ grows by one, by how much does `out` grow, and so $L$? And if `out`\nis $a \\cdot b$ with $b = -3$?",
      "Chain rule: an operand's share is the *local derivative* times the gradient of the result. For a sum both local derivatives are 1, so the\ngradient passes through. For a product each operand gets the *other* operand's number. And always `+=`: a Value may be used in several\nplaces, and the shares add up.",
      "Inside `{mul|__mul__}`, when `other` is surely a Value:\n\n```ts\nout._backward = () => {\n  this.grad += b.data * out.grad;\n  b.grad += this.data * out.grad;\n};\n```\n\n```python\ndef _backward():\n  self.grad += other.data * out.grad\n  other.grad += self.data * out.grad\nout._backward = _backward\n```",
    ],
    starter: {
      typescript:
        'class Value {\n  data: number;\n  /** How much the final result grows per unit of this value. */\n  grad = 0;\n  /** Gives the inputs their shares of this value\'s gradient. */\n  _backward: () => void = () => {};\n  _prev: Value[];\n  _op: string;\n\n  constructor(data: number, _prev: Value[] = [], _op = "") {\n    this.data = data;\n    this._prev = _prev;\n    this._op = _op;\n  }\n\n  toString(): string {\n    return `Value(data=${this.data})`;\n  }\n\n  add(other: Value | number): Value {\n    throw new Error("to do: add");\n  }\n\n  mul(other: Value | number): Value {\n    throw new Error("to do: mul");\n  }\n}\n',
      python:
        'class Value:\n\n  def __init__(self, data, _children=(), _op=\'\'):\n    self.data = data\n    self.grad = 0.0  # how much the final result grows per unit of this value\n    self._backward = lambda: None  # gives the inputs their shares of this value\'s gradient\n    self._prev = tuple(_children)\n    self._op = _op\n\n  def __repr__(self):\n    return f"Value(data={self.data})"\n\n  def __add__(self, other):\n    raise NotImplementedError("to do: add")\n\n  def __mul__(self, other):\n    raise NotImplementedError("to do: mul")\n',
    },
    solution: {
      typescript:
        'class Value {\n  data: number;\n  /** How much the final result grows per unit of this value. */\n  grad = 0;\n  /** Gives the inputs their shares of this value\'s gradient. */\n  _backward: () => void = () => {};\n  _prev: Value[];\n  _op: string;\n\n  constructor(data: number, _prev: Value[] = [], _op = "") {\n    this.data = data;\n    this._prev = _prev;\n    this._op = _op;\n  }\n\n  toString(): string {\n    return `Value(data=${this.data})`;\n  }\n\n  add(other: Value | number): Value {\n    const b = other instanceof Value ? other : new Value(other);\n    const out = new Value(this.data + b.data, [this, b], "+");\n    out._backward = () => {\n      this.grad += out.grad;\n      b.grad += out.grad;\n    };\n    return out;\n  }\n\n  mul(other: Value | number): Value {\n    const b = other instanceof Value ? other : new Value(other);\n    const out = new Value(this.data * b.data, [this, b], "*");\n    out._backward = () => {\n      this.grad += b.data * out.grad;\n      b.grad += this.data * out.grad;\n    };\n    return out;\n  }\n}\n',
      python:
        "class Value:\n\n  def __init__(self, data, _children=(), _op=''):\n    self.data = data\n    self.grad = 0.0  # how much the final result grows per unit of this value\n    self._backward = lambda: None  # gives the inputs their shares of this value's gradient\n    self._prev = tuple(_children)\n    self._op = _op\n\n  def __repr__(self):\n    return f\"Value(data={self.data})\"\n\n  def __add__(self, other):\n    other = other if isinstance(other, Value) else Value(other)\n    out = Value(self.data + other.data, (self, other), '+')\n\n    def _backward():\n      self.grad += out.grad\n      other.grad += out.grad\n    out._backward = _backward\n\n    return out\n\n  def __mul__(self, other):\n    other = other if isinstance(other, Value) else Value(other)\n    out = Value(self.data * other.data, (self, other), '*')\n\n    def _backward():\n      self.grad += other.data * out.grad\n      other.grad += self.data * out.grad\n    out._backward = _backward\n\n    return out\n",
    },
  },
  backward: {
    number: 7,
    title: "The whole walk back: backward",
    text: "Every operation can now hand its gradient to its inputs, one step. `backward` walks the whole graph, from the result to the leaves, and\ncalls every `_backward` exactly once.\n\nThe order matters. A Value may pass its gradient on only when *everything that uses it* has already added its share; otherwise it passes on\ntoo little, and what comes later is lost. An order in which every Value stands after its inputs is called *topological*; walked from its\nend, every Value comes before its inputs.\n\nWrite `backward`:\n\n1. list the Values in topological order: the inputs of a Value first, then the Value, and no Value twice;\n2. the result grows by 1 per unit of itself: set its `grad` to 1;\n3. go through the list from its end and call each `_backward`.",
    hints: [
      "Take $e = a \\cdot b$ and $L = e + e \\cdot c$. Who uses $e$? What does $e$ pass on if it is asked before one of them has spoken?",
      "Visit a Value: if you have been here, go away; otherwise remember it, visit its inputs, and only *then* put it in the list. So it stands\nbehind all its inputs. The result is the last, and the walk begins with it.",
      "```ts\nconst visit = (v: Value) => {\n  if (visited.has(v)) return;\n  visited.add(v);\n  for (const input of v._prev) visit(input);\n  topo.push(v);\n};\n```\n\n```python\ndef visit(v):\n  if v not in visited:\n    visited.add(v)\n    for child in v._prev:\n      visit(child)\n    topo.append(v)\n```",
    ],
    starter: {
      typescript:
        'class Value {\n  /** The gradients of everything that this Value was computed from. */\n  backward(): void {\n    throw new Error("to do: backward");\n  }\n}\n',
      python:
        'class Value:\n\n  def backward(self):\n    """The gradients of everything that this Value was computed from."""\n    raise NotImplementedError("to do: backward")\n',
    },
    solution: {
      typescript:
        "class Value {\n  /** The gradients of everything that this Value was computed from. */\n  backward(): void {\n    const topo: Value[] = [];\n    const visited = new Set<Value>();\n    const visit = (v: Value) => {\n      if (visited.has(v)) return;\n      visited.add(v);\n      for (const input of v._prev) visit(input);\n      topo.push(v);\n    };\n    visit(this);\n\n    this.grad = 1;\n    for (const v of topo.reverse()) v._backward();\n  }\n}\n",
      python:
        'class Value:\n\n  def backward(self):\n    """The gradients of everything that this Value was computed from."""\n    topo = []\n    visited = set()\n\n    def visit(v):\n      if v not in visited:\n        visited.add(v)\n        for child in v._prev:\n          visit(child)\n        topo.append(v)\n    visit(self)\n\n    self.grad = 1.0\n    for node in reversed(topo):\n      node._backward()\n',
    },
  },
} as const;

export const commonHarness = {
  typescript: "",
  python: "",
} as const;
