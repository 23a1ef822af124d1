/** A copy of options whose lists are copies too, so that nobody changes them unchecked. */
export const copyOptions = <Options extends object>(options: Options): Options =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, Array.isArray(option) ? option.slice() : option]),
  ) as Options;
