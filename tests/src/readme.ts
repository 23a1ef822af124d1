import { join } from "node:path";
import { rolldown } from "rolldown";
import { instrument } from "./claims.ts";
import type { Consumer } from "./consumer.ts";
import { packages, read, root } from "./files.ts";
import { blocks } from "./snippets.ts";

/** Too large to be installed anew; its block is run in the workspace. */
const tooLarge = "webgpu";

/** The README of one package, as a stranger follows it who has nothing else. */
export class Readme {
  readonly #path: string;
  readonly #text: string;

  constructor(name: string) {
    this.#path = join(packages.find((found) => found.name === name)?.folder ?? "", "README.md");
    this.#text = read(this.#path);
  }

  /** What it says to install. */
  get installs(): string[] {
    return this.#text.match(/^npm install (.+)$/m)?.[1]?.split(" ") ?? [];
  }

  /**
   * Compiles and runs its blocks in a project that has installed what it says; gives back what the compiler complains of
   * and what does not print what it claims.
   */
  async follow(consumer: Consumer): Promise<string> {
    const examples = blocks(this.#path, this.#text)
      .filter(({ code }) => !code.includes(`from "${tooLarge}"`))
      .map((snippet, i) => ({ snippet, ...instrument(snippet), file: `block-${i}` }));
    const recorder =
      "declare const recorder: { print(line: number, ...values: unknown[]): void; throws(line: number, run: () => unknown): void }; ";
    for (const { file, code } of examples) consumer.write(`${file}.mts`, `${recorder}${code}\nexport {};\n`);
    const files = examples.map(({ file }) => `${file}.mts`);
    const complaints = await consumer.typeCheck("nodenext", files, "--lib", "es2023,dom", "--types", "");
    if (complaints !== "") return complaints;
    consumer.write("claims.mjs", await bundled("tests/src/claims.ts"));
    consumer.write(
      "follow.mjs",
      `import { disagreements, Recorder } from "./claims.mjs";
for (const { snippet, claims, file } of ${JSON.stringify(examples)}) {
  globalThis.recorder = new Recorder();
  await import("./" + file + ".mjs");
  for (const line of disagreements(snippet, claims, recorder)) console.log(snippet.at + ": " + line);
}
console.log(${examples.length} + " blocks followed");
`,
    );
    return consumer.run("follow.mjs");
  }
}

/** A file of this repository as plain JavaScript. */
async function bundled(file: string): Promise<string> {
  const bundle = await rolldown({ input: join(root, file), platform: "node" });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  return output[0].code;
}
