import { join } from "node:path";
import { read, root } from "./files.ts";

/** A claim of docs/security.md, with the tests that show it. */
export interface Threat {
  readonly asset: string;
  readonly attacker: string;
  readonly claim: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

/** The rows of the table of threats. */
export function threats(): Threat[] {
  const [, table = ""] = read(join(root, "docs/security.md")).split("<!-- threats:");
  return [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| (`[^|]+) \|$/gm)].map(
    ([, asset = "", attacker = "", claim = "", shown = ""]) => ({
      asset,
      attacker,
      claim,
      tests: testsIn(shown),
    }),
  );
}

/** "`file`: a name; another name; `other file`: a name". */
function testsIn(shown: string): Threat["tests"] {
  return shown.split(/(?=`[\w/.-]+\.ts`: )/).flatMap((part) => {
    const [, file = "", names = ""] = /^`([^`]+)`: (.+?)(?:; )?$/.exec(part) ?? [];
    return names.split("; ").map((name) => ({ file, name }));
  });
}
