import { type GpuLanguage, GpuPrinter } from "@outgrad/ops/gpu";
import type { Kernel } from "./kernel.js";
import { type Text, Writer } from "./writer.js";

/** Writes the subset of JavaScript that gpu.js takes. It has one kind of number, and counts in it exactly up to 2^24. */
class GpuJsWriter extends Writer {
  readonly thread = "thread";

  int(name: string, value: Text): Text {
    this.line(`const ${name} = ${value};`);
    return name;
  }
  index(name: string, value: Text): Text {
    this.line(`let ${name} = ${value};`);
    return name;
  }
  float(name: string, value: Text): Text {
    this.line(`let ${name} = ${value};`);
    return name;
  }
  read = (input: number, at: Text): Text => `a${input}[${at}]`;
  givenInt = (i: number): Text => `i${i}`;
  givenFloat = (i: number): Text => `f${i}`;
  div = (a: Text, b: Text | number): Text => (b === 1 ? `(${a})` : `og_div(${a}, ${b})`);
  mod = (a: Text, b: Text | number): Text => (b === 1 ? "0" : `og_mod(${a}, ${b})`);
  toFloat = (int: Text): Text => `(${int})`;
  toInt = (float: Text): Text => `(${float})`;
  select = (condition: Text, yes: Text, no: Text): Text => `((${condition}) ? ${yes} : ${no})`;
  protected loopHead = (name: string, count: number): string =>
    `for (let ${name} = 0; ${name} < ${count}; ${name}++) {`;
  result(value: Text): void {
    this.line(`return ${value};`);
  }

  source({ inputs, ints, floats }: Kernel): GpuJsSource {
    const list = (letter: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${letter}${i}`);
    const args = [...list("a", inputs), ...list("i", ints), ...list("f", floats)];
    const text = [
      `function (${args.join(", ")}) {`,
      "  const thread = this.thread.x;",
      ...this.lines,
      "}",
    ].join("\n");
    return { text, args, functions: this.printer.functions() };
  }
}

/** A kernel for gpu.js. */
export interface GpuJsSource {
  /** What `createKernel` takes. */
  readonly text: string;
  /** The arguments: arrays a0, a1, ..., whole numbers i0, ..., other numbers f0, ... */
  readonly args: readonly string[];
  /** What it calls beside og_div and og_mod: quotient and remainder of whole numbers, which every runner brings itself. */
  readonly functions: ReturnType<GpuPrinter["functions"]>;
}

/** A kernel as gpu.js takes it; its functions are GLSL where gpu.js draws, JavaScript elsewhere. */
export function toGpuJs(kernel: Kernel, language: Exclude<GpuLanguage, "wgsl">): GpuJsSource {
  const writer = new GpuJsWriter(new GpuPrinter(language));
  kernel.write(writer);
  return writer.source(kernel);
}
