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
  "numerical-gradient": {
    number: 2,
    title: "The gradient by nudging",
    text: "You can measure a slope without any calculus. Move $a$ by a small step $h$, see by how much $f$ answers, and divide:\n\n$$\\frac{f(a + h, b, c) - f(a, b, c)}{h}$$\n\nThis is the *forward difference*. As $h$ goes to zero it becomes the derivative: that is how the derivative is defined.\n\nWrite `numerical(f, a, b, c)`, which returns the three slopes `[df/da, df/db, df/dc]`, each measured by a nudge of one letter while the\nothers stay. It gets the function as an argument, and must work for functions that it has never seen. You choose $h$.\n\nThe answer may be off by 0.00005 at most. The step of 0.0001 that lectures like to begin with is not small enough for that. And a computer's\nnumbers have only about 16 digits, so there is such a thing as too small as well: try a few and look.",
    hints: [
      "How many times do you need to call `f`, and where? Which of the three letters is moved in each call?",
      "The error of a forward difference has two sources. The curve bends away under the nudge: that part is about half the second derivative times\n$h$, and shrinks with $h$. And the subtraction loses digits: that part is about $10^{-16} \\cdot |f| / h$, and *grows* as $h$ shrinks. They are equally\nsmall near $h = 10^{-8}$.",
      "```ts\nconst da = (f(a + h, b, c) - f(a, b, c)) / h;\n```\n\n```python\nda = (f(a + h, b, c) - f(a, b, c)) / h\n```",
    ],
    starter: {
      typescript:
        'type F = (a: number, b: number, c: number) => number;\n\n/** The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]. */\nfunction numerical(f: F, a: number, b: number, c: number): number[] {\n  throw new Error("to do: numerical");\n}\n',
      python:
        'def numerical(f, a, b, c):\n  """The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]."""\n  raise NotImplementedError("to do: numerical")\n',
    },
    solution: {
      typescript:
        "type F = (a: number, b: number, c: number) => number;\n\n/** The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]. */\nfunction numerical(f: F, a: number, b: number, c: number): number[] {\n  const h = 1e-8;\n  const here = f(a, b, c);\n  const da = (f(a + h, b, c) - here) / h;\n  const db = (f(a, b + h, c) - here) / h;\n  const dc = (f(a, b, c + h) - here) / h;\n  return [da, db, dc];\n}\n",
      python:
        'def numerical(f, a, b, c):\n  """The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]."""\n  h = 1e-8\n  here = f(a, b, c)\n  da = (f(a + h, b, c) - here) / h\n  db = (f(a, b + h, c) - here) / h\n  dc = (f(a, b, c + h) - here) / h\n  return [da, db, dc]\n',
    },
    harness: {
      typescript:
        "function outgrad_numerical(k: number[], a: number, b: number, c: number) {\n  return outgrad_nudges(numerical, k, a, b, c);\n}\n",
      python: "def outgrad_numerical(k, a, b, c):\n  return outgrad_nudges(numerical, k, a, b, c)\n",
    },
  },
  "symmetric-gradient": {
    number: 3,
    title: "Nudging both ways",
    text: "A better measurement for the same price is to nudge forward *and* back, and to divide by the whole way between the two:\n\n$$\\frac{f(a + h, b, c) - f(a - h, b, c)}{2h}$$\n\nThis is the *symmetric difference*. Where the curve bends, both ends are off in the same direction, and the subtraction takes that away. What is\nleft of the error shrinks with $h^2$, so a step that is not so tiny will do, and fewer digits are lost.\n\nWrite `symmetric(f, a, b, c)`, which returns `[df/da, df/db, df/dc]` measured this way. The answer may be off by 0.00000005 at most, a\nthousand times less than before. No forward difference is that good, whatever its $h$.",
    hints: [
      "The two points where you call `f` for one slope: how far apart are they?",
      "For the symmetric difference the part of the error that comes from bending is about $h^2 / 6$ times the third derivative, and the lost digits\nstill cost about $10^{-16} \\cdot |f| / h$. Both are small near $h = 10^{-5}$.",
      "```ts\nconst da = (f(a + h, b, c) - f(a - h, b, c)) / (2 * h);\n```\n\n```python\nda = (f(a + h, b, c) - f(a - h, b, c)) / (2 * h)\n```",
    ],
    starter: {
      typescript:
        'type F = (a: number, b: number, c: number) => number;\n\n/** The slopes of f at (a, b, c) by nudging both ways: [df/da, df/db, df/dc]. */\nfunction symmetric(f: F, a: number, b: number, c: number): number[] {\n  throw new Error("to do: symmetric");\n}\n',
      python:
        'def symmetric(f, a, b, c):\n  """The slopes of f at (a, b, c) by nudging both ways: [df/da, df/db, df/dc]."""\n  raise NotImplementedError("to do: symmetric")\n',
    },
    solution: {
      typescript:
        "type F = (a: number, b: number, c: number) => number;\n\n/** The slopes of f at (a, b, c) by nudging both ways: [df/da, df/db, df/dc]. */\nfunction symmetric(f: F, a: number, b: number, c: number): number[] {\n  const h = 1e-5;\n  const da = (f(a + h, b, c) - f(a - h, b, c)) / (2 * h);\n  const db = (f(a, b + h, c) - f(a, b - h, c)) / (2 * h);\n  const dc = (f(a, b, c + h) - f(a, b, c - h)) / (2 * h);\n  return [da, db, dc];\n}\n",
      python:
        'def symmetric(f, a, b, c):\n  """The slopes of f at (a, b, c) by nudging both ways: [df/da, df/db, df/dc]."""\n  h = 1e-5\n  da = (f(a + h, b, c) - f(a - h, b, c)) / (2 * h)\n  db = (f(a, b + h, c) - f(a, b - h, c)) / (2 * h)\n  dc = (f(a, b, c + h) - f(a, b, c - h)) / (2 * h)\n  return [da, db, dc]\n',
    },
    harness: {
      typescript:
        "function outgrad_symmetric(k: number[], a: number, b: number, c: number) {\n  return outgrad_nudges(symmetric, k, a, b, c);\n}\n",
      python: "def outgrad_symmetric(k, a, b, c):\n  return outgrad_nudges(symmetric, k, a, b, c)\n",
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
  arithmetic: {
    number: 5,
    title: "The rest of arithmetic, and numbers on the left",
    text: "Your Value adds and multiplies. Powers are one more operation of their own; negation, subtraction and division can be *said with what you\nalready have*, and then they need no derivative of their own: their gradients flow through the pieces.\n\nWrite\n\n- `{pow(k)|__pow__(k)}`: $a^k$ for a plain number $k$. It has its own `_backward`;\n- `{neg()|__neg__}`: $-a$;\n- `{sub(other)|__sub__}` and `{div(other)|__truediv__}`, where `other` may be a plain number;\n- `{rsub(other)|__rsub__}` and `{rdiv(other)|__rtruediv__}`: the same *with the operands exchanged*. {`v.rsub(2)` is $2 - v$ and `v.rdiv(1)` is $1 / v$: TypeScript cannot put a number on the left of a method.|For `2 - v` Python first asks the number 2, which knows nothing of Values, and then calls `v.__rsub__(2)`. It means $2 - v$, and *not* $v - 2$.}{|\n- `__radd__` and `__rmul__`: for `2 + v` and `2 * v`. Python's `sum` needs the first of them: it starts from the number 0.}",
    hints: [
      "How do you say $a - b$ with an addition and a negation? How do you say $a / b$ with a multiplication and a power?",
      "The derivative of $a^k$ with respect to $a$ is $k\\,a^{k-1}$. Then the chain rule, as always: times `out.grad`, and added with `+=`. The\nreversed forms begin with `other`: $other - self = (-self) + other$ and $other / self = self^{-1} \\cdot other$.",
      "A method must not call itself: $a - b$ cannot be written with the minus sign of Values.\n\n```ts\nsub(other: Value | number): Value {\n  return this.add(other instanceof Value ? other.neg() : -other);\n}\n```\n\n```python\ndef __sub__(self, other):\n  return self + (-other)\n```",
    ],
    starter: {
      typescript:
        'class Value {\n  /** This Value to the power of a plain number. */\n  pow(k: number): Value {\n    throw new Error("to do: pow");\n  }\n\n  neg(): Value {\n    throw new Error("to do: neg");\n  }\n\n  sub(other: Value | number): Value {\n    throw new Error("to do: sub");\n  }\n\n  /** other - this */\n  rsub(other: Value | number): Value {\n    throw new Error("to do: rsub");\n  }\n\n  div(other: Value | number): Value {\n    throw new Error("to do: div");\n  }\n\n  /** other / this */\n  rdiv(other: Value | number): Value {\n    throw new Error("to do: rdiv");\n  }\n}\n',
      python:
        'class Value:\n\n  def __radd__(self, other):  # other + self\n    raise NotImplementedError("to do: radd")\n\n  def __rmul__(self, other):  # other * self\n    raise NotImplementedError("to do: rmul")\n\n  def __pow__(self, k):  # k is a plain number\n    raise NotImplementedError("to do: pow")\n\n  def __neg__(self):\n    raise NotImplementedError("to do: neg")\n\n  def __sub__(self, other):\n    raise NotImplementedError("to do: sub")\n\n  def __rsub__(self, other):  # other - self\n    raise NotImplementedError("to do: rsub")\n\n  def __truediv__(self, other):\n    raise NotImplementedError("to do: div")\n\n  def __rtruediv__(self, other):  # other / self\n    raise NotImplementedError("to do: rdiv")\n',
    },
    solution: {
      typescript:
        "class Value {\n  /** This Value to the power of a plain number. */\n  pow(k: number): Value {\n    const out = new Value(this.data ** k, [this], `**${k}`);\n    out._backward = () => {\n      this.grad += k * this.data ** (k - 1) * out.grad;\n    };\n    return out;\n  }\n\n  neg(): Value {\n    return this.mul(-1);\n  }\n\n  sub(other: Value | number): Value {\n    return this.add(other instanceof Value ? other.neg() : -other);\n  }\n\n  /** other - this */\n  rsub(other: Value | number): Value {\n    return this.neg().add(other);\n  }\n\n  div(other: Value | number): Value {\n    return this.mul(other instanceof Value ? other.pow(-1) : 1 / other);\n  }\n\n  /** other / this */\n  rdiv(other: Value | number): Value {\n    return this.pow(-1).mul(other);\n  }\n}\n",
      python:
        "class Value:\n\n  def __radd__(self, other):  # other + self\n    return self + other\n\n  def __rmul__(self, other):  # other * self\n    return self * other\n\n  def __pow__(self, k):  # k is a plain number\n    out = Value(self.data**k, (self,), f'**{k}')\n\n    def _backward():\n      self.grad += k * self.data**(k - 1) * out.grad\n    out._backward = _backward\n\n    return out\n\n  def __neg__(self):\n    return self * -1\n\n  def __sub__(self, other):\n    return self + (-other)\n\n  def __rsub__(self, other):  # other - self\n    return (-self) + other\n\n  def __truediv__(self, other):\n    return self * other**-1\n\n  def __rtruediv__(self, other):  # other / self\n    return self**-1 * other\n",
    },
  },
  "exp-log-tanh": {
    number: 6,
    title: "exp, log and tanh",
    text: "Three functions of one Value, each with a number, one input and its own `_backward`. Write `exp()`, `log()` (the natural logarithm) and `tanh()`.\n\nEach has a local derivative that is worth knowing by heart, and two of them are cheap, because they need only the *result*, which is there already:\n\n| function | local derivative |\n| --- | --- |\n| $e^x$ | the result itself |\n| $\\log x$ | $1/x$ |\n| $\\tanh x$ | $1 - t^2$, where $t$ is the result |\n\nThe logarithm exists for positive numbers only. If your `log` says so clearly when it is asked for another, whoever uses it will thank you.\n\n{`Math.exp`, `Math.log` and `Math.tanh` take plain numbers: give them `this.data`, not `this`.|`math.exp`, `math.log` and `math.tanh` take plain numbers: give them `self.data`, not `self`.}",
    hints: [
      "If you know $t = \\tanh x$ but have forgotten $x$, can you still find the slope there?",
      "Local derivative *at the number that went in or came out*, times `out.grad`, added to the input's `grad`. Mind which number it is: for `exp` and `tanh`\nthe one that came out, for `log` the one that went in.",
      "```ts\nout._backward = () => {\n  this.grad += (1 - out.data ** 2) * out.grad;\n};\n```\n\n```python\ndef _backward():\n  self.grad += (1 - out.data**2) * out.grad\nout._backward = _backward\n```",
    ],
    starter: {
      typescript:
        'class Value {\n  exp(): Value {\n    throw new Error("to do: exp");\n  }\n\n  /** The natural logarithm. */\n  log(): Value {\n    throw new Error("to do: log");\n  }\n\n  tanh(): Value {\n    throw new Error("to do: tanh");\n  }\n}\n',
      python:
        'import math\n\n\nclass Value:\n\n  def exp(self):\n    raise NotImplementedError("to do: exp")\n\n  def log(self):  # the natural logarithm\n    raise NotImplementedError("to do: log")\n\n  def tanh(self):\n    raise NotImplementedError("to do: tanh")\n',
    },
    solution: {
      typescript:
        'class Value {\n  exp(): Value {\n    const out = new Value(Math.exp(this.data), [this], "exp");\n    out._backward = () => {\n      this.grad += out.data * out.grad;\n    };\n    return out;\n  }\n\n  /** The natural logarithm. */\n  log(): Value {\n    if (!(this.data > 0)) throw new Error(`log: expected a positive number, got ${this.data}.`);\n    const out = new Value(Math.log(this.data), [this], "log");\n    out._backward = () => {\n      this.grad += (1 / this.data) * out.grad;\n    };\n    return out;\n  }\n\n  tanh(): Value {\n    const out = new Value(Math.tanh(this.data), [this], "tanh");\n    out._backward = () => {\n      this.grad += (1 - out.data ** 2) * out.grad;\n    };\n    return out;\n  }\n}\n',
      python:
        "import math\n\n\nclass Value:\n\n  def exp(self):\n    out = Value(math.exp(self.data), (self,), 'exp')\n\n    def _backward():\n      self.grad += out.data * out.grad\n    out._backward = _backward\n\n    return out\n\n  def log(self):  # the natural logarithm\n    assert self.data > 0, f\"log: expected a positive number, got {self.data}\"\n    out = Value(math.log(self.data), (self,), 'log')\n\n    def _backward():\n      self.grad += (1 / self.data) * out.grad\n    out._backward = _backward\n\n    return out\n\n  def tanh(self):\n    out = Value(math.tanh(self.data), (self,), 'tanh')\n\n    def _backward():\n      self.grad += (1 - out.data**2) * out.grad\n    out._backward = _backward\n\n    return out\n",
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
  "softmax-nll": {
    number: 8,
    title: "Softmax and the negative log likelihood",
    text: "A classifier gives each class a number, its *logit*. Softmax makes probabilities of them: all positive, summing to 1, in the order of the logits:\n\n$$p_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}$$\n\nThe *negative log likelihood* says how surprised such probabilities are by what is true. If class $k$ is, it is $-\\log p_k$: 0 if the classifier was sure of it,\nand growing without end the less it believed in it.\n\nWrite both with your Values, so that gradients flow:\n\n- `softmax(logits)` takes a list of Values and gives a list of Values;\n- `nll(probabilities, label)` takes such a list and the index of the true class, counted from 0, and gives one Value.\n\nWith the logits 0, 3, −2, 1 and the label 3 the loss is 2.17552, and after `backward` the gradients of the logits are 0.04177, 0.83902, 0.00565 and −0.88645.\n\n```ts\nconst logits = [0, 3, -2, 1].map((x) => new Value(x));\nconst loss = nll(softmax(logits), 3);\nloss.backward();\nconsole.log(loss.data.toFixed(5)); // 2.17552\nconsole.log(logits.map((logit) => logit.grad.toFixed(5)).join(\" \")); // 0.04177 0.83902 0.00565 -0.88645\n```\n\n```python\nlogits = [Value(0.0), Value(3.0), Value(-2.0), Value(1.0)]\nloss = nll(softmax(logits), 3)\nloss.backward()\nprint(\"%.5f\" % loss.data)  # 2.17552\nprint([\"%.5f\" % logit.grad for logit in logits])  # ['0.04177', '0.83902', '0.00565', '-0.88645']\n```\n\nLook at the four gradients: they sum to 0, and all but one are the probabilities themselves. That is no accident; the last exercise of the track comes back to it.",
    hints: [
      "Is the sum of the exponentials a number or a Value? Does it have to send gradients back to the logits too?",
      "If a plain number gets in between, the graph is cut there: from `data` on, nothing flows back. Use the operations of Value from the logits to the loss.\n{`reduce` adds up a list: `counts.reduce((sum, count) => sum.add(count))`.|Python's `sum` begins with `0 + counts[0]`: your `__radd__` takes care of that.}",
      "```ts\nreturn probabilities[label].log().neg();\n```\n\n```python\nreturn -probabilities[label].log()\n```",
    ],
    starter: {
      typescript:
        '/** Probabilities from any numbers: positive, with the sum 1. */\nfunction softmax(logits: Value[]): Value[] {\n  throw new Error("to do: softmax");\n}\n\n/** How surprised the probabilities are that this class is the true one. */\nfunction nll(probabilities: Value[], label: number): Value {\n  throw new Error("to do: nll");\n}\n',
      python:
        'def softmax(logits):\n  """Probabilities from any numbers: positive, with the sum 1."""\n  raise NotImplementedError("to do: softmax")\n\n\ndef nll(probabilities, label):\n  """How surprised the probabilities are that this class is the true one."""\n  raise NotImplementedError("to do: nll")\n',
    },
    solution: {
      typescript:
        "/** Probabilities from any numbers: positive, with the sum 1. */\nfunction softmax(logits: Value[]): Value[] {\n  const counts = logits.map((logit) => logit.exp());\n  const total = counts.reduce((sum, count) => sum.add(count));\n  return counts.map((count) => count.div(total));\n}\n\n/** How surprised the probabilities are that this class is the true one. */\nfunction nll(probabilities: Value[], label: number): Value {\n  return probabilities[label].log().neg();\n}\n",
      python:
        'def softmax(logits):\n  """Probabilities from any numbers: positive, with the sum 1."""\n  counts = [logit.exp() for logit in logits]\n  total = sum(counts)\n  return [count / total for count in counts]\n\n\ndef nll(probabilities, label):\n  """How surprised the probabilities are that this class is the true one."""\n  return -probabilities[label].log()\n',
    },
    harness: {
      typescript:
        'function outgrad_softmax(logits: number[], weights: number[]) {\n  const values = logits.map((each) => new Value(each));\n  const out = outgrad_values(softmax(values), "softmax", logits.length);\n  outgrad_backward(out, weights);\n  return [out.map((each) => each.data), outgrad_grads(values)];\n}\n\nfunction outgrad_nll(probabilities: number[], label: number) {\n  const values = probabilities.map((each) => new Value(each));\n  const out = outgrad_value(nll(values, label), "nll");\n  out.backward();\n  return [out.data, outgrad_grads(values)];\n}\n',
      python:
        'def outgrad_softmax(logits, weights):\n  values = [Value(each) for each in logits]\n  out = outgrad_values(softmax(values), "softmax", len(logits))\n  outgrad_backward(out, weights)\n  return [[each.data for each in out], outgrad_grads(values)]\n\n\ndef outgrad_nll(probabilities, label):\n  values = [Value(each) for each in probabilities]\n  out = outgrad_value(nll(values, label), "nll")\n  out.backward()\n  return [out.data, outgrad_grads(values)]\n',
    },
  },
  agreement: {
    number: 9,
    title: "Does it agree with another engine?",
    text: 'You trust an engine when another one, written by other people, gives the same numbers. So the usual last step is to build the same expression in both and to compare\nthe gradients. Here the other engine is Outgrad\'s, and running both is done for you: random expressions of all your operations, large and small, are computed by your\nclass and by it.\n\nComparing is left to you, and it is easy to do it so that it always says yes. Write `agrees(mine, theirs)`. It takes two lists of numbers and tells whether\n*all* of them agree: true or false. Engines round differently, so "agree" means to about six digits: two numbers differ by no more than a millionth of the larger of 1 and the\nsize of the second.\n\n- Lists of different lengths do not agree.\n- NaN, "not a number", agrees with nothing.',
    hints: [
      "A check in a notebook looked right and printed OK four times. It compared `grad[dim]` in a loop over `i`. What did it look at?",
      "For every index: `|mine − theirs| ≤ 1e-6 · max(1, |theirs|)`. Without the absolute value every number that is too small passes; without the size on the right-hand\nside large numbers never do. A comparison with NaN is always false: so ask whether the numbers are near, not whether they are far apart.",
      "```ts\nconst near = Math.abs(mine[i] - theirs[i]) <= 1e-6 * Math.max(1, Math.abs(theirs[i]));\n```\n\n```python\nnear = abs(mine[i] - theirs[i]) <= 1e-6 * max(1, abs(theirs[i]))\n```",
    ],
    starter: {
      typescript:
        '/** Whether all of the numbers agree to about six digits. */\nfunction agrees(mine: number[], theirs: number[]): boolean {\n  throw new Error("to do: agrees");\n}\n',
      python:
        'def agrees(mine, theirs):\n  """Whether all of the numbers agree to about six digits."""\n  raise NotImplementedError("to do: agrees")\n',
    },
    solution: {
      typescript:
        "/** Whether all of the numbers agree to about six digits. */\nfunction agrees(mine: number[], theirs: number[]): boolean {\n  if (mine.length !== theirs.length) return false;\n  return mine.every((each, i) => Math.abs(each - theirs[i]) <= 1e-6 * Math.max(1, Math.abs(theirs[i])));\n}\n",
      python:
        'def agrees(mine, theirs):\n  """Whether all of the numbers agree to about six digits."""\n  if len(mine) != len(theirs):\n    return False\n  return all(abs(m - t) <= 1e-6 * max(1, abs(t)) for m, t in zip(mine, theirs))\n',
    },
    harness: {
      typescript:
        'function outgrad_expression(leaves: number[], steps: any[][]) {\n  const inputs = leaves.map((each) => new Value(each));\n  const values: any[] = [...inputs];\n  for (const [op, ...operands] of steps) {\n    const [first, ...others] = operands.map((each) => values[each]);\n    values.push(op === "pow" ? first.pow(2) : first[op](...others));\n  }\n  const out = values[values.length - 1];\n  out.backward();\n  return [out.data, outgrad_grads(inputs)];\n}\n',
      python:
        'def outgrad_step(op, a, b):\n  if op == "add":\n    return a + b\n  if op == "sub":\n    return a - b\n  if op == "mul":\n    return a * b\n  if op == "div":\n    return a / b\n  if op == "neg":\n    return -a\n  if op == "pow":\n    return a**2\n  return getattr(a, op)()\n\n\ndef outgrad_expression(leaves, steps):\n  inputs = [Value(each) for each in leaves]\n  values = list(inputs)\n  for step in steps:\n    values.append(outgrad_step(step[0], values[step[1]], values[step[-1]]))\n  out = values[-1]\n  out.backward()\n  return [out.data, outgrad_grads(inputs)]\n',
    },
  },
  neuron: {
    number: 10,
    title: "A neuron",
    text: "A neuron weighs its inputs, adds a *bias*, and sends the sum through a function that bends, here $\\tanh$:\n\n$$o = \\tanh\\Big(\\sum_i w_i x_i + b\\Big)$$\n\nThe weights $w_i$ and the bias $b$ are Values: they are what training will change. Write the class `Neuron`:\n\n- `{new Neuron(nin)|Neuron(nin)}` has `w`, a list of `nin` Values with random numbers between −1 and 1, and `b`, one Value;\n- `{forward(x)|__call__(x)}` takes a list of `nin` inputs, which are Values or plain numbers, and gives one Value;\n- `parameters()` gives all that training may change: a list of the weights and then the bias.",
    hints: [
      "What comes out of a neuron whose inputs are all 0? And what would come out without the bias?",
      "Start the sum from the bias and add one product after the other; then call `tanh` once. Without it, neurons upon neurons would still only make a straight line. The weights must differ\nat the start, or all neurons of a layer would learn the same.",
      "```ts\nconst sum = this.w.reduce((total, weight, i) => total.add(weight.mul(x[i])), this.b);\n```\n\n```python\ntotal = sum((weight * each for weight, each in zip(self.w, x)), self.b)\n```",
    ],
    starter: {
      typescript:
        'class Neuron {\n  w: Value[] = [];\n  b = new Value(0);\n\n  constructor(nin: number) {\n    throw new Error("to do: Neuron");\n  }\n\n  forward(x: (Value | number)[]): Value {\n    throw new Error("to do: Neuron");\n  }\n\n  parameters(): Value[] {\n    throw new Error("to do: Neuron");\n  }\n}\n',
      python:
        'import random\n\n\nclass Neuron:\n\n  def __init__(self, nin):\n    raise NotImplementedError("to do: Neuron")\n\n  def __call__(self, x):\n    raise NotImplementedError("to do: Neuron")\n\n  def parameters(self):\n    raise NotImplementedError("to do: Neuron")\n',
    },
    solution: {
      typescript:
        "class Neuron {\n  w: Value[] = [];\n  b = new Value(0);\n\n  constructor(nin: number) {\n    for (let i = 0; i < nin; i++) this.w.push(new Value(Math.random() * 2 - 1));\n  }\n\n  forward(x: (Value | number)[]): Value {\n    const sum = this.w.reduce((total, weight, i) => total.add(weight.mul(x[i])), this.b);\n    return sum.tanh();\n  }\n\n  parameters(): Value[] {\n    return [...this.w, this.b];\n  }\n}\n",
      python:
        "import random\n\n\nclass Neuron:\n\n  def __init__(self, nin):\n    self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]\n    self.b = Value(0.0)\n\n  def __call__(self, x):\n    total = sum((weight * each for weight, each in zip(self.w, x)), self.b)\n    return total.tanh()\n\n  def parameters(self):\n    return self.w + [self.b]\n",
    },
    harness: {
      typescript:
        'function outgrad_weights(neuron: any, nin: number): any[] {\n  const w = outgrad_values(outgrad_field(neuron, "w"), "w", nin);\n  return [...w, outgrad_value(outgrad_field(neuron, "b"), "b")];\n}\n\n// All the weights of a model, neuron by neuron, whatever order its own parameters() has.\nfunction outgrad_set(model: any, weights: any[], numbers: number[]) {\n  const given = outgrad_values(\n    outgrad_method(model, "parameters").parameters(),\n    "parameters",\n    weights.length,\n  );\n  if (weights.some((each) => !given.includes(each))) outgrad_stop("not-the-parameters", "parameters", "", "");\n  weights.forEach((each, i) => {\n    each.data = numbers[i];\n  });\n}\n\nfunction outgrad_neuron_start(nin: number) {\n  return outgrad_weights(new Neuron(nin), nin).map((each) => each.data);\n}\n\nfunction outgrad_neuron(numbers: number[], x: number[]) {\n  const neuron: any = new Neuron(x.length);\n  const weights = outgrad_weights(neuron, x.length);\n  outgrad_set(neuron, weights, numbers);\n  const inputs = x.map((each) => new Value(each));\n  const out = outgrad_value(outgrad_method(neuron, "forward").forward(inputs), "forward");\n  out.backward();\n  return [out.data, outgrad_grads(weights), outgrad_grads(inputs)];\n}\n\nfunction outgrad_neuron_of_numbers(numbers: number[], x: number[]) {\n  const neuron: any = new Neuron(x.length);\n  outgrad_set(neuron, outgrad_weights(neuron, x.length), numbers);\n  return outgrad_value(neuron.forward(x), "forward").data;\n}\n',
      python:
        'def outgrad_weights(neuron, nin):\n  w = outgrad_values(outgrad_field(neuron, "w"), "w", nin)\n  return w + [outgrad_value(outgrad_field(neuron, "b"), "b")]\n\n\n# All the weights of a model, neuron by neuron, whatever order its own parameters() has.\ndef outgrad_set(model, weights, numbers):\n  given = outgrad_values(outgrad_method(model, "parameters").parameters(), "parameters", len(weights))\n  ids = [id(each) for each in given]\n  for each in weights:\n    if id(each) not in ids:\n      outgrad_stop("not-the-parameters", "parameters", "", "")\n  for each, number in zip(weights, numbers):\n    each.data = number\n\n\ndef outgrad_neuron_start(nin):\n  return [each.data for each in outgrad_weights(Neuron(nin), nin)]\n\n\ndef outgrad_neuron(numbers, x):\n  neuron = Neuron(len(x))\n  weights = outgrad_weights(neuron, len(x))\n  outgrad_set(neuron, weights, numbers)\n  inputs = [Value(each) for each in x]\n  out = outgrad_value(outgrad_method(neuron, "__call__")(inputs), "__call__")\n  out.backward()\n  return [out.data, outgrad_grads(weights), outgrad_grads(inputs)]\n\n\ndef outgrad_neuron_of_numbers(numbers, x):\n  neuron = Neuron(len(x))\n  outgrad_set(neuron, outgrad_weights(neuron, len(x)), numbers)\n  return outgrad_value(neuron(x), "__call__").data\n',
    },
  },
  layer: {
    number: 11,
    title: "A layer",
    text: "A layer is a row of neurons that all see the same inputs, each with weights of its own. Write the class `Layer`:\n\n- `{new Layer(nin, nout)|Layer(nin, nout)}` has `neurons`, a list of `nout` Neurons with `nin` inputs each;\n- `{forward(x)|__call__(x)}` gives what they say: a list of `nout` Values, a list also when there is only one;\n- `parameters()` gives the parameters of all its neurons in one flat list.",
    hints: [
      "How many parameters does a layer with 3 inputs and 4 neurons have?",
      "Each neuron has its weights and one bias: $(n_{in} + 1) \\cdot n_{out}$ parameters in all. A list of lists has to be made flat, or training would not find them.",
      "```ts\nreturn this.neurons.flatMap((neuron) => neuron.parameters());\n```\n\n```python\nreturn [p for neuron in self.neurons for p in neuron.parameters()]\n```",
    ],
    starter: {
      typescript:
        'class Layer {\n  neurons: Neuron[] = [];\n\n  constructor(nin: number, nout: number) {\n    throw new Error("to do: Layer");\n  }\n\n  forward(x: (Value | number)[]): Value[] {\n    throw new Error("to do: Layer");\n  }\n\n  parameters(): Value[] {\n    throw new Error("to do: Layer");\n  }\n}\n',
      python:
        'class Layer:\n\n  def __init__(self, nin, nout):\n    raise NotImplementedError("to do: Layer")\n\n  def __call__(self, x):\n    raise NotImplementedError("to do: Layer")\n\n  def parameters(self):\n    raise NotImplementedError("to do: Layer")\n',
    },
    solution: {
      typescript:
        "class Layer {\n  neurons: Neuron[] = [];\n\n  constructor(nin: number, nout: number) {\n    for (let i = 0; i < nout; i++) this.neurons.push(new Neuron(nin));\n  }\n\n  forward(x: (Value | number)[]): Value[] {\n    return this.neurons.map((neuron) => neuron.forward(x));\n  }\n\n  parameters(): Value[] {\n    return this.neurons.flatMap((neuron) => neuron.parameters());\n  }\n}\n",
      python:
        "class Layer:\n\n  def __init__(self, nin, nout):\n    self.neurons = [Neuron(nin) for _ in range(nout)]\n\n  def __call__(self, x):\n    return [neuron(x) for neuron in self.neurons]\n\n  def parameters(self):\n    return [p for neuron in self.neurons for p in neuron.parameters()]\n",
    },
    harness: {
      typescript:
        'function outgrad_layer_weights(layer: any, nin: number, nout: number): any[] {\n  const neurons = outgrad_field(layer, "neurons");\n  if (!Array.isArray(neurons) || neurons.length !== nout) {\n    outgrad_stop("wrong-shape", "neurons", outgrad_kind(neurons), `a list of ${nout} Neurons`);\n  }\n  if (new Set(neurons).size < nout) outgrad_stop("same-neuron", "neurons", "", "");\n  return neurons.flatMap((each: any) => outgrad_weights(each, nin));\n}\n\nfunction outgrad_layer(numbers: number[], x: number[], nout: number, upstream: number[]) {\n  const layer: any = new Layer(x.length, nout);\n  const weights = outgrad_layer_weights(layer, x.length, nout);\n  outgrad_set(layer, weights, numbers);\n  const inputs = x.map((each) => new Value(each));\n  const out = outgrad_values(outgrad_method(layer, "forward").forward(inputs), "forward", nout);\n  outgrad_backward(out, upstream);\n  return [out.map((each) => each.data), outgrad_grads(weights)];\n}\n',
      python:
        'def outgrad_layer_weights(layer, nin, nout):\n  neurons = outgrad_field(layer, "neurons")\n  if not isinstance(neurons, (list, tuple)) or len(neurons) != nout:\n    outgrad_stop("wrong-shape", "neurons", outgrad_kind(neurons), "a list of %d Neurons" % nout)\n  if len(set([id(each) for each in neurons])) < nout:\n    outgrad_stop("same-neuron", "neurons", "", "")\n  weights = []\n  for each in neurons:\n    weights += outgrad_weights(each, nin)\n  return weights\n\n\ndef outgrad_layer(numbers, x, nout, upstream):\n  layer = Layer(len(x), nout)\n  weights = outgrad_layer_weights(layer, len(x), nout)\n  outgrad_set(layer, weights, numbers)\n  inputs = [Value(each) for each in x]\n  out = outgrad_values(outgrad_method(layer, "__call__")(inputs), "__call__", nout)\n  outgrad_backward(out, upstream)\n  return [[each.data for each in out], outgrad_grads(weights)]\n',
    },
  },
  mlp: {
    number: 12,
    title: "A multilayer perceptron",
    text: "Layers one after the other: what one says is what the next one hears. Write the class `MLP`:\n\n- `{new MLP(nin, nouts)|MLP(nin, nouts)}`: `nouts` is the list of the layers' sizes, so `{new MLP(3, [4, 4, 1])|MLP(3, [4, 4, 1])}` has 3 inputs, two layers of 4 neurons, and a last one of 1. It has `layers`, the list of its Layers;\n- `{forward(x)|__call__(x)}` gives what the last layer says, a list of Values;\n- `parameters()` gives the parameters of all layers in one flat list.\n\nThat is a neural network, made of nothing but your own additions, multiplications and tanhs.",
    hints: [
      "Layer 2 of `{new MLP(3, [4, 4, 1])|MLP(3, [4, 4, 1])}`: how many inputs has it, and how many neurons? And the whole network: how many parameters?",
      "Put `nin` before the sizes: 3, 4, 4, 1. Each layer goes from one of these numbers to the next. That makes $(3 + 1) \\cdot 4 + (4 + 1) \\cdot 4 + (4 + 1) \\cdot 1 = 41$ parameters.",
      "```ts\nthis.layers = nouts.map((nout, i) => new Layer(i === 0 ? nin : nouts[i - 1], nout));\n```\n\n```python\nsizes = [nin] + nouts\nself.layers = [Layer(sizes[i], sizes[i + 1]) for i in range(len(nouts))]\n```",
    ],
    starter: {
      typescript:
        'class MLP {\n  layers: Layer[] = [];\n\n  constructor(nin: number, nouts: number[]) {\n    throw new Error("to do: MLP");\n  }\n\n  forward(x: (Value | number)[]): Value[] {\n    throw new Error("to do: MLP");\n  }\n\n  parameters(): Value[] {\n    throw new Error("to do: MLP");\n  }\n}\n',
      python:
        'class MLP:\n\n  def __init__(self, nin, nouts):\n    raise NotImplementedError("to do: MLP")\n\n  def __call__(self, x):\n    raise NotImplementedError("to do: MLP")\n\n  def parameters(self):\n    raise NotImplementedError("to do: MLP")\n',
    },
    solution: {
      typescript:
        "class MLP {\n  layers: Layer[] = [];\n\n  constructor(nin: number, nouts: number[]) {\n    this.layers = nouts.map((nout, i) => new Layer(i === 0 ? nin : nouts[i - 1], nout));\n  }\n\n  forward(x: (Value | number)[]): Value[] {\n    let out = x;\n    for (const layer of this.layers) out = layer.forward(out);\n    return out as Value[];\n  }\n\n  parameters(): Value[] {\n    return this.layers.flatMap((layer) => layer.parameters());\n  }\n}\n",
      python:
        "class MLP:\n\n  def __init__(self, nin, nouts):\n    sizes = [nin] + nouts\n    self.layers = [Layer(sizes[i], sizes[i + 1]) for i in range(len(nouts))]\n\n  def __call__(self, x):\n    for layer in self.layers:\n      x = layer(x)\n    return x\n\n  def parameters(self):\n    return [p for layer in self.layers for p in layer.parameters()]\n",
    },
    harness: {
      typescript:
        'function outgrad_mlp_weights(model: any, sizes: number[]): any[] {\n  const layers = outgrad_field(model, "layers");\n  if (!Array.isArray(layers) || layers.length !== sizes.length - 1) {\n    outgrad_stop("wrong-shape", "layers", outgrad_kind(layers), `a list of ${sizes.length - 1} Layers`);\n  }\n  return layers.flatMap((each: any, i: number) => outgrad_layer_weights(each, sizes[i], sizes[i + 1]));\n}\n\nfunction outgrad_model(numbers: number[], sizes: number[]): any {\n  const [nin, ...nouts] = sizes;\n  const model: any = new MLP(nin, nouts);\n  outgrad_set(model, outgrad_mlp_weights(model, sizes), numbers);\n  return model;\n}\n\nfunction outgrad_mlp(numbers: number[], sizes: number[], x: number[], upstream: number[]) {\n  const model = outgrad_model(numbers, sizes);\n  const inputs = x.map((each) => new Value(each));\n  const nout = sizes[sizes.length - 1];\n  const out = outgrad_values(outgrad_method(model, "forward").forward(inputs), "forward", nout);\n  outgrad_backward(out, upstream);\n  return [out.map((each) => each.data), outgrad_grads(outgrad_mlp_weights(model, sizes))];\n}\n',
      python:
        'def outgrad_mlp_weights(model, sizes):\n  layers = outgrad_field(model, "layers")\n  if not isinstance(layers, (list, tuple)) or len(layers) != len(sizes) - 1:\n    outgrad_stop("wrong-shape", "layers", outgrad_kind(layers), "a list of %d Layers" % (len(sizes) - 1))\n  weights = []\n  for i, each in enumerate(layers):\n    weights += outgrad_layer_weights(each, sizes[i], sizes[i + 1])\n  return weights\n\n\ndef outgrad_model(numbers, sizes):\n  model = MLP(sizes[0], sizes[1:])\n  outgrad_set(model, outgrad_mlp_weights(model, sizes), numbers)\n  return model\n\n\ndef outgrad_mlp(numbers, sizes, x, upstream):\n  model = outgrad_model(numbers, sizes)\n  inputs = [Value(each) for each in x]\n  out = outgrad_values(outgrad_method(model, "__call__")(inputs), "__call__", sizes[-1])\n  outgrad_backward(out, upstream)\n  return [[each.data for each in out], outgrad_grads(outgrad_mlp_weights(model, sizes))]\n',
    },
  },
  loss: {
    number: 13,
    title: "One number that says how wrong: the loss",
    text: "To train, you need a single Value that is small when the network is right. The *mean squared error* is the usual first one: the mean, over all samples, of the squared difference\nbetween what was predicted and what was wanted.\n\n$$L = \\frac{1}{n} \\sum_i (p_i - t_i)^2$$\n\nWrite `mse(predictions, targets)`. The predictions are a list of Values, the targets a list of plain numbers; the result is one Value.\n\n(Some lectures sum and do not divide. That changes nothing but the size of the steps that follow; here the mean is wanted, so that ten samples and a thousand are alike.)",
    hints: [
      "Why squared? What would the sum of the plain differences say if one prediction is 5 too high and another 5 too low?",
      "The gradient of each prediction is $2 (p_i - t_i) / n$: it points away from the target, and that is why training will step against it. If you use your Values all the way, you get it for nothing.",
      "```ts\nconst errors = predictions.map((prediction, i) => prediction.sub(targets[i]).pow(2));\n```\n\n```python\nerrors = [(prediction - target)**2 for prediction, target in zip(predictions, targets)]\n```",
    ],
    starter: {
      typescript:
        '/** The mean of the squared differences. */\nfunction mse(predictions: Value[], targets: number[]): Value {\n  throw new Error("to do: mse");\n}\n',
      python:
        'def mse(predictions, targets):\n  """The mean of the squared differences."""\n  raise NotImplementedError("to do: mse")\n',
    },
    solution: {
      typescript:
        "/** The mean of the squared differences. */\nfunction mse(predictions: Value[], targets: number[]): Value {\n  const errors = predictions.map((prediction, i) => prediction.sub(targets[i]).pow(2));\n  return errors.reduce((sum, error) => sum.add(error)).div(targets.length);\n}\n",
      python:
        'def mse(predictions, targets):\n  """The mean of the squared differences."""\n  errors = [(prediction - target)**2 for prediction, target in zip(predictions, targets)]\n  return sum(errors) / len(errors)\n',
    },
    harness: {
      typescript:
        'function outgrad_mse(predictions: number[], targets: number[]) {\n  const values = predictions.map((each) => new Value(each));\n  const out = outgrad_value(mse(values, targets), "mse");\n  out.backward();\n  return [out.data, outgrad_grads(values)];\n}\n',
      python:
        'def outgrad_mse(predictions, targets):\n  values = [Value(each) for each in predictions]\n  out = outgrad_value(mse(values, targets), "mse")\n  out.backward()\n  return [out.data, outgrad_grads(values)]\n',
    },
  },
  loop: {
    number: 14,
    title: "The loop that learns",
    text: "Now everything comes together. One step of training is\n\n1. *forward*: the predictions of all samples, and their loss;\n2. *zero*: every parameter's `grad` to 0, because `_backward` only ever adds;\n3. *backward*: the gradients of this loss;\n4. *update*: each parameter a little *against* its gradient, `rate` times the gradient.\n\nWrite `train(model, xs, ys, steps, rate)`. `model` is an MLP with one output, `xs` a list of inputs, each a list of numbers, `ys` a list of wanted numbers. It does `steps` steps on all samples together\nand returns a list of the losses as plain numbers, one for each step, each as it was *before* that step's update.\n\nThe famous bug of this loop is to forget the second line. It is famous because the loss still goes down, at least for a while.",
    hints: [
      "`_backward` adds to `grad`. What is in it when the second step begins?",
      "The gradient points to where the loss grows, so go the other way: `data -= rate * grad`. And in this order: gradients must be fresh when they are used. Zero them before `backward`, use them after.",
      "```ts\nfor (const p of model.parameters()) p.grad = 0;\nloss.backward();\nfor (const p of model.parameters()) p.data -= rate * p.grad;\n```\n\n```python\nfor p in model.parameters():\n  p.grad = 0.0\nloss.backward()\nfor p in model.parameters():\n  p.data -= rate * p.grad\n```",
    ],
    starter: {
      typescript:
        '/** Trains on all samples at once; gives the loss before each step\'s update. */\nfunction train(model: MLP, xs: number[][], ys: number[], steps: number, rate: number): number[] {\n  throw new Error("to do: train");\n}\n',
      python:
        'def train(model, xs, ys, steps, rate):\n  """Trains on all samples at once; gives the loss before each step\'s update."""\n  raise NotImplementedError("to do: train")\n',
    },
    solution: {
      typescript:
        "/** Trains on all samples at once; gives the loss before each step's update. */\nfunction train(model: MLP, xs: number[][], ys: number[], steps: number, rate: number): number[] {\n  const losses: number[] = [];\n  for (let step = 0; step < steps; step++) {\n    const predictions = xs.map((x) => model.forward(x)[0]);\n    const loss = mse(predictions, ys);\n    for (const p of model.parameters()) p.grad = 0;\n    loss.backward();\n    for (const p of model.parameters()) p.data -= rate * p.grad;\n    losses.push(loss.data);\n  }\n  return losses;\n}\n",
      python:
        'def train(model, xs, ys, steps, rate):\n  """Trains on all samples at once; gives the loss before each step\'s update."""\n  losses = []\n  for step in range(steps):\n    predictions = [model(x)[0] for x in xs]\n    loss = mse(predictions, ys)\n    for p in model.parameters():\n      p.grad = 0.0\n    loss.backward()\n    for p in model.parameters():\n      p.data -= rate * p.grad\n    losses.append(loss.data)\n  return losses\n',
    },
    harness: {
      typescript:
        'function outgrad_train(\n  numbers: number[],\n  sizes: number[],\n  xs: number[][],\n  ys: number[],\n  steps: number,\n  rate: number,\n) {\n  const model = outgrad_model(numbers, sizes);\n  const losses = outgrad_numbers(train(model, xs, ys, steps, rate), "train", steps);\n  return [losses, outgrad_mlp_weights(model, sizes).map((each) => each.data)];\n}\n',
      python:
        'def outgrad_train(numbers, sizes, xs, ys, steps, rate):\n  model = outgrad_model(numbers, sizes)\n  losses = outgrad_numbers(train(model, xs, ys, steps, rate), "train", steps)\n  return [losses, [each.data for each in outgrad_mlp_weights(model, sizes)]]\n',
    },
  },
  "own-op": {
    number: 15,
    title: "A block of your own",
    text: "An engine is a box of blocks, and you may add any block whose derivative you know. Then nobody who uses it needs to know it: the chain rule does the rest.\n\nThe block here is the third Legendre polynomial, for no better reason than that it has a shape of its own:\n\n$$P_3(x) = \\frac{5x^3 - 3x}{2}$$\n\nWrite the method `legendre()` of Value *as one operation*: its number, one input, one `_backward` with the derivative that you find on paper. You could also build it from powers and products, and its gradient would be\nthe same. One block is faster, draws as one node, and is the way in for everything that cannot be built from what you have.",
    hints: [
      "How would you build it from the operations that you have? What is its derivative on paper?",
      "Term by term, with the power rule: $P_3'(x) = \\frac{15x^2 - 3}{2}$. Then the same three things as in every `_backward`: local derivative at the input's number, times `out.grad`, added.",
      "```ts\nconst x = this.data;\nconst out = new Value((5 * x ** 3 - 3 * x) / 2, [this], \"P3\");\n```\n\n```python\nx = self.data\nout = Value((5 * x**3 - 3 * x) / 2, (self,), 'P3')\n```",
    ],
    starter: {
      typescript:
        'class Value {\n  /** (5x³ - 3x) / 2 as one operation. */\n  legendre(): Value {\n    throw new Error("to do: legendre");\n  }\n}\n',
      python:
        'class Value:\n\n  def legendre(self):\n    """(5x^3 - 3x) / 2 as one operation."""\n    raise NotImplementedError("to do: legendre")\n',
    },
    solution: {
      typescript:
        'class Value {\n  /** (5x³ - 3x) / 2 as one operation. */\n  legendre(): Value {\n    const x = this.data;\n    const out = new Value((5 * x ** 3 - 3 * x) / 2, [this], "P3");\n    out._backward = () => {\n      this.grad += ((15 * x ** 2 - 3) / 2) * out.grad;\n    };\n    return out;\n  }\n}\n',
      python:
        'class Value:\n\n  def legendre(self):\n    """(5x^3 - 3x) / 2 as one operation."""\n    x = self.data\n    out = Value((5 * x**3 - 3 * x) / 2, (self,), \'P3\')\n\n    def _backward():\n      self.grad += (15 * x**2 - 3) / 2 * out.grad\n    out._backward = _backward\n\n    return out\n',
    },
    harness: {
      typescript:
        'function outgrad_legendre(x: number, upstream: number[]) {\n  const leaf: any = new Value(x);\n  const input = leaf.mul(1);\n  const out = upstream.map(() => outgrad_value(input.legendre(), "legendre"));\n  if (out[0] === input) outgrad_stop("returns-self", "legendre", "", "");\n  outgrad_backward(out, upstream);\n  return [out[0].data, input.grad, leaf.grad, input.data];\n}\n',
      python:
        'def outgrad_legendre(x, upstream):\n  leaf = Value(x)\n  given = leaf * 1\n  out = [outgrad_value(given.legendre(), "legendre") for _ in upstream]\n  if out[0] is given:\n    outgrad_stop("returns-self", "legendre", "", "")\n  outgrad_backward(out, upstream)\n  return [out[0].data, given.grad, leaf.grad, given.data]\n',
    },
  },
  broadcast: {
    number: 16,
    title: "Broadcasting: one row for all",
    text: "From here on you work with whole tables of numbers at once, as every fast library does. A table is a list of rows, a row a list of numbers. There is no graph any more: for each operation you write the way forward\nand, by hand, the way back.\n\nThe first: a row `b` is added to *every* row of a table `x`. The row is said to be *broadcast*. It is what a layer does with its biases.\n\n- `{addRow(x, b)|add_row(x, b)}` gives the new table.\n- `{addRowGrad(x, b, g)|add_row_grad(x, b, g)}` gives the way back: `g` is a table of the shape of the result and says how much a final number grows with each entry of the result. Give back a list of two: that number's gradient for `x`, a table of the shape of `x`, and\n  for `b`, a row of the shape of `b`.",
    hints: [
      "If $b_2$ grows by one, which entries of the result grow by one?",
      "The gradient of something has the shape of that something. What is *used several times* gets the sum of all its gradients, as a Value does with `+=`; a row that is broadcast is used once by every row.",
      "```ts\nconst gb = b.map((_, j) => g.reduce((sum, row) => sum + row[j], 0));\n```\n\n```python\ngb = [sum(row[j] for row in g) for j in range(len(b))]\n```",
    ],
    starter: {
      typescript:
        '/** The table x with the row b added to each of its rows. */\nfunction addRow(x: number[][], b: number[]): number[][] {\n  throw new Error("to do: addRow");\n}\n\n/** The gradients of x and of b, from g, the gradient of the result: [gx, gb]. */\nfunction addRowGrad(x: number[][], b: number[], g: number[][]): [number[][], number[]] {\n  throw new Error("to do: addRowGrad");\n}\n',
      python:
        'def add_row(x, b):\n  """The table x with the row b added to each of its rows."""\n  raise NotImplementedError("to do: add_row")\n\n\ndef add_row_grad(x, b, g):\n  """The gradients of x and of b, from g, the gradient of the result: [gx, gb]."""\n  raise NotImplementedError("to do: add_row_grad")\n',
    },
    solution: {
      typescript:
        "/** The table x with the row b added to each of its rows. */\nfunction addRow(x: number[][], b: number[]): number[][] {\n  return x.map((row) => row.map((each, j) => each + b[j]));\n}\n\n/** The gradients of x and of b, from g, the gradient of the result: [gx, gb]. */\nfunction addRowGrad(x: number[][], b: number[], g: number[][]): [number[][], number[]] {\n  const gx = g.map((row) => [...row]);\n  const gb = b.map((_, j) => g.reduce((sum, row) => sum + row[j], 0));\n  return [gx, gb];\n}\n",
      python:
        'def add_row(x, b):\n  """The table x with the row b added to each of its rows."""\n  return [[each + bias for each, bias in zip(row, b)] for row in x]\n\n\ndef add_row_grad(x, b, g):\n  """The gradients of x and of b, from g, the gradient of the result: [gx, gb]."""\n  gx = [list(row) for row in g]\n  gb = [sum(row[j] for row in g) for j in range(len(b))]\n  return [gx, gb]\n',
    },
  },
  sum: {
    number: 17,
    title: "Sums: one number from a row",
    text: "The sum of each row of a table:\n\n- `{sumRows(x)|sum_rows(x)}` gives a list with one number for each row.\n- `{sumRowsGrad(x, g)|sum_rows_grad(x, g)}` is the way back: `g` has one number for each row, as the result has; give back a table of the shape of `x`.\n\nCompare it with the exercise before. There something small was made large, and its way back was a sum. Here something large is made small. Guess its way back before you compute it.",
    hints: [
      "If the entry in row 0 and column 2 grows by one, by how much does the sum of row 0 grow? And the sum of row 1?",
      "Each entry is used once, with the local derivative 1: it gets its row's gradient, whole and undivided. So a sum's way back is a broadcast.",
      "```ts\nreturn x.map((row, i) => row.map(() => g[i]));\n```\n\n```python\nreturn [[g[i] for _ in row] for i, row in enumerate(x)]\n```",
    ],
    starter: {
      typescript:
        '/** The sum of each row. */\nfunction sumRows(x: number[][]): number[] {\n  throw new Error("to do: sumRows");\n}\n\n/** The gradient of x, from g, the gradient of the sums. */\nfunction sumRowsGrad(x: number[][], g: number[]): number[][] {\n  throw new Error("to do: sumRowsGrad");\n}\n',
      python:
        'def sum_rows(x):\n  """The sum of each row."""\n  raise NotImplementedError("to do: sum_rows")\n\n\ndef sum_rows_grad(x, g):\n  """The gradient of x, from g, the gradient of the sums."""\n  raise NotImplementedError("to do: sum_rows_grad")\n',
    },
    solution: {
      typescript:
        "/** The sum of each row. */\nfunction sumRows(x: number[][]): number[] {\n  return x.map((row) => row.reduce((sum, each) => sum + each, 0));\n}\n\n/** The gradient of x, from g, the gradient of the sums. */\nfunction sumRowsGrad(x: number[][], g: number[]): number[][] {\n  return x.map((row, i) => row.map(() => g[i]));\n}\n",
      python:
        'def sum_rows(x):\n  """The sum of each row."""\n  return [sum(row) for row in x]\n\n\ndef sum_rows_grad(x, g):\n  """The gradient of x, from g, the gradient of the sums."""\n  return [[g[i] for _ in row] for i, row in enumerate(x)]\n',
    },
  },
  matmul: {
    number: 18,
    title: "The product of two tables",
    text: "A layer of neurons, for many samples at once, is a product of two tables: row $i$ of $A$ times column $j$ of $B$ gives entry $ij$.\n\n$$C_{ij} = \\sum_k A_{ik} B_{kj}$$\n\n- `matmul(a, b)` gives $C$.\n- `{matmulGrad(a, b, g)|matmul_grad(a, b, g)}` gives the list of two gradients, for `a` and for `b`, each in the shape of its table. `g` has the shape of $C$.\n\nYou do not need to remember the way back. There is only one product of `g` with the other table, one of them turned on its side, whose shape is right.",
    hints: [
      "Let $A$ have 2 rows and 3 columns, and $B$ 3 rows and 4 columns. What is the shape of $g$? How can you get a table of 2 rows and 3 columns from $g$ and $B$?",
      "$A_{ik}$ meets $B_{kj}$ for every $j$, and lands in $C_{ij}$: its gradient is $\\sum_j g_{ij} B_{kj}$, so $g \\cdot B^T$. In the same way the other one is $A^T \\cdot g$.",
      "```ts\nreturn [matmul(g, transposed(b)), matmul(transposed(a), g)];\n```\n\n```python\nreturn [matmul(g, transposed(b)), matmul(transposed(a), g)]\n```",
    ],
    starter: {
      typescript:
        'const transposed = (a: number[][]): number[][] => a[0].map((_, j) => a.map((row) => row[j]));\n\n/** The product of two tables. */\nfunction matmul(a: number[][], b: number[][]): number[][] {\n  throw new Error("to do: matmul");\n}\n\n/** The gradients of a and of b, from g, the gradient of the product: [ga, gb]. */\nfunction matmulGrad(a: number[][], b: number[][], g: number[][]): [number[][], number[][]] {\n  throw new Error("to do: matmulGrad");\n}\n',
      python:
        'def transposed(a):\n  return [[row[j] for row in a] for j in range(len(a[0]))]\n\n\ndef matmul(a, b):\n  """The product of two tables."""\n  raise NotImplementedError("to do: matmul")\n\n\ndef matmul_grad(a, b, g):\n  """The gradients of a and of b, from g, the gradient of the product: [ga, gb]."""\n  raise NotImplementedError("to do: matmul_grad")\n',
    },
    solution: {
      typescript:
        "const transposed = (a: number[][]): number[][] => a[0].map((_, j) => a.map((row) => row[j]));\n\n/** The product of two tables. */\nfunction matmul(a: number[][], b: number[][]): number[][] {\n  return a.map((row) =>\n    transposed(b).map((column) => row.reduce((sum, each, k) => sum + each * column[k], 0)),\n  );\n}\n\n/** The gradients of a and of b, from g, the gradient of the product: [ga, gb]. */\nfunction matmulGrad(a: number[][], b: number[][], g: number[][]): [number[][], number[][]] {\n  return [matmul(g, transposed(b)), matmul(transposed(a), g)];\n}\n",
      python:
        'def transposed(a):\n  return [[row[j] for row in a] for j in range(len(a[0]))]\n\n\ndef matmul(a, b):\n  """The product of two tables."""\n  return [[sum(x * y for x, y in zip(row, column)) for column in transposed(b)] for row in a]\n\n\ndef matmul_grad(a, b, g):\n  """The gradients of a and of b, from g, the gradient of the product: [ga, gb]."""\n  return [matmul(g, transposed(b)), matmul(transposed(a), g)]\n',
    },
  },
  "softmax-rows": {
    number: 19,
    title: "Softmax of every row",
    text: "Softmax again, now for a table: each row is one sample's logits and becomes that sample's probabilities.\n\n- `{softmaxRows(x)|softmax_rows(x)}` gives the table of probabilities. It must work for large logits too: $e^{1000}$ is more than a number can hold.\n- `{softmaxRowsGrad(p, g)|softmax_rows_grad(p, g)}` is the way back. `p` is the *result* of the way forward, because it is all that is needed, and `g` is its gradient. Give back the gradient of the logits.\n\nAll probabilities of a row hang together: if one logit grows, its own probability grows and every other one shrinks.\n\n$$\\frac{\\partial p_i}{\\partial x_j} = p_i (\\delta_{ij} - p_j)$$\n\nwhere $\\delta_{ij}$ is 1 if $i = j$ and 0 otherwise.",
    hints: [
      "What happens to the probabilities if you subtract the same number from all logits of a row? Which number would make the largest exponent 0?",
      "Subtract the largest logit of the row first; nothing changes but the danger. For the way back, sum over all outputs: $g^x_j = \\sum_i g_i\\, p_i (\\delta_{ij} - p_j) = p_j (g_j - \\sum_i g_i p_i)$. The sum is one number for the row.",
      "```ts\nconst mean = row.reduce((sum, each, i) => sum + each * g[r][i], 0);\n```\n\n```python\nmean = sum(each * slope for each, slope in zip(row, slopes))\n```",
    ],
    starter: {
      typescript:
        '/** The probabilities of each row of logits. */\nfunction softmaxRows(x: number[][]): number[][] {\n  throw new Error("to do: softmaxRows");\n}\n\n/** The gradient of the logits, from the probabilities p and their gradient g. */\nfunction softmaxRowsGrad(p: number[][], g: number[][]): number[][] {\n  throw new Error("to do: softmaxRowsGrad");\n}\n',
      python:
        'from math import exp\n\n\ndef softmax_rows(x):\n  """The probabilities of each row of logits."""\n  raise NotImplementedError("to do: softmax_rows")\n\n\ndef softmax_rows_grad(p, g):\n  """The gradient of the logits, from the probabilities p and their gradient g."""\n  raise NotImplementedError("to do: softmax_rows_grad")\n',
    },
    solution: {
      typescript:
        "/** The probabilities of each row of logits. */\nfunction softmaxRows(x: number[][]): number[][] {\n  return x.map((row) => {\n    const largest = Math.max(...row);\n    const counts = row.map((each) => Math.exp(each - largest));\n    const total = counts.reduce((sum, count) => sum + count, 0);\n    return counts.map((count) => count / total);\n  });\n}\n\n/** The gradient of the logits, from the probabilities p and their gradient g. */\nfunction softmaxRowsGrad(p: number[][], g: number[][]): number[][] {\n  return p.map((row, r) => {\n    const mean = row.reduce((sum, each, i) => sum + each * g[r][i], 0);\n    return row.map((each, i) => each * (g[r][i] - mean));\n  });\n}\n",
      python:
        'from math import exp\n\n\ndef softmax_rows(x):\n  """The probabilities of each row of logits."""\n  rows = []\n  for row in x:\n    largest = max(row)\n    counts = [exp(each - largest) for each in row]\n    total = sum(counts)\n    rows.append([count / total for count in counts])\n  return rows\n\n\ndef softmax_rows_grad(p, g):\n  """The gradient of the logits, from the probabilities p and their gradient g."""\n  rows = []\n  for row, slopes in zip(p, g):\n    mean = sum(each * slope for each, slope in zip(row, slopes))\n    rows.append([each * (slope - mean) for each, slope in zip(row, slopes)])\n  return rows\n',
    },
  },
  "cross-entropy": {
    number: 20,
    title: "Cross-entropy by hand",
    text: "The last step of every classifier. `logits` is a table, one row for each sample; `labels` is a list with the index of each sample's true class.\n\n- `{crossEntropy(logits, labels)|cross_entropy(logits, labels)}` gives one number: the *mean*, over the samples, of $-\\log p_{label}$, where $p$ is the softmax of the sample's row.\n- `{crossEntropyGrad(logits, labels)|cross_entropy_grad(logits, labels)}` gives its gradient, a table of the shape of the logits.\n\nYou have all the pieces. But take a pencil and push the two ways back through each other, that of the logarithm and that of the softmax: nearly everything cancels, and what is left is one of the most beautiful results of this field.\n\nWith the logits 0, 3, −2, 1 and the label 3 you have seen these numbers before:\n\n```ts\nconsole.log(crossEntropy([[0, 3, -2, 1]], [3]).toFixed(5)); // 2.17552\nconsole.log(crossEntropyGrad([[0, 3, -2, 1]], [3])[0].map((x) => x.toFixed(5)).join(\" \")); // 0.04177 0.83902 0.00565 -0.88645\n```\n\n```python\nprint(\"%.5f\" % cross_entropy([[0, 3, -2, 1]], [3]))  # 2.17552\nprint([\"%.5f\" % x for x in cross_entropy_grad([[0, 3, -2, 1]], [3])[0]])  # ['0.04177', '0.83902', '0.00565', '-0.88645']\n```",
    hints: [
      "Only one probability of a row is in the loss. Why does every logit of the row get a gradient?",
      "The gradient of $-\\log p_k$ for the logits is $p - y$, where $y$ is 1 at the label and 0 elsewhere: what was said minus what is true. Then the mean: divide by the number of samples, forward *and* back.",
      "```ts\nreturn p.map((row, i) => row.map((each, j) => (each - (j === labels[i] ? 1 : 0)) / labels.length));\n```\n\n```python\nrow = [(each - (1 if j == label else 0)) / len(labels) for j, each in enumerate(p[i])]\n```",
    ],
    starter: {
      typescript:
        '/** The mean of -log of the true classes\' probabilities. */\nfunction crossEntropy(logits: number[][], labels: number[]): number {\n  throw new Error("to do: crossEntropy");\n}\n\n/** The gradient of crossEntropy for the logits. */\nfunction crossEntropyGrad(logits: number[][], labels: number[]): number[][] {\n  throw new Error("to do: crossEntropyGrad");\n}\n',
      python:
        'from math import log\n\n\ndef cross_entropy(logits, labels):\n  """The mean of -log of the true classes\' probabilities."""\n  raise NotImplementedError("to do: cross_entropy")\n\n\ndef cross_entropy_grad(logits, labels):\n  """The gradient of cross_entropy for the logits."""\n  raise NotImplementedError("to do: cross_entropy_grad")\n',
    },
    solution: {
      typescript:
        "/** The mean of -log of the true classes' probabilities. */\nfunction crossEntropy(logits: number[][], labels: number[]): number {\n  const losses = logits.map((row, i) => {\n    const largest = Math.max(...row);\n    const total = row.reduce((sum, each) => sum + Math.exp(each - largest), 0);\n    return Math.log(total) + largest - row[labels[i]];\n  });\n  return losses.reduce((sum, loss) => sum + loss, 0) / labels.length;\n}\n\n/** The gradient of crossEntropy for the logits. */\nfunction crossEntropyGrad(logits: number[][], labels: number[]): number[][] {\n  const p = softmaxRows(logits);\n  return p.map((row, i) => row.map((each, j) => (each - (j === labels[i] ? 1 : 0)) / labels.length));\n}\n",
      python:
        'from math import log\n\n\ndef cross_entropy(logits, labels):\n  """The mean of -log of the true classes\' probabilities."""\n  losses = []\n  for row, label in zip(logits, labels):\n    largest = max(row)\n    total = sum(exp(each - largest) for each in row)\n    losses.append(log(total) + largest - row[label])\n  return sum(losses) / len(losses)\n\n\ndef cross_entropy_grad(logits, labels):\n  """The gradient of cross_entropy for the logits."""\n  p = softmax_rows(logits)\n  return [[(each - (1 if j == label else 0)) / len(labels) for j, each in enumerate(row)]\n          for row, label in zip(p, labels)]\n',
    },
  },
} as const;

export const commonHarness = {
  typescript:
    'function outgrad_stop(code: string, what: string, seen: string, wanted: string): never {\n  throw new Error(`outgrad:${code}|${what}|${seen}|${wanted}`);\n}\n\nfunction outgrad_kind(thing: any): string {\n  if (thing === undefined || thing === null) return "nothing";\n  if (Array.isArray(thing)) return `a list of ${thing.length}`;\n  return thing instanceof Value ? "a Value" : typeof thing === "object" ? "an object" : `a ${typeof thing}`;\n}\n\nfunction outgrad_value(thing: any, what: string): any {\n  if (thing instanceof Value) return thing;\n  const nothing = thing === undefined || thing === null;\n  outgrad_stop(nothing ? "returns-nothing" : "not-values", what, outgrad_kind(thing), "a Value");\n}\n\nfunction outgrad_values(thing: any, what: string, count: number): any[] {\n  const wanted = `a list of ${count} Values`;\n  if (thing === undefined || thing === null) outgrad_stop("returns-nothing", what, "nothing", wanted);\n  if (!Array.isArray(thing) || thing.length !== count)\n    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted);\n  const other = thing.find((each) => !(each instanceof Value));\n  if (thing.some((each) => !(each instanceof Value))) {\n    outgrad_stop("not-values", what, `a list with ${outgrad_kind(other)} in it`, wanted);\n  }\n  return thing;\n}\n\nfunction outgrad_numbers(thing: any, what: string, count: number): number[] {\n  const wanted = `a list of ${count} numbers`;\n  if (thing === undefined || thing === null) outgrad_stop("returns-nothing", what, "nothing", wanted);\n  if (!Array.isArray(thing) || thing.length !== count)\n    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted);\n  for (const each of thing) {\n    if (typeof each !== "number") {\n      outgrad_stop("wrong-shape", what, `a list with ${outgrad_kind(each)} in it`, wanted);\n    }\n  }\n  return thing;\n}\n\nfunction outgrad_field(owner: any, name: string): any {\n  if (owner === undefined || owner === null || owner[name] === undefined)\n    outgrad_stop("no-field", name, "", "");\n  return owner[name];\n}\n\nfunction outgrad_method(owner: any, name: string): any {\n  if (typeof owner[name] !== "function") outgrad_stop("no-method", name, "", "");\n  return owner;\n}\n\nconst outgrad_grads = (values: any[]): number[] => values.map((each) => each.grad);\n\nfunction outgrad_backward(outputs: any[], weights: number[]): void {\n  outputs\n    .map((out, i) => out.mul(weights[i]))\n    .reduce((sum, each) => sum.add(each))\n    .backward();\n}\n\nfunction outgrad_nudges(slopes: any, k: number[], a: number, b: number, c: number) {\n  const calls: number[][] = [];\n  const f = (x: number, y: number, z: number) => {\n    const value = k[0] * x * x * x + k[1] * x * y + k[2] * y * y * z + k[3] * z * z * z;\n    calls.push([x, y, z, value]);\n    return value;\n  };\n  const found = slopes(f, a, b, c);\n  return [found, calls];\n}\n',
  python:
    'def outgrad_stop(code, what, seen, wanted):\n  raise Exception("outgrad:%s|%s|%s|%s" % (code, what, seen, wanted))\n\n\ndef outgrad_kind(thing):\n  if thing is None:\n    return "nothing"\n  if isinstance(thing, (list, tuple)):\n    return "a list of %d" % len(thing)\n  if isinstance(thing, (int, float)):\n    return "a number"\n  return "a " + type(thing).__name__\n\n\ndef outgrad_value(thing, what):\n  if isinstance(thing, Value):\n    return thing\n  outgrad_stop("returns-nothing" if thing is None else "not-values", what, outgrad_kind(thing), "a Value")\n\n\ndef outgrad_values(thing, what, count):\n  wanted = "a list of %d Values" % count\n  if thing is None:\n    outgrad_stop("returns-nothing", what, "nothing", wanted)\n  if not isinstance(thing, (list, tuple)) or len(thing) != count:\n    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted)\n  for each in thing:\n    if not isinstance(each, Value):\n      outgrad_stop("not-values", what, "a list with %s in it" % outgrad_kind(each), wanted)\n  return list(thing)\n\n\ndef outgrad_numbers(thing, what, count):\n  wanted = "a list of %d numbers" % count\n  if thing is None:\n    outgrad_stop("returns-nothing", what, "nothing", wanted)\n  if not isinstance(thing, (list, tuple)) or len(thing) != count:\n    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted)\n  for each in thing:\n    if not isinstance(each, (int, float)):\n      outgrad_stop("wrong-shape", what, "a list with %s in it" % outgrad_kind(each), wanted)\n  return list(thing)\n\n\ndef outgrad_field(owner, name):\n  if not hasattr(owner, name):\n    outgrad_stop("no-field", name, "", "")\n  return getattr(owner, name)\n\n\ndef outgrad_method(owner, name):\n  if not hasattr(owner, name):\n    outgrad_stop("no-method", name, "", "")\n  return owner\n\n\ndef outgrad_grads(values):\n  return [each.grad for each in values]\n\n\ndef outgrad_backward(outputs, weights):\n  total = outputs[0] * weights[0]\n  for out, weight in list(zip(outputs, weights))[1:]:\n    total = total + out * weight\n  total.backward()\n\n\ndef outgrad_nudges(slopes, k, a, b, c):\n  calls = []\n\n  def f(x, y, z):\n    value = k[0] * x * x * x + k[1] * x * y + k[2] * y * y * z + k[3] * z * z * z\n    calls.append([x, y, z, value])\n    return value\n\n  found = slopes(f, a, b, c)\n  return [found, calls]\n',
} as const;
