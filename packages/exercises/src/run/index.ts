/**
 * Checks a text of an exercise, for what runs beside it: a worker of a sandboxed page, or a process that may be ended.
 * The machine that runs the text comes from `@outgrad/exercises/typescript` or `@outgrad/exercises/python`.
 * @packageDocumentation
 */
export type { Example, Finding, Language, Report, Topic } from "../finding.js";
export { pictureOf } from "../picture/compare.js";
export type { Difference, Picture, PictureNode } from "../picture/picture.js";
export type { Machine } from "../subject/machine.js";
export type { Subject } from "../subject/subject.js";
export { exerciseOf } from "../track/track.js";
export { check } from "./check.js";
export type { CheckOptions } from "./options.js";
