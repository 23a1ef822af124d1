import { allOps, defineOp, everyOp, everyUserOp, FormulaError, type Op, opOf, ops } from "@outgrad/ops";
import { describe, expect, it } from "vitest";

const square = { args: ["a"], value: "a * a", partials: ["2 * a"] };
const namesOf = (found: readonly Op[]) => found.map(({ name }) => name);

describe("defineOp(entry)", () => {
  it("gives the op: its value, its partials, its label, and what it is, said for it", () => {
    const op = defineOp({ ...square, name: "squared", label: "a²" });
    expect([op.name, op.label, op.doc]).toEqual(["squared", "a²", "squared, a user's own op."]);
    expect([op.value(3), op.partials[0]?.(3, 9)]).toEqual([9, 6]);
    expect(opOf("squared")).toBe(op);
    expect(defineOp({ ...square, name: "documented", doc: "The square." }).doc).toBe("The square.");
  });

  it("takes letters of any script, digits after the first, and underscores for a name", () => {
    for (const name of ["x", "квадрат", "P2_x"]) {
      expect(defineOp({ ...square, name }).value(3)).toBe(9);
    }
  });

  it.each(["", "two words", "2a", "_a", "a-b", " a", "a\n", "constructor()", 7, undefined, ["ab"]])(
    "refuses the name %o",
    (name) => {
      expect(() => defineOp({ ...square, name: name as string })).toThrow(
        `defineOp: an op needs a name such as "legendre3", got ${JSON.stringify(name)}.`,
      );
    },
  );

  it("refuses a name of the table, and what Values have already, before anything changes", () => {
    const before = namesOf(allOps());
    expect(() => defineOp({ ...square, name: "tanh" })).toThrow(
      'defineOp: "tanh" is an op of the table; choose another name.',
    );
    for (const name of ["data", "grad", "backward", "toString", "constructor", "valueOf", "id"]) {
      expect(() => defineOp({ ...square, name })).toThrow(
        `defineOp: "${name}" is a name of Values already; choose another name.`,
      );
    }
    expect(namesOf(allOps())).toEqual(before);
  });

  it("of the same entry again is the same op; of another entry with that name it is refused", () => {
    const op = defineOp({ ...square, name: "twice" });
    expect(defineOp({ ...square, name: "twice" })).toBe(op);
    for (const change of [{ value: "a * a + 1" }, { label: "2" }, { domain: [[0, 1]] as const }]) {
      expect(() => defineOp({ ...square, ...change, name: "twice" })).toThrow(
        'defineOp: "twice" is defined already, differently; choose another name.',
      );
    }
    expect(opOf("twice").value(3)).toBe(9);
  });

  it("says where in its formula a mistake is", () => {
    expect(() => defineOp({ ...square, name: "mistaken", partials: ["2 *"] })).toThrow(FormulaError);
    expect(() => defineOp({ ...square, name: "mistaken", partials: ["2 *"] })).toThrow(
      "mistaken, partial a: Expected a number",
    );
    expect(() => opOf("mistaken")).toThrow('there is no op "mistaken"');
  });
});

