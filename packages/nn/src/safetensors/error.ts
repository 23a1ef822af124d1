/** Says in one sentence why a file is refused. */
export class SafetensorsError extends Error {
  override readonly name = "SafetensorsError";
}

/** The error of a file that is not as the format wants it. */
export const refusal = (why: string): SafetensorsError => new SafetensorsError(`readSafetensors: ${why}.`);
