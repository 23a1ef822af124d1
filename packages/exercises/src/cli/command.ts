import { parseArgs } from "node:util";
import type { Language } from "../finding.js";
import { Complaint } from "./complaint.js";

/** How a person starts this program. */
export const spelled = "npx @outgrad/exercises";

/** What a person asked for. */
export type Command =
  | {
      readonly name: "init";
      readonly folder: string | undefined;
      readonly language: Language | undefined;
      readonly from: string | undefined;
    }
  | { readonly name: "watch"; readonly folder: string | undefined }
  | { readonly name: "check" | "hint" | "reset"; readonly what: string | undefined; readonly json: boolean }
  | { readonly name: "list"; readonly json: boolean }
  | { readonly name: "help" }
  | { readonly name: "version" };

/** What `--help` says. */
export const help = `Exercises from a first derivative to tensors. The grader names what is wrong with your own code, and where.

${spelled} <command>

  init [folder]       makes a folder with the exercises, and says how to go on
    --typescript      in TypeScript, which it is unless you say otherwise
    --python          in Python
    --from <file>     goes on from the progress that the lab on the web has exported
  watch [folder]      checks the current exercise each time you save it
  check [what]        checks once: a file, an exercise by its number or name, or all
  list                the exercises, and which of them you have passed
  hint [exercise]     the next hint for an exercise; for the current one unless you name another
  reset <exercise>    begins an exercise anew; your text is kept beside it

  --json              check and list: as data, for programs
  --help, --version

check ends with code 0 if all that it checked has passed, with 1 if not, and with 2 if it could not check.
`;

/** Reads the words after the program's name. */
export function commandOf(words: readonly string[]): Command {
  const { values, positionals } = parse(words);
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const [name = "help", what, ...more] = positionals;
  if (more.length > 0)
    throw new Complaint(`${name} takes one word at most; there is also "${more.join(" ")}".`);
  for (const [option, owners] of Object.entries(ownersOf)) {
    if (option in values && !owners.includes(name)) throw new Complaint(`${name} has no option --${option}.`);
  }
  switch (name) {
    case "init":
      if (values.python && values.typescript)
        throw new Complaint("init: choose --typescript or --python, not both.");
      return {
        name,
        folder: what,
        language: values.python ? "python" : values.typescript ? "typescript" : undefined,
        from: values.from,
      };
    case "watch":
      return { name, folder: what };
    case "check":
    case "hint":
    case "reset":
      return { name, what, json: values.json ?? false };
    case "list":
      if (what !== undefined) throw new Complaint(`list takes no word after it; there is "${what}".`);
      return { name, json: values.json ?? false };
    case "help":
      return { name };
    default:
      throw new Complaint(
        `There is no command "${name}". There are init, watch, check, list, hint and reset; --help explains them.`,
      );
  }
}

/** Which commands an option belongs to. */
const ownersOf: Readonly<Record<string, readonly string[]>> = {
  python: ["init"],
  typescript: ["init"],
  from: ["init"],
  json: ["check", "list"],
};

function parse(words: readonly string[]) {
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        python: flag,
        typescript: flag,
        from: { type: "string" },
        json: flag,
        help: { ...flag, short: "h" },
        version: { ...flag, short: "v" },
      },
    });
  } catch (error) {
    // Node's own sentence, up to where it explains how to pass a word that begins with a dash.
    const [sentence = ""] = (error as Error).message.split(/\. (?=To specify)/);
    throw new Complaint(`${sentence.replace(/\.$/, "")}. --help lists the options.`);
  }
}
