/** The part of the record about the GPU as Markdown. */
export function gpuTable(record: unknown): string;
