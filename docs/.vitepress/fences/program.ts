import { expression, type Value, value } from "@outgrad/engine";

/** A fence's lines like `e = a * b`, and the leaves given by a line `at a = 2, b = -3`. */
function read(source: string) {
  const lines = source.trim().split("\n");
  const given = lines.find((line) => line.startsWith("at ")) ?? "at ";
  const leaves = given
    .slice(3)
    .split(",")
    .map((leaf) => leaf.split("=").map((part) => part.trim()) as [string, string]);
  const program = expression(lines.filter((line) => line !== given && !words.has(line)).join("\n"));
  return { program, leaves };
}

const words = new Set(["backward", "slope"]);

export const isBackward = (source: string): boolean => source.startsWith("backward\n");

/** The result of a fence's expression; after `backward()` where its first line says so. */
export function evaluate(source: string): Value {
  const { program, leaves } = read(source);
  const result = program(Object.fromEntries(leaves.map(([name, data]) => [name, Number(data)])));
  if (isBackward(source)) result.backward();
  return result;
}

/** An expression of one leaf as a function of numbers, with what is written behind its name. */
export function curve(source: string) {
  const { program, leaves } = read(source);
  const [[name, given]] = leaves as [[string, string]];
  const at = (x: number) => {
    const leaf = value(x, name);
    const result = program({ [name]: leaf });
    result.backward();
    return { y: result.data, slope: leaf.grad };
  };
  return { name, given, at };
}
