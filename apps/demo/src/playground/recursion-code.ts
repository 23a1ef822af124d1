/** Names that the recursion takes for itself at the top of a program. */
export const recursionNames = ["opOf", "send", "sent"] as const;

export const recursionImport = 'import { opOf } from "@outgrad/ops";';

/** Lines that pass gradients on in the order that is wrong, as the screen does, and print those of the leaves. */
export function recursionCode(root: string, leaves: readonly (readonly [string, string])[], passes: number) {
  const total = (variable: string) => {
    const one = `(sent.get(${variable}.id) ?? 0)`;
    return Array.from({ length: passes }, () => one).join(" + ");
  };
  return [
    "",
    "// The wrong order, which the screen shows: each value sends what it holds to its inputs, and they send on",
    "// at once, though more may still come for them. backward() above waits until a gradient is finished.",
    `const sent = new Map<number, number>([[${root}.id, 1]]);`,
    "function send(node: Value): void {",
    '  if (node.op === "") return;',
    "  const { partials } = opOf(node.op);",
    "  const numbers = [...node.inputs.map((input) => input.data), ...node.params, node.data];",
    "  const upstream = sent.get(node.id) ?? 0;",
    "  for (const [i, input] of node.inputs.entries()) {",
    "    sent.set(input.id, (sent.get(input.id) ?? 0) + upstream * (partials[i]?.(...numbers) ?? 0));",
    "  }",
    "  for (const input of new Map(node.inputs.map((each) => [each.id, each])).values()) send(input);",
    "}",
    `send(${root});`,
    ...leaves.map(
      ([leaf, variable]) =>
        `console.log(${JSON.stringify(`gradient of ${leaf} in the wrong order`)}, ${total(variable)});`,
    ),
  ];
}
