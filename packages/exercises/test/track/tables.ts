import { each, type Mistakes } from "./mistake.js";

/** Mistakes with tables of numbers. */
export const tables: Mistakes = {
  broadcast: [
    each("row-ignored", ["each + b[j]", "each"], ["each + bias", "each"]),
    each("multiplies", ["each + b[j]", "each * b[j]"], ["each + bias", "each * bias"]),
    each(
      "first-row-only",
      [
        "x.map((row) => row.map((each, j) => each + b[j]))",
        "x.map((row, i) => (i === 0 ? row.map((each, j) => each + b[j]) : row))",
      ],
      [
        "[[each + bias for each, bias in zip(row, b)] for row in x]",
        "[[each + bias for each, bias in zip(x[0], b)]] + x[1:]",
      ],
    ),
    each(
      "broadcast-not-summed",
      ["b.map((_, j) => g.reduce((sum, row) => sum + row[j], 0))", "g[0]"],
      ["[sum(row[j] for row in g) for j in range(len(b))]", "g[0]"],
    ),
    each(
      "broadcast-not-summed",
      ["b.map((_, j) => g.reduce((sum, row) => sum + row[j], 0))", "g as any"],
      ["[sum(row[j] for row in g) for j in range(len(b))]", "g"],
    ),
    each(
      "wrong-axis",
      [
        "b.map((_, j) => g.reduce((sum, row) => sum + row[j], 0))",
        "g.map((row) => row.reduce((sum, each) => sum + each, 0))",
      ],
      ["[sum(row[j] for row in g) for j in range(len(b))]", "[sum(row) for row in g]"],
    ),
    each(
      "mean-not-sum",
      ["sum + row[j], 0)", "sum + row[j] / g.length, 0)"],
      ["sum(row[j] for row in g)", "sum(row[j] for row in g) / len(g)"],
    ),
    each(
      "upstream-ignored",
      ["g.reduce((sum, row) => sum + row[j], 0)", "x.length"],
      ["sum(row[j] for row in g)", "len(x)"],
    ),
    each("not-passed-on", ["g.map((row) => [...row])", "x"], ["[list(row) for row in g]", "x"]),
    each("wrong-shape", ["return [gx, gb]", "return gb as any"], ["return [gx, gb]", "return gb"]),
    each("returns-nothing", ["return [gx, gb]", "[gx, gb]"], ["return [gx, gb]", "[gx, gb]"]),
  ],
  sum: [
    each(
      "wrong-axis",
      [
        "x.map((row) => row.reduce((sum, each) => sum + each, 0))",
        "x[0].map((_, j) => x.reduce((sum, row) => sum + row[j], 0))",
      ],
      ["[sum(row) for row in x]", "[sum(row[j] for row in x) for j in range(len(x[0]))]"],
    ),
    each(
      "mean-not-sum",
      ["row.reduce((sum, each) => sum + each, 0)", "row.reduce((sum, each) => sum + each, 0) / row.length"],
      ["sum(row) for", "sum(row) / len(row) for"],
    ),
    each(
      "sums-all",
      [
        "return x.map((row) => row.reduce((sum, each) => sum + each, 0))",
        "return x.map((row) => row.reduce((sum, each) => sum + each, 0)).reduce((a, b) => a + b, 0) as any",
      ],
      ["return [sum(row) for row in x]", "return sum(sum(row) for row in x)"],
    ),
    each(
      "not-spread",
      ["x.map((row, i) => row.map(() => g[i]))", "g as any"],
      ["[[g[i] for _ in row] for i, row in enumerate(x)]", "g"],
    ),
    each(
      "wrong-axis",
      ["row.map(() => g[i])", "row.map((_, j) => g[j])"],
      ["[g[i] for _ in row]", "[g[j] for j in range(len(row))]"],
    ),
    each(
      "mean-not-sum",
      ["row.map(() => g[i])", "row.map(() => g[i] / row.length)"],
      ["[g[i] for _ in row]", "[g[i] / len(row) for _ in row]"],
    ),
    each(
      "upstream-ignored",
      ["row.map(() => g[i])", "row.map(() => 1)"],
      ["[g[i] for _ in row]", "[1 for _ in row]"],
    ),
    each(
      "times-input",
      ["row.map(() => g[i])", "row.map((each) => each * g[i])"],
      ["[g[i] for _ in row]", "[each * g[i] for each in row]"],
    ),
    each(
      "wrong-gradient",
      ["row.map(() => g[i])", "row.map(() => g[i] + 1)"],
      ["[g[i] for _ in row]", "[g[i] + 1 for _ in row]"],
    ),
  ],
  matmul: [
    each(
      "elementwise",
      [
        "return a.map((row) =>\n    transposed(b).map((column) => row.reduce((sum, each, k) => sum + each * column[k], 0)),\n  );",
        "return a.map((row, i) => row.map((each, j) => each * b[i][j]));",
      ],
      [
        "return [[sum(x * y for x, y in zip(row, column)) for column in transposed(b)] for row in a]",
        "return [[x * y for x, y in zip(row, other)] for row, other in zip(a, b)]",
      ],
    ),
    each(
      "transposed-operand",
      ["transposed(b).map((column)", "b.map((column)"],
      ["for column in transposed(b)]", "for column in b]"],
    ),
    each(
      "factors-exchanged",
      ["return a.map((row) =>\n    transposed(b).map(", "return b.map((row) =>\n    transposed(a).map("],
      ["for column in transposed(b)] for row in a]", "for column in transposed(a)] for row in b]"],
    ),
    each(
      "not-transposed",
      ["matmul(g, transposed(b))", "matmul(g, b)"],
      ["matmul(g, transposed(b))", "matmul(g, b)"],
    ),
    each(
      "not-transposed",
      ["matmul(transposed(a), g)", "matmul(a, g)"],
      ["matmul(transposed(a), g)", "matmul(a, g)"],
    ),
    each(
      "factors-exchanged",
      ["matmul(g, transposed(b))", "matmul(transposed(b), g)"],
      ["matmul(g, transposed(b))", "matmul(transposed(b), g)"],
    ),
    each(
      "transposed-upstream",
      ["matmul(g, transposed(b))", "matmul(transposed(g), b)"],
      ["matmul(g, transposed(b))", "matmul(transposed(g), b)"],
    ),
    each(
      "gradients-exchanged",
      [
        "return [matmul(g, transposed(b)), matmul(transposed(a), g)]",
        "return [matmul(transposed(a), g), matmul(g, transposed(b))]",
      ],
      [
        "return [matmul(g, transposed(b)), matmul(transposed(a), g)]",
        "return [matmul(transposed(a), g), matmul(g, transposed(b))]",
      ],
    ),
    each(
      "transposed-result",
      ["matmul(g, transposed(b))", "transposed(matmul(g, transposed(b)))"],
      ["matmul(g, transposed(b))", "transposed(matmul(g, transposed(b)))"],
    ),
  ],
};
