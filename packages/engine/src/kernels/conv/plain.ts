import type { DType, Floats } from "../../tensor/dtype.js";
import { lanesIn, type Machine } from "./machine.js";

/** The floor: the same in JavaScript, in doubles that are rounded where they are stored. */
export function plainMachine(dtype: DType): Machine {
  const bytes = dtype === "float32" ? 4 : 8;
  const lanes = lanesIn(dtype);
  const machine = {
    floats: dtype === "float32" ? new Float32Array(0) : new Float64Array(0),
    ints: new Int32Array(0),
    reserve(size: number): void {
      if (size <= machine.ints.byteLength) return;
      const buffer = new ArrayBuffer((size + 63) & ~63);
      machine.floats = dtype === "float32" ? new Float32Array(buffer) : new Float64Array(buffer);
      machine.ints = new Int32Array(buffer);
    },
    taps(
      rows: number,
      terms: number,
      columns: number,
      weights: number,
      offsets: number,
      source: number,
      out: number,
      outRow: number,
    ): void {
      const { floats, ints } = machine as { floats: Floats; ints: Int32Array };
      for (let r = 0; r < rows; r++) {
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let k = 0; k < terms; k++) {
            const at = source + (ints[offsets + k] as number) / bytes + j;
            sum += (floats[weights + k * rows + r] as number) * (floats[at] as number);
          }
          floats[out + r * outRow + j] = sum;
        }
      }
    },
    dots(
      rows: number,
      terms: number,
      columns: number,
      left: number,
      leftRow: number,
      offsets: number,
      source: number,
      out: number,
    ): void {
      const { floats, ints } = machine as { floats: Floats; ints: Int32Array };
      for (let r = 0; r < rows; r++) {
        for (let k = 0; k < terms; k++) {
          const from = source + (ints[offsets + k] as number) / bytes;
          for (let lane = 0; lane < lanes; lane++) {
            let sum = 0;
            for (let j = lane; j < columns; j += lanes) {
              sum += (floats[left + r * leftRow + j] as number) * (floats[from + j] as number);
            }
            const to = out + (r * terms + k) * lanes + lane;
            floats[to] = (floats[to] as number) + sum;
          }
        }
      }
    },
  };
  return machine;
}
