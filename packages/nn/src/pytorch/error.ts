/** Says in one sentence why a file is refused. */
export class PytorchError extends Error {
  override readonly name = "PytorchError";
}

/** The error of a file that is damaged, or that holds more than data. */
export const refusal = (why: string): PytorchError => new PytorchError(`readPytorch: ${why}.`);
