import type { Language, Topic } from "../finding.js";
import { sources } from "../generated/track.js";
import type { Chapter, Exercise, Hint, InBoth } from "./exercise.js";
import { inLanguage } from "./in-language.js";
import { weave } from "./weave.js";

type Id = keyof typeof sources;

interface Source {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly hints: readonly string[];
  readonly starter: InBoth;
  readonly solution: InBoth;
}

const sourceOf = ({ id }: Exercise): Source => sources[id as Id];

const plan: readonly (readonly [Id, Chapter, buildsOn: Id | undefined, topics: string])[] = [
  ["analytic-gradient", "derivatives", undefined, "gradient"],
  ["numerical-gradient", "derivatives", undefined, "numerical"],
  ["symmetric-gradient", "derivatives", undefined, "symmetric"],
  ["add-mul", "value", undefined, "add mul"],
  ["arithmetic", "value", "add-mul", "radd rmul pow neg sub rsub div rdiv"],
  ["exp-log-tanh", "value", "arithmetic", "exp log tanh"],
  ["backward", "value", "exp-log-tanh", "backward"],
  ["softmax-nll", "value", "backward", "softmax nll"],
  ["agreement", "value", "softmax-nll", "agrees"],
  ["neuron", "nets", "backward", "Neuron"],
  ["layer", "nets", "neuron", "Layer"],
  ["mlp", "nets", "layer", "MLP"],
  ["loss", "nets", "mlp", "mse"],
  ["loop", "nets", "loss", "train"],
  ["own-op", "nets", "backward", "legendre"],
  ["broadcast", "tensors", undefined, "addRow addRowGrad"],
  ["sum", "tensors", undefined, "sumRows sumRowsGrad"],
  ["matmul", "tensors", undefined, "matmul matmulGrad"],
  ["softmax-rows", "tensors", undefined, "softmaxRows softmaxRowsGrad"],
  ["cross-entropy", "tensors", "softmax-rows", "crossEntropy crossEntropyGrad"],
];

/** The track, in its order: from a derivative on paper to the gradient of a classifier. */
export const exercises: readonly Exercise[] = plan.map(([id, chapter, buildsOn, topics]) => ({
  id,
  number: sources[id].number,
  title: sources[id].title,
  chapter,
  ...(buildsOn && { buildsOn }),
  topics: topics.split(" "),
}));

/** The exercise with this id; undefined for any other string. */
export function exerciseOf(id: string): Exercise | undefined {
  return exercises.find((exercise) => exercise.id === id);
}

/** What is to be written in this language. In TypeScript no number stands on the left of a Value it is added to. */
export function topicsOf({ topics }: Exercise, language: Language): readonly Topic[] {
  return language === "python" ? topics : topics.filter((topic) => topic !== "radd" && topic !== "rmul");
}

/** What is to be done, in markdown with formulas between dollar signs, as readers of this language see it. */
export function textOf(exercise: Exercise, language: Language): string {
  return inLanguage(sourceOf(exercise).text, language);
}

/** A question, then a rule, then a line of code. */
export function hintsOf(exercise: Exercise, language: Language): readonly Hint[] {
  const [question, rule, line] = sourceOf(exercise).hints.map((hint) => inLanguage(hint, language));
  return [
    { kind: "question", text: question as string },
    { kind: "rule", text: rule as string },
    { kind: "line", text: line as string },
  ];
}

/**
 * What a learner begins an exercise with: their last text of the exercise that it builds on, with the new parts to fill
 * in. Without such a text it goes on from that exercise's solution.
 */
export function startOf(exercise: Exercise, language: Language, previous?: string): string {
  return extended(exercise, language, sourceOf(exercise).starter[language], previous);
}

/** A text that passes: the learner's own text goes on into it if one is given, as in `startOf`. */
export function solutionOf(exercise: Exercise, language: Language, previous?: string): string {
  return extended(exercise, language, sourceOf(exercise).solution[language], previous);
}

function extended({ buildsOn }: Exercise, language: Language, part: string, previous?: string): string {
  const before = exerciseOf(buildsOn ?? "");
  if (!before) return part;
  return weave(previous ?? solutionOf(before, language), part, language);
}
