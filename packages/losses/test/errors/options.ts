import { names, of, type Row, signs } from "./row.js";

/** Operands that every loss with options takes. */
export const good: Readonly<Record<string, () => unknown[]>> = {
  ...Object.fromEntries(Object.keys(names).map((name) => [name, () => [of(2), signs(2)]])),
  gaussianNll: () => [of(2), of(2), of(2)],
  maxMargin: () => [of(2), signs(2)],
  nll: () => [of(2, 3), [0, 1]],
  crossEntropy: () => [of(2, 3), [0, 1]],
  multiMargin: () => [of(2, 3), [0, 1]],
  cosineSimilarity: () => [of(2, 3), of(2, 3)],
  cosineEmbedding: () => [of(2, 3), of(2, 3), signs(2)],
  tripletMargin: () => [of(2, 3), of(2, 3), of(2, 3)],
};
const options = Object.entries(good).flatMap<Row>(([name, operands]) => [
  [name, [...operands(), { colour: 1 }], `${name}: there is no option "colour".`],
  [name, [...operands(), "sum"], `${name}: expected an object with options, such as {`],
  ...(name === "cosineSimilarity"
    ? []
    : [
        [
          name,
          [...operands(), { reducton: "sum" }],
          `${name}: there is no option "reducton"; did you mean "reduction"?`,
        ] satisfies Row,
      ]),
]);
const flags = [
  ["gaussianNll", "full"],
  ["poissonNll", "full"],
  ["poissonNll", "logInput"],
  ["tripletMargin", "swap"],
  ["klDiv", "logTarget"],
].map(
  ([name = "", flag = ""]): Row => [
    name,
    [...(good[name]?.() ?? []), { [flag]: 1 }],
    `${name}: ${flag} must be true or false, got 1.`,
  ],
);

/** Options that nobody reads, and what is no object of options. */
export const optionErrors: readonly Row[] = [...options, ...flags];
