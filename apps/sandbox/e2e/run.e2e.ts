import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

describe("run(code)", () => {
  it("gives the graph of the Value that backward() was called on last, with types and line numbers kept apart", async () => {
    const outcome = await site.run(`
      import { type Value, value } from "@outgrad/engine";
      const square = (v: Value): Value => v.mul(v);
      const x = value(3, "x");
      square(x).backward();`);
    const graph = outcome.ok ? outcome.graph : null;
    expect(graph?.nodes.map(({ label, op, data, grad }) => [label, op, data, grad])).toEqual([
      ["x", "", 3, 6],
      ["", "mul", 9, 1],
    ]);
    expect(graph?.nodes[1]?.inputs.map(({ slope }) => slope)).toEqual([3, 3]);
  });

  it("prefers export default, of either engine, and waits for what is awaited", async () => {
    const outcome = await site.run(`
      import { value } from "@outgrad/engine/micro";
      const a = value(1, "a");
      a.exp().backward();
      export default await Promise.resolve(a.neg());`);
    expect(outcome.ok && outcome.graph?.nodes.map(({ op }) => op)).toEqual(["", "neg"]);
  });

  it("gives leaves the numbers asked for", async () => {
    const code = `import { value } from "@outgrad/engine"; export default value(1, "a").add(value(2, "b"));`;
    const outcome = await site.run(code, { leaves: { b: -7 } });
    expect(outcome.ok && outcome.graph?.nodes.map(({ data }) => data)).toEqual([1, -7, -6]);
  });

  it("names the line of a mistake, and of one of grammar the column", async () => {
    const late =
      "const a: number = 1;\ninterface Long {\n  b: number;\n}\n\n(a as unknown as Long).b.toFixed();";
    expect(await site.run(late)).toMatchObject({ ok: false, line: 6 });
    expect(await site.run("const a = 1;\nconst b = ;")).toMatchObject({
      ok: false,
      sentence: "The code cannot be read in line 2, column 11: Unexpected token.",
      line: 2,
      column: 11,
    });
  });

  it("gives the pictures that were logged, and logs their sentence", async () => {
    const outcome = await site.run(`
      import { lossCurve } from "@outgrad/viz";
      console.log(lossCurve({ series: [{ name: "loss", values: [3, 2, 1] }] }));`);
    expect(outcome).toMatchObject({
      ok: true,
      shown: [{ svg: expect.stringMatching(/^<svg /), text: expect.any(String) }],
    });
    expect(outcome.logs[0]?.text).toContain("loss");
  });

  it("trains a small network within the time limit", async () => {
    const outcome = await site.run(`
      import { MLP, SGD } from "@outgrad/nn";
      import { mse } from "@outgrad/losses";
      import { xor } from "@outgrad/datasets";
      import { random } from "@outgrad/engine/random";
      const model = new MLP(2, [4, 1], { activation: "tanh", seed: 1 });
      const sgd = new SGD(model.parameters(), { lr: 0.1 });
      const { points, labels } = xor({ n: 20, seed: 1 });
      const losses: number[] = [];
      for (let step = 0; step < 20; step++) {
        const loss = mse(points.map((p) => model.forward(p)[0]!), labels);
        model.zeroGrad(); loss.backward(); sgd.step();
        losses.push(loss.item());
      }
      console.log(losses[19]! < losses[0]!, random(1).uniform() < 1);`);
    expect(outcome.logs[0]?.text ?? outcome).toBe("true true");
  });

  it("finds no module but the packages, and says which there are", async () => {
    expect(await site.run(`import _ from "lodash"; _.map();`)).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/^There is no module "lodash" here; there are @outgrad\/engine, /),
      line: 1,
    });
  });
});

describe("call(code, name, argsList)", () => {
  it("calls an exported function once for each list; a Value is its number", async () => {
    const code = `import { type Value, value } from "@outgrad/engine"; export const f = (a: number, b: number): Value => value(a).mul(b);`;
    expect(
      await site.call(code, "f", [
        [2, 3],
        [0.5, -1],
      ]),
    ).toMatchObject({ ok: true, results: [6, -0.5] });
  });

  it("keeps NaN, infinities and records, and waits for async functions", async () => {
    const code = "export const f = async (a: number) => ({ a, list: [NaN, 1 / a], no: null, yes: true })";
    const outcome = await site.call(code, "f", [[0]]);
    expect(outcome).toMatchObject({
      ok: true,
      results: [{ a: 0, list: [Number.NaN, Number.POSITIVE_INFINITY], no: null, yes: true }],
    });
  });

  it("says which functions there are when it finds none of that name", async () => {
    expect(await site.call("export const g = () => 1;", "f", [[]])).toMatchObject({
      ok: false,
      sentence: 'The code has to export a function "f"; it exports g.',
    });
  });

  it("imports other files by name, and names the file of a mistake", async () => {
    const modules = {
      "./function":
        "export const f = (x: number) => x * 2;\nexport const g = () => { throw new Error('odd'); };",
    };
    const code = (name: string) =>
      `import { ${name} } from "./function"; export const twice = (x: number) => ${name}(x) + 1;`;
    expect(await site.call(code("f"), "twice", [[4]], { modules })).toMatchObject({ ok: true, results: [9] });
    expect(await site.call(code("g"), "twice", [[4]], { modules })).toMatchObject({
      ok: false,
      sentence: "odd.",
      file: "./function",
      line: 2,
    });
  });
});
