import type { Matrix, Product } from "../../src/wgsl/index.js";
import { numbers } from "../kernels/cases/case.js";

/** A matrix of so many rows and columns as it lies row by row, and transposed. */
export const straight = (_rows: number, columns: number): Matrix => ({ rows: columns, columns: 1 });
export const transposed = (rows: number, _columns: number): Matrix => ({ rows: 1, columns: rows });

type Lie = typeof straight;
const lies: readonly (readonly [Lie, Lie])[] = [
  [straight, straight],
  [straight, transposed],
  [transposed, straight],
  [transposed, transposed],
];

/** A product of sizes with operands that lie in the way number `way`: NN, NT, TN, TT. */
export function product(m: number, n: number, k: number, way: number, more: Partial<Product> = {}): Product {
  const [a, b] = lies[way] as readonly [Lie, Lie];
  return { m, n, k, a: a(m, k), b: b(k, n), ...more };
}

/** How many numbers an operand reaches over. */
function reach({ m, n, k, batch = [], ...product }: Product, name: "a" | "b"): number {
  const { rows, columns, offset = 0 } = product[name];
  const [height, width] = name === "a" ? [m, k] : [k, n];
  const batches = batch.reduce((sum, dim) => sum + (dim.size - 1) * dim[name], 0);
  return offset + batches + (height - 1) * rows + (width - 1) * columns + 1;
}

export const operandsOf = (product: Product): Float32Array[] => [
  numbers(reach(product, "a")),
  numbers(reach(product, "b")),
  ...(product.bias ? [numbers(product.n)] : []),
];

/** The product in doubles. */
export function inDoubles(product: Product, [a, b, bias]: readonly Float32Array[]): Float64Array {
  const { m, n, k, batch = [] } = product;
  const size = batch.reduce((sum, dim) => sum * dim.size, 1);
  const out = new Float64Array(size * m * n);
  for (let e = 0; e < size; e++) {
    let rest = e;
    let [p, q] = [product.a.offset ?? 0, product.b.offset ?? 0];
    for (const dim of batch.toReversed()) {
      p += (rest % dim.size) * dim.a;
      q += (rest % dim.size) * dim.b;
      rest = Math.floor(rest / dim.size);
    }
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = bias?.[j] ?? 0;
        for (let l = 0; l < k; l++) {
          const left = a?.[p + i * product.a.rows + l * product.a.columns] as number;
          sum += left * (b?.[q + l * product.b.rows + j * product.b.columns] as number);
        }
        out[(e * m + i) * n + j] = sum;
      }
    }
  }
  return out;
}

/** By name the products that a device is asked for. */
export const products: Readonly<Record<string, readonly Product[]>> = {
  "of small and uneven sizes": [
    product(1, 1, 1, 0),
    product(3, 17, 65, 0, { bias: true }),
    product(17, 3, 64, 1),
    product(65, 17, 3, 2, { bias: true }),
    product(1, 130, 17, 3),
    product(130, 1, 130, 0),
  ],
  "read four numbers at once": [0, 1, 2, 3].map((way) => product(64, 36, 20, way, { bias: way > 1 })),
  "of middle size": [product(260, 256, 24, 0), product(257, 250, 17, 3, { bias: true })],
  "of large size": [product(1100, 1028, 9, 2), product(1025, 1030, 8, 1)],
  "whose sums are long": [product(13, 20, 3001, 0, { bias: true }), product(12, 20, 2048, 2)],
  "in a batch": [
    product(5, 8, 12, 0, { batch: [{ size: 3, a: 60, b: 0 }], bias: true }),
    product(9, 7, 600, 1, { batch: [{ size: 2, a: 5400, b: 4200 }] }),
    {
      m: 5,
      n: 7,
      k: 11,
      a: { rows: 40, columns: 3, offset: 5 },
      b: { rows: 2, columns: 100, offset: 3 },
      batch: [
        { size: 2, a: 1000, b: 0 },
        { size: 3, a: 0, b: 2000 },
      ],
    },
  ],
};
