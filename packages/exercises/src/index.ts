/**
 * Exercises from a first derivative to tensors, and a grader that names what is wrong with a learner's own class.
 * @packageDocumentation
 */

export { helpOf, ladderOf, sentenceOf, titleOf } from "./catalogue/index.js";
export type { Example, Finding, Language, Report, Topic } from "./finding.js";
export { type GradeOptions, grade } from "./grader/grade.js";
export type { Refusal, Subject } from "./subject/subject.js";
export { typescriptSubject } from "./subject/typescript.js";
