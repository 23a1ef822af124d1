import { describe, expect, it } from "vitest";
import { structureOf } from "../../src/structure/structure-of.ts";

const read = (...lines: string[]) => structureOf(lines.join("\n"), "typescript");

describe('structureOf(source, "typescript")', () => {
  it("knows classes, methods and parameters with their lines", () => {
    const { classes, functions, mistake } = read(
      "export class Value<T = number> extends Base {",
      "  grad = 0;",
      "  private _prev: Set<Value> = new Set();",
      "  neg = (): Value => this.mul(-1);",
      "  constructor(",
      "    public data: number,",
      "    children: Value[] = [],",
      "  ) {}",
      "  static of(x: number) { return new Value(x); }",
      "  get item() { return this.data; }",
      "} // end",
      "const softmax = (logits: Value[], ...rest) => logits;",
      "function nll({ a }: X) { return }",
    );
    expect(mistake).toBeUndefined();
    expect(classes[0]).toMatchObject({ name: "Value", line: 1, lastLine: 11 });
    expect(
      classes[0]?.methods.map(({ name, line, lastLine, parameters, returns }) => [
        name,
        line,
        lastLine,
        parameters,
        returns,
      ]),
    ).toEqual([
      ["neg", 4, 4, [], true],
      ["constructor", 5, 8, ["data", "children"], false],
      ["of", 9, 9, ["x"], true],
      ["item", 10, 10, [], true],
    ]);
    expect(classes[0]?.fields).toEqual([
      { target: "grad", operator: "=", value: "0", line: 2 },
      { target: "_prev", operator: "=", value: "new Set()", line: 3 },
    ]);
    expect(classes[0]?.methods[1]?.assignments).toEqual([
      { target: "this.data", operator: "=", value: "data", line: 6 },
    ]);
    expect(functions).toMatchObject([
      { name: "softmax", line: 12, parameters: ["logits", "rest"], returns: true },
      { name: "nll", line: 13, parameters: ["{ a }"], returns: false },
    ]);
  });

  it("takes arrow functions for inner functions, called after what they are assigned to", () => {
    const [value] = read(
      "class Value {",
      "  mul(other: Value | number) {",
      "    const o = other instanceof Value ? other : new Value(other);",
      "    const out = new Value(this.data * o.data, [this, o]);",
      "    out._backward = () => {",
      "      this.grad += o.data * out.grad; // chain rule",
      "      o.grad = o.grad + this.data * out.grad;",
      "    };",
      "    topo.reverse().forEach((node) => node._backward());",
      "    count++;",
      "    return out;",
      "  }",
      "}",
    ).classes;
    const mul = value?.methods[0];
    expect(mul).toMatchObject({ name: "mul", line: 2, lastLine: 12, returns: true, parameters: ["other"] });
    expect(mul?.inner).toMatchObject([
      {
        name: "_backward",
        line: 5,
        lastLine: 8,
        returns: false,
        assignments: [
          { target: "this.grad", operator: "+=", value: "o.data * out.grad", line: 6 },
          { target: "o.grad", operator: "=", value: "o.grad + this.data * out.grad", line: 7 },
        ],
      },
      { name: "", parameters: ["node"], calls: [{ name: "_backward", line: 9 }] },
    ]);
    expect(mul?.calls).toEqual([
      { name: "Value", line: 3 },
      { name: "Value", line: 4 },
      { name: "forEach", line: 9 },
      { name: "reverse", line: 9 },
    ]);
    expect(mul?.assignments.map(({ target, operator }) => `${target} ${operator}`)).toEqual([
      "o =",
      "out =",
      "out._backward =",
      "count +=",
    ]);
  });

  it("nests by braces: a log inside exp is no method", () => {
    const [value] = read(
      "const Value = class {",
      "  exp() {",
      "    function log() { return out; }",
      "    const tanh = function () { return out; };",
      "    return { forward: (x) => x, backward() {} };",
      "  }",
      "};",
    ).classes;
    expect(value).toMatchObject({ name: "Value", line: 1 });
    expect(value?.methods.map(({ name }) => name)).toEqual(["exp"]);
    expect(value?.methods[0]?.inner.map(({ name, line }) => `${name} ${line}`)).toEqual([
      "log 3",
      "tanh 4",
      "forward 5",
      "backward 5",
    ]);
  });

  it("reads what there is of a broken text, and tells where it breaks", () => {
    const { classes, mistake } = read(
      "class Value {",
      "  add(other { return 1 }",
      "  exp() { return 2 }",
      "}",
    );
    expect(mistake).toMatchObject({ line: 2 });
    expect(classes[0]?.name).toBe("Value");
    expect(read("")).toEqual({ classes: [], functions: [] });
  });
});
