/** A name as Python writes it: inProjWeight is in_proj_weight. */
export const snakeCase = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z]+)/g, (_, before, capitals) => `${before}_${capitals.toLowerCase()}`);
