/** Quotient and remainder of whole numbers, exact: in the language of the GPU, which has integers. */
export const wholeNumbersGlsl = [
  { name: "og_div", source: "int og_div(int a, int b) { return a / b; }" },
  { name: "og_mod", source: "int og_mod(int a, int b) { return a - (a / b) * b; }" },
].map((native) => ({
  ...native,
  argumentTypes: { a: "Integer", b: "Integer" },
  returnType: "Integer",
}));

/** The same in JavaScript, for gpu.js's own CPU. */
export const wholeNumbersJs = [
  "function og_div(a, b) { return Math.floor(a / b); }",
  "function og_mod(a, b) { return a - Math.floor(a / b) * b; }",
].map((source) => ({
  source,
  settings: { argumentTypes: { a: "Integer", b: "Integer" }, returnType: "Integer" },
}));
