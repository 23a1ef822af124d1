import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../finding.js";
import { exercises } from "../track/track.js";
import { spelled } from "./command.js";

const names: Readonly<Record<Language, string>> = { typescript: "TypeScript", python: "Python" };

const readme = (language: Language): string => `# Exercises: build your own autograd, in ${names[language]}

    ${spelled} watch

says what to do, checks your file each time you save it, and names what is wrong and where. Open the file that it names in
the editor that you like. Each exercise has a file of its own, written when you reach it; one that goes on from another
begins with your own text.

Keys in the terminal: h for a hint, w for one about what is wrong first, s for the solution (once you have passed or seen
three hints), n for the next exercise, l for the list, q to quit. Your progress is in \`.outgrad-exercises.json\`; the exercise lab on the web reads it too.

${exercises.map(({ number, title }) => `${number}. ${title}`).join("\n")}
`;

/** Lets editors see each file for itself: all of them define a class with the same name. */
const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "module": "esnext",
    "moduleDetection": "force",
    "noEmit": true,
    "types": []
  }
}
`;

/** What a new folder holds besides the exercises. */
export function furnish(folder: string, language: Language): void {
  writeFileSync(join(folder, "README.md"), readme(language));
  if (language === "typescript") writeFileSync(join(folder, "tsconfig.json"), tsconfig);
}
