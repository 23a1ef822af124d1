import { type OpName, opOf, ops } from "@outgrad/ops";

/** The ops that can be chosen, by name. */
export const opNames = Object.keys(ops).sort() as OpName[];

/** An op as a function to check, over its own domain. */
export function opCode(name: OpName): string {
  const { args, domain } = opOf(name);
  const called = args.includes(name) ? "op" : name;
  const imported = called === name ? name : `${name} as ${called}`;
  return `import { ${imported}, type Value } from "@outgrad/engine";

export const f = (${args.map((arg) => `${arg}: Value`).join(", ")}) => ${called}(${args.join(", ")});

// Where to look, for each input.
export const range = [${domain.map(([low, high]) => `[${low}, ${high}]`).join(", ")}];
`;
}
