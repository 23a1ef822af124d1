import { GpuPrinter } from "@outgrad/ops/gpu";
import type { Kernel } from "./kernel.js";
import { type Text, Writer } from "./writer.js";

/** Threads of a workgroup: what all GPUs take and most of them divide evenly. */
export const workgroupSize = 64;
/** Workgroups in a row; WebGPU promises 65535. */
export const workgroupsInARow = 32_768;

/** Writes WGSL. */
class WgslWriter extends Writer {
  readonly thread = "thread";

  constructor() {
    super(new GpuPrinter("wgsl"));
  }

  int(name: string, value: Text): Text {
    this.line(`let ${name}: i32 = ${value};`);
    return name;
  }
  index(name: string, value: Text): Text {
    this.line(`var ${name}: i32 = ${value};`);
    return name;
  }
  float(name: string, value: Text): Text {
    this.line(`var ${name}: f32 = ${value};`);
    return name;
  }
  read = (input: number, at: Text): Text => `a${input}[${at}]`;
  givenInt = (i: number): Text => `given.ints[${i >> 2}][${i & 3}]`;
  givenFloat = (i: number): Text => `given.floats[${i >> 2}][${i & 3}]`;
  div = (a: Text, b: Text | number): Text => (b === 1 ? `(${a})` : `((${a}) / (${b}))`);
  mod = (a: Text, b: Text | number): Text => (b === 1 ? "0" : `((${a}) % (${b}))`);
  toFloat = (int: Text): Text => `f32(${int})`;
  toInt = (float: Text): Text => `i32(${float})`;
  select = (condition: Text, yes: Text, no: Text): Text => `select(${no}, ${yes}, ${condition})`;
  protected loopHead = (name: string, count: number): string =>
    `for (var ${name}: i32 = 0; ${name} < ${count}; ${name}++) {`;
  result(value: Text): void {
    this.line(`out[thread] = ${value};`);
  }

  text({ inputs, ints, floats, size }: Kernel): string {
    const quads = (count: number): number => (count + 3) >> 2;
    const fields = [
      ...(ints > 0 ? [`ints: array<vec4<i32>, ${quads(ints)}>`] : []),
      ...(floats > 0 ? [`floats: array<vec4<f32>, ${quads(floats)}>`] : []),
    ];
    return [
      ...Array.from(
        { length: inputs },
        (_, i) => `@group(0) @binding(${i}) var<storage, read> a${i}: array<f32>;`,
      ),
      `@group(0) @binding(${inputs}) var<storage, read_write> out: array<f32>;`,
      ...(fields.length > 0
        ? [
            `struct Given { ${fields.join(", ")} }`,
            `@group(0) @binding(${inputs + 1}) var<uniform> given: Given;`,
          ]
        : []),
      ...this.printer.functions().map(({ text }) => text),
      `@compute @workgroup_size(${workgroupSize})`,
      "fn main(@builtin(global_invocation_id) id: vec3<u32>) {",
      `  let thread = i32(id.x + id.y * ${workgroupSize * workgroupsInARow}u);`,
      `  if (thread >= ${size}) { return; }`,
      ...this.lines,
      "}",
      "",
    ].join("\n");
  }
}

/**
 * A kernel as a WGSL program: bindings 0, 1, ... are the inputs, then the result, then, if the kernel is given numbers,
 * a uniform buffer with the whole ones and the others, each in rows of four.
 */
export function toWgsl(kernel: Kernel): string {
  const writer = new WgslWriter();
  kernel.write(writer);
  return writer.text(kernel);
}
