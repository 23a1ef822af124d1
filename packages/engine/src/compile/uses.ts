import { IMPORT } from "../segment.js";
import type { Program } from "./program.js";

/** How often each node of a program is an operand or a result: 0, 1, or 2 for more; that of one argument counts twice. */
export function usesOf({ segment, length, outputs }: Program): Uint8Array {
  const { code, first, second } = segment;
  const uses = new Uint8Array(length);
  const use = (k: number): void => {
    if ((uses[k] as number) < 2) uses[k] = (uses[k] as number) + 1;
  };
  for (let k = 0; k < length; k++) {
    if ((code[k] as number) <= IMPORT) continue;
    use(first[k] as number);
    use(second[k] as number);
  }
  outputs.forEach(use);
  return uses;
}
