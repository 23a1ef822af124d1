import * as engine from "@outgrad/engine";
import * as ops from "@outgrad/ops";
import { story } from "@outgrad/viz";
import { transform } from "sucrase";
import { describe, expect, it } from "vitest";
import { asCode } from "../../src/playground/as-code.ts";
import { presets } from "../../src/playground/presets/index.ts";
import { circuit, seed } from "./circuit.ts";

/** Runs a program of the dialog with the real engine, and gives what it printed. */
function run(code: string): Map<string, number> {
  const printed = new Map<string, number>();
  const body = code.replace(/^import \{(.*)\} from "@outgrad\/engine";/, "const {$1} = engine;");
  new Function("engine", "console", body)(engine, {
    log: (name: string, x: number) => printed.set(name, x),
  });
  return printed;
}

describe("asCode", () => {
  it("writes lines as method calls", () => {
    const code = asCode(circuit(seed.text, seed.leaves));
    expect(code).toContain('import { value } from "@outgrad/engine";');
    expect(code).toContain('const b = value(-3, "b");');
    expect(code).toContain("const e = a.mul(b);\nconst d = e.add(c);\nconst L = d.mul(f);");
    expect(code).toContain("L.backward();");
  });

  it("calls free functions where a plain number comes first, and imports them", () => {
    const code = asCode(circuit("y = 1/x - 2**x", { x: 3 }));
    expect(code).toContain("const y = div(1, x).sub(pow(2, x));");
    expect(code).toContain("import { div, pow, value }");
  });

  it("calls backward as often as the screen did", () => {
    expect(asCode(circuit("y = x * x", { x: 3 }, 2)).match(/y\.backward\(\);/g)).toHaveLength(2);
  });

  it("names the lines in the graph where that is asked for", () => {
    const shown = circuit("e = x * 2\ny = e\nz = y + e", { x: 3 });
    expect(asCode(shown, { labels: true })).toContain('e.label = "e"; z.label = "z";');
    expect(run(asCode(shown, { labels: true })).get("gradient of x")).toBe(4);
  });

  it.each([
    ["b = a*a; c = b + b*a", { a: 2 }, 1],
    ["b = a*a; c = b + b*a", { a: 0.1 }, 3],
    ["sent = send * 3; node = sent * sent + opOf; y = node * sent - 2 / node", { send: 1.1, opOf: -4 }, 1],
  ] as const)("in recursive order prints the wrong gradients of the screen: %s", (text, leaves, passes) => {
    const shown = circuit(text, leaves as unknown as Record<string, number>, passes);
    const told = story(shown.graph, { order: "recursive", passes });
    const code = asCode(shown, { order: "recursive" });
    const printed = new Map<string, number>();
    new Function(
      "require",
      "exports",
      "console",
      transform(code, { transforms: ["typescript", "imports"] }).code,
    )(
      (name: string) => (name === "@outgrad/ops" ? ops : engine),
      {},
      { log: (name: string, x: number) => printed.set(name, x) },
    );
    expect(told.wrong.length).toBeGreaterThan(0);
    for (const { label, grad, right } of told.wrong) {
      expect(printed.get(`gradient of ${label} in the wrong order`)).toBe(grad);
      expect(printed.get(`gradient of ${label}`)).toBe(right);
    }
  });

  const programs = [
    ...presets.map(({ name, text, leaves }) => [name, text, leaves] as const),
    [
      "names that TypeScript keeps for itself",
      "new = add * class; value = new + 1; tanh(value)",
      { add: 2, class: 3 },
    ],
    ["constants and choices", "k = 2; m = -3; y = x > k ? k*x : m; z = y + (x < 0 ? 1 : x)", { x: 1.5 }],
    ["parameters", "y = leakyRelu(x, 0.1) * -2", { x: -4 }],
  ] as const;
  it.each(programs)("gives the numbers of the screen: %s", (_, text, leaves) => {
    const shown = circuit(text, leaves as Record<string, number>);
    const printed = run(asCode(shown));
    for (const { label, grad } of shown.tape.filter((node) => shown.leaves.has(node.label))) {
      expect(printed.get(`gradient of ${label}`)).toBe(grad);
    }
    expect([...printed.values()][0]).toBe(shown.result);
  });
});
