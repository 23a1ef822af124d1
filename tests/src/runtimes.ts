import { join } from "node:path";
import { root } from "./files.ts";
import { run } from "./registry.ts";

const folder = join(root, "tests/runtimes");
const here = `${process.platform}-${process.arch}`;

/** What runs JavaScript outside a page: how to run a file with it, and where npm puts its program. */
export const runtimes = [
  { name: "Node 20.19, the oldest that the packages promise", program: "node-20/bin/node", args: [] },
  { name: "Node 22.12, the oldest of 22", program: "node-22/bin/node", args: [] },
  { name: "Node 24", program: "node-24/bin/node", args: [] },
  {
    name: "Deno",
    program: "@deno/linux-x64-glibc/deno",
    args: ["run", "--allow-all", "--cached-only", "--node-modules-dir=manual"],
  },
  { name: "Bun", program: "@oven/bun-linux-x64/bin/bun", args: ["run"] },
] as const;

export const notHere =
  here === "linux-x64" ? undefined : `npm has them for linux-x64 here, and this machine is ${here}.`;

/** What a file prints. */
export function runWith(
  { program, args }: (typeof runtimes)[number],
  cwd: string,
  file: string,
): Promise<string> {
  return run(cwd, join(folder, "node_modules", program), ...args, file);
}
