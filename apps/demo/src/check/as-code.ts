/** What is known of the function that is checked. */
interface Checked {
  readonly names: readonly string[];
  readonly x: readonly number[];
  /** Whether its gradient was worked out by hand. */
  readonly hasOwn: boolean;
  /** Whether it is written with Values. */
  readonly hasEngine: boolean;
}

/** A TypeScript program that checks the same function at the same point. */
export function asCode(code: string, { names, x, hasOwn, hasEngine }: Checked): string {
  const given = names.map((name) => JSON.stringify(name)).join(", ");
  const surface = hasEngine
    ? `const surface = (x: number[]) => f(...leavesAt(x)).item();`
    : `const surface = (x: number[]) => f(...(x as Parameters<typeof f>));`;
  const leaves = `const leavesAt = (x: number[]) => x.map((each, i) => leaf(each, names[i])) as Parameters<typeof f>;`;
  const engine = `const engine = (x: number[]) => {
  const leaves = leavesAt(x);
  f(...leaves).backward();
  return leaves.map(({ grad }) => grad);
};
console.log("the engine's gradient\\n" + checkGradient(surface, engine, point, { names }));`;
  const own = `const own = (x: number[]) => gradient(...(x as Parameters<typeof gradient>));
console.log("the gradient worked out by hand\\n" + checkGradient(surface, own, point, { names }));`;
  return [
    `import { checkGradient, richardson, ridders, symmetricDifference } from "@outgrad/gradcheck";`,
    ...(hasEngine ? [`import { value as leaf } from "@outgrad/engine";`] : []),
    code.trimEnd(),
    "",
    `const names = [${given}];`,
    `const point = [${x.join(", ")}];`,
    ...(hasEngine ? [leaves] : []),
    surface,
    ...(hasEngine ? [engine] : []),
    ...(hasOwn ? [own] : []),
    `console.log("symmetric difference", symmetricDifference(surface, point));`,
    `console.log("Richardson", richardson(surface, point));`,
    `console.log("Ridders, with error bars", ridders(surface, point));`,
    "",
  ].join("\n");
}
