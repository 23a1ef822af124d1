import { checkOptions } from "@outgrad/engine";

/** Stands for the default of an option that must be given. */
export const required = undefined as never;

/** The options, with the defaults of those that are missing or undefined. Throws for a name that has no default. */
export function completed<Options extends object>(
  where: string,
  options: Partial<Options>,
  defaults: Options,
): Options {
  checkOptions(where, options, Object.keys(defaults));
  const given = Object.entries(options).filter(([, option]) => option !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
