/** Options as TypeScript writes them: "lr: 0.1, momentum: 0.9". */
export const entries = (options: object): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

/** Options as Python writes them: "lr=0.1, weight_decay=0.01". */
export const keywords = (options: object): string =>
  Object.entries(options)
    .map(([name, value]) => `${pythonName(name)}=${pythonValue(value)}`)
    .join(", ");

const pythonName = (name: string): string =>
  name === "tMax" ? "T_max" : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const pythonValue = (value: unknown): string =>
  value === true ? "True" : value === false ? "False" : String(value);
