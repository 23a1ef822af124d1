import type { Language } from "../../src/finding.ts";
import { allTopics } from "../../src/grader/grade.ts";
import { checkClass } from "../../src/run/class.ts";
import { typescript } from "../../src/subject/machine-typescript.ts";
import { loadPython } from "../../src/subject/python.ts";
import type { Grade } from "./score.ts";

/** Our grader of a language, as the exercises ask it about a whole class; its random numbers come from `seed`. */
export async function graderOf(language: Language, seed: number | string = "outgrad"): Promise<Grade> {
  const machine = language === "python" ? await loadPython() : typescript;
  return (text) => checkClass(text, machine, allTopics(machine), { seed });
}
