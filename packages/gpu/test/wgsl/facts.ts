import type { WgslProgram } from "../../src/wgsl/index.js";

/** How many bytes of workgroup memory a program declares. */
export function memoryOf({ code }: WgslProgram): number {
  let bytes = 0;
  for (const [, type, count] of code.matchAll(/var<workgroup> \w+: array<(vec4<f32>|f32), (\d+)>/g)) {
    bytes += (type === "f32" ? 4 : 16) * Number(count);
  }
  return bytes;
}

/** How many threads a workgroup of it has. */
export const threadsOf = ({ code }: WgslProgram): number =>
  Number(/@workgroup_size\((\d+)\)/.exec(code)?.[1]);
