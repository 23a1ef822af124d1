import { each, type Mistakes, ts } from "./mistake.js";

/** Mistakes with softmax and cross-entropy of tables. */
export const classifiers: Mistakes = {
  "softmax-rows": [
    each("overflow", ["Math.exp(each - largest)", "Math.exp(each)"], ["exp(each - largest)", "exp(each)"]),
    each("not-normalised", ["count / total", "count"], ["count / total", "count"]),
    each(
      "diagonal-only",
      ["each * (g[r][i] - mean)", "each * (1 - each) * g[r][i]"],
      ["each * (slope - mean)", "each * (1 - each) * slope"],
    ),
    each(
      "others-forgotten",
      ["each * (g[r][i] - mean)", "each * g[r][i]"],
      ["each * (slope - mean)", "each * slope"],
    ),
    each(
      "upstream-unweighted",
      ["sum + each * g[r][i]", "sum + g[r][i]"],
      ["sum(each * slope for", "sum(slope for"],
    ),
    each(
      "p-forgotten",
      ["each * (g[r][i] - mean)", "g[r][i] - mean"],
      ["each * (slope - mean)", "slope - mean"],
    ),
    each("gradient-sign", ["(g[r][i] - mean)", "(mean - g[r][i])"], ["(slope - mean)", "(mean - slope)"]),
    each("plus-for-minus", ["(g[r][i] - mean)", "(g[r][i] + mean)"], ["(slope - mean)", "(slope + mean)"]),
    each(
      "whole-table",
      [
        "const total = counts.reduce((sum, count) => sum + count, 0);",
        "const total = x.flat().reduce((sum, each) => sum + Math.exp(each - largest), 0);",
      ],
      ["total = sum(counts)", "total = sum(exp(each - largest) for other in x for each in other)"],
    ),
    ts("log-of-softmax", "count / total", "Math.log(count / total)"),
  ],
  "cross-entropy": [
    each(
      "mean-forgotten",
      [
        "losses.reduce((sum, loss) => sum + loss, 0) / labels.length",
        "losses.reduce((sum, loss) => sum + loss, 0)",
      ],
      ["sum(losses) / len(losses)", "sum(losses)"],
    ),
    each(
      "loss-sign",
      [
        "losses.reduce((sum, loss) => sum + loss, 0) / labels.length",
        "-losses.reduce((sum, loss) => sum + loss, 0) / labels.length",
      ],
      ["sum(losses) / len(losses)", "-sum(losses) / len(losses)"],
    ),
    each("label-shifted", ["row[labels[i]]", "row[labels[i] - 1]"], ["row[label])", "row[label - 1])"]),
    each("label-ignored", ["row[labels[i]]", "row[0]"], ["row[label])", "row[0])"]),
    each(
      "softmax-forgotten",
      ["return Math.log(total) + largest - row[labels[i]]", "return -row[labels[i]]"],
      ["log(total) + largest - row[label]", "-row[label]"],
    ),
    each(
      "overflow",
      [
        "Math.exp(each - largest), 0);\n    return Math.log(total) + largest - row",
        "Math.exp(each), 0);\n    return Math.log(total) - row",
      ],
      [
        "exp(each - largest) for each in row)\n    losses.append(log(total) + largest - row",
        "exp(each) for each in row)\n    losses.append(log(total) - row",
      ],
    ),
    each(
      "mean-forgotten",
      ["(each - (j === labels[i] ? 1 : 0)) / labels.length", "each - (j === labels[i] ? 1 : 0)"],
      ["(each - (1 if j == label else 0)) / len(labels)", "each - (1 if j == label else 0)"],
    ),
    each(
      "gradient-sign",
      ["(each - (j === labels[i] ? 1 : 0))", "((j === labels[i] ? 1 : 0) - each)"],
      ["(each - (1 if j == label else 0))", "((1 if j == label else 0) - each)"],
    ),
    each(
      "truth-forgotten",
      ["(each - (j === labels[i] ? 1 : 0))", "each"],
      ["(each - (1 if j == label else 0))", "each"],
    ),
    each(
      "label-only",
      ["(each - (j === labels[i] ? 1 : 0))", "(j === labels[i] ? each - 1 : 0)"],
      ["(each - (1 if j == label else 0))", "(each - 1 if j == label else 0)"],
    ),
    each(
      "mean-over-classes",
      ["? 1 : 0)) / labels.length", "? 1 : 0)) / row.length"],
      ["else 0)) / len(labels)", "else 0)) / len(row)"],
    ),
    each(
      "softmax-forgotten",
      ["const p = softmaxRows(logits)", "const p = logits"],
      ["p = softmax_rows(logits)", "p = logits"],
    ),
  ],
};
