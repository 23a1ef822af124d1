/** One number for the height, one for the width. */
export type Pair = readonly [height: number, width: number];

/** A convolution: result p reads, through tap k of the kernel, input p * stride - padding + k * dilation; 0 outside. */
export interface Conv {
  readonly stride: Pair;
  /** Zeros before the first input; how many come after the last one follows from the sizes. */
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly groups: number;
  readonly input: Pair;
  readonly kernel: Pair;
  readonly output: Pair;
}

/** A tap of the kernel: it reads part `part` of what is read, `shift` elements further on. */
export interface Tap {
  readonly k: number;
  readonly part: number;
  readonly shift: number;
}

/**
 * How a convolution goes along one dim, so that a tap is the same numbers shifted, whatever stride and dilation are.
 *
 * What is read is laid out in parts: element i of part r is number parts[r] + step * (first + i), or 0 outside. What
 * comes out is in parts too: element i < count of one is number start + step * i, the sum over its taps of the element
 * i + shift of their parts.
 */
export interface Axis {
  readonly reads: {
    readonly parts: readonly number[];
    readonly step: number;
    readonly first: number;
    readonly extent: number;
  };
  readonly results: readonly {
    readonly start: number;
    readonly step: number;
    readonly count: number;
    readonly taps: readonly Tap[];
  }[];
}

const modulo = (a: number, b: number): number => ((a % b) + b) % b;
const taps = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k);

/** From input to output: with a stride s the input is s parts, of every s-th number. */
export function forwardAxis(conv: Conv, dim: 0 | 1): Axis {
  const { stride, padding, dilation, kernel, output } = conv;
  const step = stride[dim];
  const places = taps(kernel[dim]).map((k) => k * dilation[dim] - padding[dim]);
  const parts = [...new Set(places.map((place) => modulo(place, step)))];
  const shifts = places.map((place) => Math.floor(place / step));
  const first = Math.min(...shifts);
  const count = output[dim];
  return {
    reads: { parts, step, first, extent: count + Math.max(...shifts) - first },
    results: [
      {
        start: 0,
        step: 1,
        count,
        taps: places.map((place, k) => ({
          k,
          part: parts.indexOf(modulo(place, step)),
          shift: (shifts[k] as number) - first,
        })),
      },
    ],
  };
}

/** From output to input: with a stride s the input is s parts, each of which the taps reach that fall on it. */
export function backwardAxis(conv: Conv, dim: 0 | 1): Axis {
  const { stride, padding, dilation, kernel, input } = conv;
  const step = stride[dim];
  const found = taps(Math.min(step, input[dim])).map((start) => {
    // Tap k brings output t + i to input start + step * i.
    const reaching = taps(kernel[dim])
      .map((k) => ({ k, t: (start + padding[dim] - k * dilation[dim]) / step }))
      .filter(({ t }) => Number.isInteger(t));
    return { start, reaching, count: Math.ceil((input[dim] - start) / step) };
  });
  const shifts = found.flatMap(({ reaching }) => reaching.map(({ t }) => t));
  const first = Math.min(...shifts, Number.MAX_SAFE_INTEGER);
  const extent = Math.max(...found.map(({ count }) => count), 0) + Math.max(...shifts, first) - first;
  return {
    reads: { parts: [0], step: 1, first, extent },
    results: found.map(({ start, reaching, count }) => ({
      start,
      step,
      count,
      taps: reaching.map(({ k, t }) => ({ k, part: 0, shift: t - first })),
    })),
  };
}
