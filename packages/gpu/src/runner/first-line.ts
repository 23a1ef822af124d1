/** The first line of a driver's message, without its full stop. */
export const firstLine = (message: string): string =>
  (message.split("\n")[0] ?? "").trim().replace(/\.$/, "");
