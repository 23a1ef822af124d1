import { both, each, type Mistakes } from "./mistake.js";

/** Mistakes with the class, with probabilities and with the comparison of engines. */
export const values: Mistakes = {
  "add-mul": [both("syntax", "class Value", "class class Value")],
  "softmax-nll": [
    each("not-normalised", ["count.div(total)", "count"], ["count / total", "count"]),
    each("exp-forgotten", ["logit.exp()", "logit"], ["logit.exp()", "logit"]),
    each(
      "log-of-softmax",
      ["count.div(total)", "count.div(total).log()"],
      ["count / total", "(count / total).log()"],
    ),
    each(
      "divided-by-count",
      ["count.div(total)", "count.div(counts.length)"],
      ["count / total", "count / len(counts)"],
    ),
    each("minus-in-exponent", ["logit.exp()", "logit.neg().exp()"], ["logit.exp()", "(-logit).exp()"]),
    each("sum-cut", ["count.div(total)", "count.div(total.data)"], ["count / total", "count / total.data"]),
    each(
      "counts-cut",
      ["count.div(total)", "new Value(count.data).div(total)"],
      ["count / total", "count.data / total"],
    ),
    each(
      "graph-cut",
      ["count.div(total)", "new Value(count.data / total.data)"],
      ["count / total", "Value(count.data / total.data)"],
    ),
    each(
      "not-values",
      ["count.div(total)", "count.data / total.data"],
      ["count / total", "count.data / total.data"],
    ),
    each(
      "returns-nothing",
      ["return counts.map((count) => count.div(total));", "counts.map((count) => count.div(total));"],
      ["return [count / total for count in counts]", "[count / total for count in counts]"],
    ),
    each(
      "wrong-shape",
      ["return counts.map((count) => count.div(total));", "return [counts[0]];"],
      ["return [count / total for count in counts]", "return [counts[0]]"],
    ),
    each(
      "loss-sign",
      ["[label].log().neg()", "[label].log()"],
      ["-probabilities[label].log()", "probabilities[label].log()"],
    ),
    each(
      "log-forgotten",
      ["[label].log().neg()", "[label].neg()"],
      ["-probabilities[label].log()", "-probabilities[label]"],
    ),
    each(
      "label-shifted",
      ["[label].log().neg()", "[label - 1].log().neg()"],
      ["-probabilities[label].log()", "-probabilities[label - 1].log()"],
    ),
    each(
      "label-ignored",
      ["[label].log().neg()", "[0].log().neg()"],
      ["-probabilities[label].log()", "-probabilities[0].log()"],
    ),
    each(
      "all-classes",
      [
        "probabilities[label].log().neg()",
        "probabilities.map((p) => p.log().neg()).reduce((a, b) => a.add(b))",
      ],
      ["-probabilities[label].log()", "sum(-p.log() for p in probabilities)"],
    ),
    each(
      "graph-cut",
      ["return probabilities[label].log().neg()", "return new Value(-Math.log(probabilities[label].data))"],
      ["-probabilities[label].log()", "Value(-math.log(probabilities[label].data))"],
    ),
    each(
      "not-values",
      ["return probabilities[label].log().neg()", "return -Math.log(probabilities[label].data)"],
      ["-probabilities[label].log()", "-math.log(probabilities[label].data)"],
    ),
    each("returns-nothing", ["return probabilities", "probabilities"], ["return -prob", "-prob"]),
  ],
  agreement: [
    each(
      "looks-at-some",
      ["return mine.every((each, i) =>", "return mine.slice(0, 2).every((each, i) =>"],
      ["return all(", "return any("],
    ),
    each(
      "looks-at-some",
      ["mine.every(", "mine.some("],
      ["for m, t in zip(mine, theirs))", "for m, t in [(mine[3], theirs[3])])"],
    ),
    each(
      "no-absolute-value",
      ["Math.abs(each - theirs[i]) <=", "each - theirs[i] <="],
      ["abs(m - t) <=", "m - t <="],
    ),
    each(
      "absolute-tolerance",
      ["1e-6 * Math.max(1, Math.abs(theirs[i]))", "1e-6"],
      ["1e-6 * max(1, abs(t))", "1e-6"],
    ),
    each("too-strict", ["1e-6", "1e-12"], ["1e-6", "1e-12"]),
    each(
      "never-agrees",
      ["theirs[i]) <= 1e-6", "theirs[i]) > 1e-6"],
      ["abs(m - t) <= 1e-6", "abs(m - t) > 1e-6"],
    ),
    each("too-lenient", ["1e-6", "1e-1"], ["1e-6", "1e-1"]),
    each(
      "nan-agrees",
      [
        "Math.abs(each - theirs[i]) <= 1e-6 * Math.max(1, Math.abs(theirs[i]))",
        "!(Math.abs(each - theirs[i]) > 1e-6 * Math.max(1, Math.abs(theirs[i])))",
      ],
      ["abs(m - t) <= 1e-6 * max(1, abs(t))", "not (abs(m - t) > 1e-6 * max(1, abs(t)))"],
    ),
    each(
      "length-ignored",
      ["if (mine.length !== theirs.length) return false;", ""],
      ["  if len(mine) != len(theirs):\n    return False\n", ""],
    ),
    each(
      "wrong-shape",
      ["return mine.every", "return 1; mine.every"],
      ["return all", "return 1 if True else all"],
    ),
  ],
  "own-op": [
    each(
      "half-forgotten",
      ["(5 * x ** 3 - 3 * x) / 2", "5 * x ** 3 - 3 * x"],
      ["(5 * x**3 - 3 * x) / 2", "5 * x**3 - 3 * x"],
    ),
    each(
      "half-one-term",
      ["(5 * x ** 3 - 3 * x) / 2", "5 * x ** 3 - 3 * x / 2"],
      ["(5 * x**3 - 3 * x) / 2", "5 * x**3 - 3 * x / 2"],
    ),
    each(
      "slope-as-value",
      ["(5 * x ** 3 - 3 * x) / 2", "(15 * x ** 2 - 3) / 2"],
      ["(5 * x**3 - 3 * x) / 2", "(15 * x**2 - 3) / 2"],
    ),
    each(
      "grad-sign",
      ["((15 * x ** 2 - 3) / 2)", "(-(15 * x ** 2 - 3) / 2)"],
      ["(15 * x**2 - 3) / 2", "-(15 * x**2 - 3) / 2"],
    ),
    each(
      "half-forgotten",
      ["((15 * x ** 2 - 3) / 2)", "(15 * x ** 2 - 3)"],
      ["(15 * x**2 - 3) / 2", "(15 * x**2 - 3)"],
    ),
    each("term-forgotten", ["15 * x ** 2 - 3", "15 * x ** 2"], ["15 * x**2 - 3", "15 * x**2"]),
    each("factor-forgotten", ["15 * x ** 2", "5 * x ** 2"], ["15 * x**2", "5 * x**2"]),
    each("wrong-exponent", ["15 * x ** 2", "15 * x ** 3"], ["15 * x**2", "15 * x**3"]),
    each("value-as-slope", ["((15 * x ** 2 - 3) / 2)", "out.data"], ["(15 * x**2 - 3) / 2", "out.data"]),
    each(
      "no-chain",
      ["((15 * x ** 2 - 3) / 2) * out.grad", "(15 * x ** 2 - 3) / 2"],
      ["(15 * x**2 - 3) / 2 * out.grad", "(15 * x**2 - 3) / 2"],
    ),
    each(
      "overwrites-grad",
      ["this.grad += ((15", "this.grad = ((15"],
      ["self.grad += (15", "self.grad = (15"],
    ),
    each("lost-child", ["/ 2, [this], ", "/ 2, [], "], ["/ 2, (self,), ", "/ 2, (), "]),
    each(
      "returns-nothing",
      [
        "      this.grad += ((15 * x ** 2 - 3) / 2) * out.grad;\n    };\n    return out;",
        "      this.grad += ((15 * x ** 2 - 3) / 2) * out.grad;\n    };",
      ],
      [
        "      self.grad += (15 * x**2 - 3) / 2 * out.grad\n    out._backward = _backward\n\n    return out\n",
        "      self.grad += (15 * x**2 - 3) / 2 * out.grad\n    out._backward = _backward\n",
      ],
    ),
    each("wrong-name", ["legendre(): Value", "Legendre(): Value"], ["def legendre", "def Legendre"]),
    each("not-there", ["legendre(): Value", "polynomial(): Value"], ["def legendre", "def polynomial"]),
    each(
      "not-values",
      [
        'const out = new Value((5 * x ** 3 - 3 * x) / 2, [this], "P3");',
        "return (5 * x ** 3 - 3 * x) / 2 as any; const out: any = 0;",
      ],
      ["out = Value((5 * x**3 - 3 * x) / 2, (self,), 'P3')", "return (5 * x**3 - 3 * x) / 2"],
    ),
  ],
};
