import { programs } from "../generated/intrinsics/programs.js";

/** An intrinsic as it is written: the names of its arguments, and its lines. */
export interface ProgramText {
  readonly args: readonly string[];
  readonly program: string;
}

const texts = new Map<string, ProgramText>();

/** The program of an intrinsic; undefined if there is none of that name. */
export function programOf(name: string): ProgramText | undefined {
  if (texts.size === 0) {
    for (const block of programs.trim().split("\n\n")) {
      const [head, ...lines] = block.split("\n") as [string, ...string[]];
      const [intrinsic, ...args] = head.split(" ") as [string, ...string[]];
      texts.set(intrinsic, { args, program: lines.join("\n") });
    }
  }
  return texts.get(name);
}
