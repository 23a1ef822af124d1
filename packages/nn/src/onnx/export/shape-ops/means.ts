/** Where windows along one dim begin and end, and what their sums are divided by. */
export interface Windows {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly counts: readonly number[];
}

interface Pool {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly countsPadding: boolean;
}

/** One dim of a pool, for both ways to count what is outside. */
interface Axis {
  readonly kernel: number;
  readonly stride: number;
  readonly before: number;
  readonly after: number;
}

/** The windows as a pool's: one size, one distance, so much outside. Undefined if they are not alike. */
export function regular(
  windows: readonly [Windows, Windows],
  sizes: readonly [number, number],
): Pool | undefined {
  for (const countsPadding of [true, false]) {
    const axes = windows.map((each, dim) => axisOf(each, sizes[dim] as number, countsPadding));
    if (axes.some((axis) => axis === undefined)) continue;
    const all = (part: keyof Axis): number[] => axes.map((axis) => (axis as Axis)[part]);
    return {
      kernel: all("kernel"),
      stride: all("stride"),
      before: all("before"),
      after: all("after"),
      countsPadding,
    };
  }
  return undefined;
}

function axisOf({ starts, ends, counts }: Windows, size: number, countsPadding: boolean): Axis | undefined {
  const kernel = Math.max(...counts);
  const last = starts.length - 1;
  for (let before = 0; before < kernel; before++) {
    // The first window that begins inside says how far they are apart.
    const inside = starts.findIndex((start) => start > 0);
    const stride = inside < 0 ? kernel : ((starts[inside] as number) + before) / inside;
    if (!Number.isInteger(stride)) continue;
    const after = Math.max(0, last * stride - before + kernel - size);
    if (after >= kernel) continue;
    const fits = starts.every((start, p) => {
      const from = p * stride - before;
      const [begin, end] = [Math.max(0, from), Math.min(size, from + kernel)];
      return start === begin && ends[p] === end && counts[p] === (countsPadding ? kernel : end - begin);
    });
    if (fits) return { kernel, stride, before, after };
  }
  return undefined;
}
