import { type Mistake, mistake } from "../mistake.ts";

/** Mistakes in the ops that are made of other ops, in Python: each replaces the line that returns. */
export function composed(): Mistake[] {
  return Object.entries(returned).flatMap(([op, { right, wrong }]) =>
    wrong.map(([now, codes, name]) =>
      mistake(op, name ?? now.replaceAll("\n    ", "; "), codes, [op, right, now]),
    ),
  );
}

type Wrong = readonly [now: string, codes: string, name?: string];

const wrap = "other = other if isinstance(other, Value) else Value(other)\n    ";

const returned: Readonly<Record<string, { readonly right: string; readonly wrong: readonly Wrong[] }>> = {
  neg: {
    right: "return self * -1",
    wrong: [
      ["self * -1", "missing-return"],
      ["out = self * -1", "missing-return"],
      ["return self", "returns-self forward-wrong"],
      ["return self * 1", "forward-wrong"],
      ["return self * -2", "forward-wrong"],
      ["return self * self", "forward-wrong wrong-op"],
      ["return self - 1", "forward-wrong wrong-op"],
      ["return self + -1", "forward-wrong wrong-op"],
      ["return self**-1", "forward-wrong wrong-op"],
      ["return -self", "infinite-recursion"],
      ["return 0 - self", "infinite-recursion rsub:infinite-recursion"],
      ["return -self.data", "returns-raw"],
      ["return Value(-self.data)", "lost-child", "a new Value without inputs"],
      ["return Value(-self.data, (self,), 'neg')", "no-backward"],
      ["return Value(-self, (self,), 'neg')", "infinite-recursion self-vs-data"],
      ["self.data = -self.data\n    return self", "returns-self mutates-input", "changes itself"],
      ["return self * Value(1)", "forward-wrong"],
    ],
  },
  sub: {
    right: "return self + (-other)",
    wrong: [
      ["return self - other", "infinite-recursion", "calls itself (seed 002)"],
      ["self + (-other)", "missing-return"],
      ["return self + other", "wrong-op"],
      ["return (-self) + other", "swapped"],
      ["return other + (-self)", "swapped"],
      ["return -(self + other)", "forward-wrong wrong-op"],
      ["return self + other * -2", "forward-wrong"],
      ["return self * -other", "forward-wrong wrong-op"],
      ["return (-self) + (-other)", "forward-wrong"],
      ["return self", "returns-self forward-wrong"],
      ["return -other", "forward-wrong one-side-only lost-child number-operand returns-raw"],
      [`${wrap}return self.data - other.data`, "returns-raw", "returns the number"],
      [`${wrap}return Value(self.data - other.data)`, "lost-child", "a new Value without inputs"],
      [`${wrap}return Value(self.data - other.data, (self, other), '-')`, "no-backward", "no closure"],
      [`${wrap}return self + Value(-other.data)`, "lost-child", "a copy of the second operand"],
      ["return self + (-other.data)", "lost-child number-operand", "the number of the second operand"],
      ["return Value(self.data) + (-other)", "lost-child", "a copy of the first operand"],
      ["return self.data + (-other)", "lost-child", "the number of the first operand"],
      ["return self + Value(-other)", "self-vs-data", "the Value of a Value"],
    ],
  },
  rsub: {
    right: "return (-self) + other",
    wrong: [
      ["return self - other", "rsub-sign", "the order of sub (seed 002)"],
      ["return self + (-other)", "rsub-sign"],
      ["return other - self", "infinite-recursion"],
      ["(-self) + other", "missing-return"],
      ["return self + other", "wrong-op"],
      ["return -self", "forward-wrong number-operand"],
      ["return (-self) + (-other)", "forward-wrong wrong-op"],
      ["return Value(other - self.data)", "lost-child"],
      ["return other - self.data", "returns-raw"],
      ["return (-self) * other", "forward-wrong wrong-op"],
    ],
  },
  div: {
    right: "return self * other**-1",
    wrong: [
      ["self * other**-1", "missing-return"],
      ["return self / other", "infinite-recursion"],
      ["return self * other", "wrong-op"],
      ["return self**-1 * other", "swapped", "the operands swapped"],
      ["return other * self**-1", "swapped"],
      ["return self * other**-2", "forward-wrong"],
      ["return self * other**1", "wrong-op forward-wrong"],
      ["return self * -other", "forward-wrong wrong-op"],
      ["return (self * other)**-1", "forward-wrong"],
      ["return self**-1 * other**-1", "forward-wrong"],
      ["return self - other", "wrong-op"],
      ["return self // other", "throws wrong-op unknown-method"],
      ["return self", "returns-self forward-wrong"],
      [`${wrap}return self.data / other.data`, "returns-raw", "returns the number"],
      [`${wrap}return Value(self.data / other.data)`, "lost-child", "a new Value without inputs"],
      [`${wrap}return Value(self.data / other.data, (self, other), '/')`, "no-backward", "no closure"],
      [`${wrap}return self * other.data**-1`, "lost-child", "the number of the second operand"],
      ["return self * other.data**-1", "lost-child number-operand"],
      ["return Value(self.data) * other**-1", "lost-child", "a copy of the first operand"],
      ["return self * (1 // other)", "throws wrong-op forward-wrong number-operand"],
      [
        "if isinstance(other, Value):\n      return self * other**-1",
        "number-operand missing-return",
        "no number as second operand",
      ],
      [
        "if not isinstance(other, Value):\n      return self * other**-1",
        "missing-return",
        "returns for numbers only",
      ],
    ],
  },
  rdiv: {
    right: "return self**-1 * other",
    wrong: [
      ["return self / other", "swapped rdiv-order"],
      ["return self * other**-1", "swapped rdiv-order"],
      ["return other / self", "infinite-recursion"],
      ["self**-1 * other", "missing-return"],
      ["return self**-1", "forward-wrong number-operand"],
      ["return self * other", "wrong-op"],
      ["return self**-2 * other", "forward-wrong"],
      ["return Value(other / self.data)", "lost-child"],
      ["return other / self.data", "returns-raw"],
      ["return (self * other)**-1", "forward-wrong"],
    ],
  },
  radd: {
    right: "return self + other",
    wrong: [
      ["self + other", "missing-return"],
      ["return other + self", "infinite-recursion"],
      ["return self", "returns-self forward-wrong number-operand"],
      ["return self - other", "wrong-op"],
      ["return self * other", "wrong-op"],
      ["return self.data + other", "returns-raw"],
      ["return Value(self.data + other)", "lost-child"],
    ],
  },
  rmul: {
    right: "return self * other",
    wrong: [
      ["self * other", "missing-return"],
      ["return other * self", "infinite-recursion"],
      ["return self", "returns-self forward-wrong number-operand"],
      ["return self + other", "wrong-op"],
      ["return self / other", "wrong-op"],
      ["return self.data * other", "returns-raw"],
      ["return Value(self.data * other)", "lost-child"],
    ],
  },
};
