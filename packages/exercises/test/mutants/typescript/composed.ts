import { type Mistake, mistake } from "../mistake.ts";

/** Mistakes in the ops that are made of other ops, in TypeScript: each replaces the line that returns. */
export function composed(): Mistake[] {
  return Object.entries(returned).flatMap(([op, { right, wrong }]) =>
    wrong.map(([now, codes, name]) =>
      mistake(op, name ?? now.replaceAll("\n    ", " "), codes, [op, right, now]),
    ),
  );
}

type Wrong = readonly [now: string, codes: string, name?: string];

const wrap = "const o = other instanceof Value ? other : new Value(other);\n    ";

const returned: Readonly<Record<string, { readonly right: string; readonly wrong: readonly Wrong[] }>> = {
  neg: {
    right: "return this.mul(-1);",
    wrong: [
      ["this.mul(-1);", "missing-return"],
      ["const out = this.mul(-1);", "missing-return"],
      ["return this;", "returns-self forward-wrong"],
      ["return this.mul(1);", "forward-wrong"],
      ["return this.mul(-2);", "forward-wrong"],
      ["return this.mul(this);", "forward-wrong wrong-op"],
      ["return this.sub(1);", "forward-wrong wrong-op"],
      ["return this.add(-1);", "forward-wrong wrong-op"],
      ["return this.pow(-1);", "forward-wrong wrong-op"],
      ["return this.neg();", "infinite-recursion"],
      ["return this.rsub(0);", "infinite-recursion rsub:infinite-recursion"],
      ["return new Value(0).sub(this);", "infinite-recursion sub:infinite-recursion"],
      ["return -this.data as any;", "returns-raw"],
      ["return -this as any;", "returns-raw self-vs-data"],
      ["return new Value(-this.data);", "lost-child", "a new Value without inputs"],
      ['return new Value(-this.data, [this], "neg");', "no-backward"],
      ['return new Value(-this, [this], "neg");', "self-vs-data"],
      ["this.data = -this.data;\n    return this;", "returns-self mutates-input", "changes itself"],
      ["return this.mul(~1);", "forward-wrong"],
    ],
  },
  sub: {
    right: "return this.add(other instanceof Value ? other.neg() : -other);",
    wrong: [
      ["return this.sub(other);", "infinite-recursion", "calls itself (seed 002)"],
      ["return this.add(-(other as any));", "self-vs-data forward-wrong", "the minus of a Value"],
      ["this.add(other instanceof Value ? other.neg() : -other);", "missing-return"],
      ["return this.add(other);", "wrong-op"],
      ["return this.neg().add(other);", "swapped"],
      ["return this.add(other).neg();", "forward-wrong wrong-op"],
      ["return this.add(new Value(-2).mul(other));", "forward-wrong"],
      ["return this.mul(other).neg();", "forward-wrong wrong-op"],
      ["return this.neg().add(new Value(-1).mul(other));", "forward-wrong"],
      ["return this;", "returns-self forward-wrong"],
      ["return this.add((other as Value).neg());", "number-operand"],
      ["return this.add(other instanceof Value ? other.neg() : other);", "number-operand"],
      ["return this.add(other instanceof Value ? other : -other);", "wrong-op forward-wrong"],
      [`${wrap}return (this.data - o.data) as any;`, "returns-raw", "returns the number"],
      ["return ((this as any) - (other as any)) as any;", "returns-raw self-vs-data"],
      [`${wrap}return new Value(this.data - o.data);`, "lost-child", "a new Value without inputs"],
      [`${wrap}return new Value(this.data - o.data, [this, o], "-");`, "no-backward", "no closure"],
      [`${wrap}return this.add(new Value(-o.data));`, "lost-child", "a copy of the second operand"],
      [`${wrap}return this.add(-o.data);`, "lost-child", "the number of the second operand"],
      ["return this.add(-(other as Value).data);", "lost-child number-operand"],
      [`${wrap}return new Value(this.data).add(o.neg());`, "lost-child", "a copy of the first operand"],
    ],
  },
  rsub: {
    right: "return this.neg().add(other);",
    wrong: [
      ["return this.sub(other);", "rsub-sign", "the order of sub (seed 002)"],
      ["return this.add(other instanceof Value ? other.neg() : -other);", "rsub-sign"],
      ["return this.rsub(other);", "infinite-recursion"],
      ["this.neg().add(other);", "missing-return"],
      ["return this.add(other);", "wrong-op"],
      ["return this.neg();", "forward-wrong number-operand one-side-only lost-child"],
      ["return this.add(other).neg();", "forward-wrong wrong-op"],
      ["return this.neg().mul(other);", "forward-wrong wrong-op"],
      ["return (other as any).sub(this);", "number-operand throws unknown-method"],
      ["return ((other as number) - this.data) as any;", "returns-raw"],
      ["return new Value((other as number) - this.data);", "lost-child self-vs-data"],
    ],
  },
  div: {
    right: "return this.mul(other instanceof Value ? other.pow(-1) : 1 / other);",
    wrong: [
      ["return new Value(1).mul(other as any).mul(this.pow(-1));", "swapped", "the operands swapped"],
      ["return this.mul((other as Value).pow(-1));", "number-operand", "no number as second operand"],
      ["this.mul(other instanceof Value ? other.pow(-1) : 1 / other);", "missing-return"],
      ["return this.div(other);", "infinite-recursion"],
      ["return this.mul(other);", "wrong-op"],
      ["return this.pow(-1).mul(other);", "swapped"],
      ["return this.rdiv(other);", "swapped"],
      ["return this.mul(1 / (other as any));", "self-vs-data forward-wrong"],
      ["return this.mul(other instanceof Value ? other.pow(-1) : other);", "number-operand"],
      ["return this.mul(other instanceof Value ? other.pow(-2) : other ** -2);", "forward-wrong"],
      ["return this.mul(other instanceof Value ? other.pow(1) : other);", "wrong-op forward-wrong"],
      ["return this.mul(other instanceof Value ? other.neg() : -other);", "forward-wrong wrong-op"],
      ["return this.mul(other).pow(-1);", "forward-wrong"],
      ["return this.sub(other);", "wrong-op"],
      ["return this;", "returns-self forward-wrong"],
      [`${wrap}return (this.data / o.data) as any;`, "returns-raw", "returns the number"],
      [`${wrap}return new Value(this.data / o.data);`, "lost-child", "a new Value without inputs"],
      [`${wrap}return new Value(this.data / o.data, [this, o], "/");`, "no-backward", "no closure"],
      [`${wrap}return this.mul(1 / o.data);`, "lost-child", "the number of the second operand"],
      [`${wrap}return new Value(this.data).mul(o.pow(-1));`, "lost-child", "a copy of the first operand"],
      [
        `${wrap}return this.mul(new Value(1 / o.data, [o], "1/"));`,
        "no-backward one-side-only lost-child",
        "no closure in its second factor",
      ],
      [
        "if (other instanceof Value) {\n      return this.mul(other.pow(-1));\n    }",
        "number-operand missing-return",
        "returns for Values only",
      ],
      [
        'if (typeof other === "number") {\n      return this.mul(1 / other);\n    }',
        "missing-return",
        "returns for numbers only",
      ],
    ],
  },
  rdiv: {
    right: "return this.pow(-1).mul(other);",
    wrong: [
      ["return this.div(other);", "swapped rdiv-order"],
      ["return this.rdiv(other);", "infinite-recursion"],
      ["this.pow(-1).mul(other);", "missing-return"],
      ["return this.pow(-1);", "forward-wrong number-operand one-side-only lost-child"],
      ["return this.mul(other);", "wrong-op"],
      ["return this.pow(-2).mul(other);", "forward-wrong"],
      ["return this.mul(other).pow(-1);", "forward-wrong"],
      ["return (other as any).div(this);", "number-operand throws unknown-method"],
      ["return ((other as number) / this.data) as any;", "returns-raw"],
      ["return new Value((other as number) / this.data);", "lost-child self-vs-data"],
    ],
  },
};