describe("defineOp(entry) checks the partials by complex steps", () => {
  it("names the op, the argument, the point, and both derivatives", () => {
    const entry = { name: "wrong", args: ["a", "b"], params: { c: 2 }, value: "a * b * c" };
    const message = (partials: string[]) => {
      try {
        defineOp({ ...entry, partials });
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };
    // The first point, of which `found` and `wanted` are functions.
    const sentence =
      /^defineOp: the partial of wrong with respect to ([ab]) is (\S+) at a = (\S+), b = (\S+), c = 2; by a complex step of the value it is (\S+). Correct the partial, or name the kinks and the domain.$/;
    const [, first, ...inA] = message(["b", "a * c"]).match(sentence) ?? [];
    const [found, a, b, wanted] = inA.map(Number) as [number, number, number, number];
    expect(first).toBe("a");
    expect(found).toBe(b);
    expect(wanted).toBeCloseTo(2 * b, 14);
    expect(message(["b * c", "a"])).toContain(`with respect to b is ${a} at a = ${a}, b = ${b}, c = 2`);
    expect(() => opOf("wrong")).toThrow('there is no op "wrong"');
  });

  it("finds an error of 3e-10, and lets rounding of 3e-11 pass", () => {
    const bent = (name: string, by: string) => () =>
      defineOp({ name, args: ["a"], value: "2 * a", partials: [`2 * (1 + ${by})`] });
    expect(bent("bent", "3e-10")).toThrow("defineOp: the partial of bent");
    expect(bent("bent", "-3e-10")).toThrow("defineOp: the partial of bent");
    expect(bent("straight", "3e-11")).not.toThrow();
  });

  it("measures the error against the derivative where that is above 1, else against 1", () => {
    const scaled = (name: string, scale: string, by: string) => () =>
      defineOp({ name, args: ["a"], value: `${scale} * a`, partials: [`${scale} + ${by}`] });
    expect(scaled("large", "1e6", "3e-5")).not.toThrow();
    expect(scaled("larger", "1e6", "3e-4")).toThrow("defineOp: the partial of larger");
    expect(scaled("negative", "-1e6", "3e-5")).not.toThrow();
    expect(scaled("small", "1e-6", "3e-11")).not.toThrow();
    expect(scaled("smaller", "1e-6", "3e-10")).toThrow("defineOp: the partial of smaller");
  });

  it("finds a partial that is not a number, and a partial that is wrong in a tenth of the domain", () => {
    expect(() => defineOp({ ...square, name: "none", partials: ["2 * a + 0 * log(a)"] })).toThrow(
      "defineOp: the partial of none with respect to a is NaN",
    );
    expect(() => defineOp({ ...square, name: "rare", partials: ["a > 2.4 ? a : 2 * a"] })).toThrow(
      "defineOp: the partial of rare",
    );
  });

  it("looks only inside the domain and away from the kinks", () => {
    const root = { args: ["a"], value: "sqrt(a)", partials: ["0.5 / sqrt(a)"] };
    expect(() => defineOp({ ...root, name: "root" })).toThrow("is NaN at a = -");
    expect(defineOp({ ...root, name: "root", domain: [[0.1, 9]] }).value(4)).toBe(2);
    const step = { args: ["a"], value: "a < 0 ? 0 : a", partials: ["a < 0 ? 0 : 1"], kinks: ["a"] };
    expect(defineOp({ ...step, name: "ramp" }).value(-2)).toBe(0);
  });
});

describe("lists of the ops", () => {
  it("everyUserOp(listener) is told of the ops that are defined, once each, and then of those that follow", () => {
    const early = defineOp({ ...square, name: "early" });
    const heard: Op[] = [];
    everyUserOp((op) => heard.push(op));
    expect(heard.filter((op) => op === early)).toHaveLength(1);
    expect(namesOf(heard).some((name) => Object.hasOwn(ops, name))).toBe(false);
    const count = heard.length;
    const late = defineOp({ ...square, name: "late" });
    defineOp({ ...square, name: "late" });
    expect(heard.slice(count)).toEqual([late]);
  });

  it("everyOp(listener) is told of the table's ops in order, then of the users'", () => {
    const heard: Op[] = [];
    everyOp((op) => heard.push(op));
    expect(heard).toEqual(allOps());
    const later = defineOp({ ...square, name: "later" });
    expect(heard.at(-1)).toBe(later);
  });

  it("allOps() are the table's in order, then the users' in theirs", () => {
    const [one, two] = ["one", "two"].map((name) => defineOp({ ...square, name }));
    const table = Object.keys(ops);
    expect(namesOf(allOps()).slice(0, table.length)).toEqual(table);
    expect(allOps().slice(-2)).toEqual([one, two]);
    expect(allOps()[0]).toBe(opOf("add"));
  });
});
