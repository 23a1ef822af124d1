import { conv2d, convTranspose2d, maxPool2d, randn, type Tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import fc from "fast-check";
import { expect, it } from "vitest";

// Any stride, padding, dilation and groups, against loops that spell out the definition.

const side = fc.record({
  input: fc.integer({ min: 1, max: 7 }),
  kernel: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 4 }),
  padding: fc.integer({ min: 0, max: 3 }),
  dilation: fc.integer({ min: 1, max: 3 }),
});
const geometry = fc
  .record({
    rows: side,
    columns: side,
    groups: fc.integer({ min: 1, max: 2 }),
    channels: fc.integer({ min: 1, max: 2 }),
    results: fc.integer({ min: 1, max: 5 }),
    images: fc.integer({ min: 1, max: 2 }),
  })
  .filter(({ rows, columns }) => outputOf(rows) > 0 && outputOf(columns) > 0);

type Side = Readonly<Record<"input" | "kernel" | "stride" | "padding" | "dilation", number>>;

function outputOf({ input, kernel, stride, padding, dilation }: Side): number {
  return Math.floor((input + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
}

const dot = (a: Tensor, b: Tensor): number => a.detach().mul(b.detach()).sum().item();

it("conv2d(x, weight) is its definition, and its gradients are its other sides", () => {
  fc.assert(
    fc.property(geometry, ({ rows, columns, groups, channels, results, images }) => {
      const numbers = random(1);
      const [h, w] = [outputOf(rows), outputOf(columns)];
      const leaf = (...shape: number[]) => randn(shape, numbers, { requiresGrad: true }) as Tensor;
      const x = leaf(images, channels * groups, rows.input, columns.input);
      const weight = leaf(results * groups, channels, rows.kernel, columns.kernel);
      const options = {
        stride: [rows.stride, columns.stride],
        padding: [rows.padding, columns.padding],
        dilation: [rows.dilation, columns.dilation],
        groups,
      };
      const y = conv2d(x, weight, undefined, options);
      expect(y.shape).toEqual([images, results * groups, h, w]);
      const at = (n: number, c: number, i: number, j: number): number =>
        i < 0 || j < 0 || i >= rows.input || j >= columns.input
          ? 0
          : (x.data[((n * channels * groups + c) * rows.input + i) * columns.input + j] as number);
      let k = 0;
      for (let n = 0; n < images; n++) {
        for (let o = 0; o < results * groups; o++) {
          for (let p = 0; p < h; p++) {
            for (let q = 0; q < w; q++) {
              let sum = 0;
              let tap = o * channels * rows.kernel * columns.kernel;
              for (let c = 0; c < channels; c++) {
                for (let i = 0; i < rows.kernel; i++) {
                  for (let j = 0; j < columns.kernel; j++) {
                    const row = p * rows.stride - rows.padding + i * rows.dilation;
                    const column = q * columns.stride - columns.padding + j * columns.dilation;
                    const channel = Math.floor(o / results) * channels + c;
                    sum += (weight.data[tap++] as number) * at(n, channel, row, column);
                  }
                }
              }
              expect(Math.abs((y.data[k++] as number) - sum)).toBeLessThan(1e-12);
            }
          }
        }
      }
      // One sum over x, weight and g, whichever of the three is left out.
      const g = randn([...y.shape], numbers) as Tensor;
      y.backward(g);
      const whole = dot(y, g);
      const near = 1e-11 * (1 + Math.abs(whole)) * 10;
      expect(Math.abs(dot(x, x.grad as Tensor) - whole)).toBeLessThan(near);
      expect(Math.abs(dot(weight, weight.grad as Tensor) - whole)).toBeLessThan(near);
    }),
    { numRuns: 150, seed: 7 },
  );
});

it("convTranspose2d(g, weight) is the gradient of conv2d for x", () => {
  const numbers = random(2);
  const [x, weight] = [randn([1, 2, 7, 6], numbers, { requiresGrad: true }), randn([4, 1, 3, 2], numbers)];
  const options = { stride: 2, padding: 1, groups: 2 };
  const y = conv2d(x, weight, undefined, options);
  const g = randn([...y.shape], numbers) as Tensor;
  y.backward(g);
  const back = convTranspose2d(g, weight, undefined, { ...options, outputPadding: [0, 0] });
  expect(back.toArray()).toEqual(x.grad?.toArray());
});

it("maxPool2d(x) is the greatest of each window, whatever the geometry", () => {
  const pools = fc.record({ rows: side, columns: side }).filter(({ rows, columns }) => {
    return [rows, columns].every((one) => 2 * one.padding <= one.kernel && outputOf(one) > 0);
  });
  fc.assert(
    fc.property(pools, ({ rows, columns }) => {
      const x = randn([1, 2, rows.input, columns.input], random(4));
      const y = maxPool2d(x, [rows.kernel, columns.kernel], {
        stride: [rows.stride, columns.stride],
        padding: [rows.padding, columns.padding],
        dilation: [rows.dilation, columns.dilation],
      });
      const [h, w] = [outputOf(rows), outputOf(columns)];
      expect(y.shape).toEqual([1, 2, h, w]);
      y.data.forEach((found, at) => {
        const [q, p, c] = [at % w, Math.floor(at / w) % h, Math.floor(at / w / h)];
        let best = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < rows.kernel; i++) {
          for (let j = 0; j < columns.kernel; j++) {
            const row = p * rows.stride - rows.padding + i * rows.dilation;
            const column = q * columns.stride - columns.padding + j * columns.dilation;
            if (row < 0 || column < 0 || row >= rows.input || column >= columns.input) continue;
            best = Math.max(best, x.data[(c * rows.input + row) * columns.input + column] as number);
          }
        }
        expect(found).toBe(best);
      });
    }),
    { numRuns: 150, seed: 8 },
  );
});
