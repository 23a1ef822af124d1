import type { DType } from "../../tensor/dtype.js";
import { lanesIn, type Machine } from "./machine.js";

/** The floor: the same in JavaScript, in doubles that are rounded where they are stored. */
export function plainMachine(dtype: DType): Machine {
  const bytes = dtype === "float32" ? 4 : 8;
  const lanes = lanesIn(dtype);
  let buffer = new ArrayBuffer(0);
  let floats = dtype === "float32" ? new Float32Array(buffer) : new Float64Array(buffer);
  let ints = new Int32Array(buffer);
  return {
    get floats() {
      return floats;
    },
    get ints() {
      return ints;
    },
    reserve(size) {
      buffer = new ArrayBuffer((size + 63) & ~63);
      floats = dtype === "float32" ? new Float32Array(buffer) : new Float64Array(buffer);
      ints = new Int32Array(buffer);
      return true;
    },
    taps(rows, terms, columns, weights, offsets, source, out, outRow) {
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
    dots(rows, terms, columns, left, leftRow, offsets, source, out) {
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
}
