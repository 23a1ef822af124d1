import type { DType, Floats } from "../../tensor/dtype.js";
import type { Axis, Pair } from "./axis.js";
import { channelSize, copyIn, copyOut, partSize } from "./layout.js";
import { slack, tileRows } from "./machine.js";
import { machineOf } from "./machines.js";

/** Sums over the taps of a kernel, whichever way they go. */
export interface Tapped {
  readonly dtype: DType;
  readonly axes: readonly [rows: Axis, columns: Axis];
  readonly groups: number;
  /** How many images, and the channels of a group that are read and that come out. */
  readonly images: number;
  readonly channels: number;
  readonly rows: number;
  readonly from: { readonly data: Floats; readonly at: number; readonly size: Pair };
  readonly to: { readonly data: Floats; readonly size: Pair };
  /** Tap t of channel c for row r of group g is data[at + g * group + r * row + c * channel + t]. */
  readonly weight: {
    readonly data: Floats;
    readonly at: number;
    readonly group: number;
    readonly row: number;
    readonly channel: number;
    readonly width: number;
  };
  /** What is added to row r of all groups. */
  bias(row: number): number;
}

/** One part of the result: which taps it has, and where their offsets and weights lie. */
interface Part {
  readonly rows: Axis["results"][number];
  readonly columns: Axis["results"][number];
  readonly terms: number;
  readonly offsets: number;
  readonly weights: number;
}

const rounded = (length: number): number => (length + 15) & ~15;

/** Computes them image by image: lays a group's channels out once, and runs all taps over them. */
export function runTapped(job: Tapped): void {
  const { dtype, axes, groups, images, channels, rows, from, to, bias } = job;
  const bytes = dtype === "float32" ? 4 : 8;
  const perTable = bytes / 4;
  const stride = axes[1].reads.extent;
  const channel = channelSize(axes);
  let table = 0;
  let weights = 0;
  const parts: Part[] = axes[0].results.flatMap((down) =>
    axes[1].results.map((across) => {
      const terms = down.taps.length * across.taps.length * channels;
      const part = { rows: down, columns: across, terms, offsets: table, weights };
      table += terms;
      weights += terms * rows * groups;
      return part;
    }),
  );
  const columnsOf = ({ rows: down, columns }: Part): number => (down.count - 1) * stride + columns.count;
  const outRow = rounded(Math.max(...parts.map(columnsOf)) + slack);
  const weightsAt = rounded(Math.ceil(table / perTable));
  const source = rounded(weightsAt + weights);
  const room = rounded(channel * channels + Math.max(outRow, partSize(axes)) + slack);
  const out = source + room;
  const machine = machineOf(dtype, (out + tileRows * outRow) * bytes);
  const { floats: heap, ints } = machine;
  for (const part of parts) prepare(job, part, ints, heap, weightsAt + part.weights, bytes);
  heap.fill(0, source, out);

  const [height, width] = to.size;
  const inSize = from.size[0] * from.size[1];
  for (let n = 0; n < images; n++) {
    for (let g = 0; g < groups; g++) {
      const first = (n * groups + g) * channels;
      for (let c = 0; c < channels; c++) {
        copyIn(heap, source + c * channel, from.data, from.at + (first + c) * inSize, from.size, axes);
      }
      for (const part of parts) {
        const { terms, offsets } = part;
        const columns = columnsOf(part);
        for (let r = 0; r < rows; r += tileRows) {
          const count = Math.min(tileRows, rows - r);
          const at = weightsAt + part.weights + (g * rows + r) * terms;
          if (columns > 0) machine.taps(count, terms, columns, at, offsets, source, out, outRow);
          for (let i = 0; i < count; i++) {
            const row = g * rows + r + i;
            const target = (n * groups * rows + row) * height * width;
            copyOut(
              heap,
              out + i * outRow,
              stride,
              to.data,
              target,
              width,
              part.rows,
              part.columns,
              bias(row),
            );
          }
        }
      }
    }
  }
}

/** Writes the offsets of a part's taps, and their weights for tiles of rows. */
function prepare(
  { axes, groups, channels, rows, weight }: Tapped,
  part: Part,
  ints: Int32Array,
  floats: Floats,
  at: number,
  bytes: number,
): void {
  const taps = tapsOf(axes, part.rows, part.columns, weight.width);
  const channel = channelSize(axes);
  let term = part.offsets;
  for (let c = 0; c < channels; c++)
    for (const { place } of taps) ints[term++] = (c * channel + place) * bytes;
  let to = at;
  for (let g = 0; g < groups; g++) {
    for (let r = 0; r < rows; r += tileRows) {
      const count = Math.min(tileRows, rows - r);
      for (let c = 0; c < channels; c++) {
        const base = weight.at + g * weight.group + r * weight.row + c * weight.channel;
        for (const { k } of taps) {
          for (let i = 0; i < count; i++) floats[to++] = weight.data[base + i * weight.row + k] as number;
        }
      }
    }
  }
}

/** The taps of a kernel of that width: the index in it, and where a channel's number for result 0 lies. */
export function tapsOf(
  axes: readonly [Axis, Axis],
  down: Axis["results"][number],
  across: Axis["results"][number],
  width: number,
): { readonly k: number; readonly place: number }[] {
  const part = partSize(axes);
  const stride = axes[1].reads.extent;
  return down.taps.flatMap((row) =>
    across.taps.map((column) => ({
      k: row.k * width + column.k,
      place: (row.part * axes[1].reads.parts.length + column.part) * part + row.shift * stride + column.shift,
    })),
  );
}
