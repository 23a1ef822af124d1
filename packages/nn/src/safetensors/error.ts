/** Says in one sentence why a file is refused. */
export class SafetensorsError extends Error {
  override readonly name = "SafetensorsError";
}

/** The error of a file that is not as the format wants it. */
export const refusal = (why: string): SafetensorsError => new SafetensorsError(`readSafetensors: ${why}.`);

/** Text of a file, as an error message quotes it: in quotes, on one line, cut where it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
