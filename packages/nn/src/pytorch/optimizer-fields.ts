/** What each optimiser of PyTorch remembers of a parameter, and the array that has it here. */
export const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SGD: { momentum_buffer: "velocity" },
  Adam: { exp_avg: "mean", exp_avg_sq: "square", max_exp_avg_sq: "maxSquare" },
  AdamW: { exp_avg: "mean", exp_avg_sq: "square", max_exp_avg_sq: "maxSquare" },
  NAdam: { mu_product: "product", exp_avg: "mean", exp_avg_sq: "square" },
  RAdam: { exp_avg: "mean", exp_avg_sq: "square" },
  RMSprop: { square_avg: "square", grad_avg: "mean", momentum_buffer: "velocity" },
  Adagrad: { sum: "sum" },
  Adadelta: { square_avg: "square", acc_delta: "change" },
};

/** What is one number there, and one for each number of the parameter here. */
export const singles: ReadonlySet<string> = new Set(["mu_product"]);
