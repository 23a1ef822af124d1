import { GpuPrinter } from "@outgrad/ops/gpu";
import { describe, expect, it } from "vitest";
import { stream } from "../wasm-run.ts";

const printers = { wgsl: new GpuPrinter("wgsl"), glsl: new GpuPrinter("glsl"), js: new GpuPrinter("js") };

/** The number that a literal stands for. */
function read(text: string): number {
  const [, sign, literal] = /^(\(-|\(0\.0 - )?([0-9.e-]+)f?\)?$/.exec(text) ?? [];
  return Math.fround(Number(literal)) * (sign ? -1 : 1);
}

describe("GpuPrinter.number", () => {
  it("number(x) has a point or an exponent, and parentheses around a sign", () => {
    expect(printers.wgsl.number(1)).toBe("1.0f");
    expect(printers.wgsl.number(-0.5)).toBe("(-0.5f)");
    expect(printers.wgsl.number(1e-10)).toBe("1e-10f");
    expect(printers.glsl.number(3)).toBe("3.0");
    expect(printers.glsl.number(-1e30)).toBe("(0.0 - 1e30)");
    expect(printers.js.number(-2)).toBe("(0.0 - 2.0)");
  });

  it("number(x) takes the fewest digits of float32 on a GPU, and all of them where gpu.js computes with doubles", () => {
    expect(printers.wgsl.number(0.1)).toBe("0.1f");
    expect(printers.glsl.number(Math.PI)).toBe("3.1415927");
    expect(printers.js.number(0.1)).toBe("0.10000000149011612");
  });

  it("number(x) never writes a number above the greatest, which WGSL refuses", () => {
    expect(printers.wgsl.number(3.4028234663852886e38)).toBe("3.402823466e38f");
    expect(Number("3.402823466e38")).toBeLessThanOrEqual(3.4028234663852886e38);
    expect(printers.wgsl.number(3.5e38)).toBe("og_inf()");
  });

  it("number(x) of infinities and NaN calls a function; -0 is 0, and what is too small is 0", () => {
    expect(printers.wgsl.number(Number.NEGATIVE_INFINITY)).toBe("(-og_inf())");
    expect(printers.js.number(Number.NEGATIVE_INFINITY)).toBe("(0.0 - og_inf())");
    expect(printers.glsl.number(Number.NaN)).toBe("og_nan()");
    expect(printers.wgsl.number(-0)).toBe("0.0f");
    expect(printers.wgsl.number(1e-60)).toBe("0.0f");
  });

  it("number(x) is read as the same float32 for numbers of every size", () => {
    const uniform = stream(5);
    for (let i = 0; i < 20_000; i++) {
      const x = Math.fround((uniform() < 0.5 ? -1 : 1) * 2 ** (276 * uniform() - 148));
      for (const printer of Object.values(printers)) expect(read(printer.number(x))).toBe(x === 0 ? 0 : x);
    }
  });
});
