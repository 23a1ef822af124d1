import type { Words } from "../words.js";

/** The component of a gradient that a finding is about: df/da. */
export const slope = (w: Words): string => `df/d${w.detail("of")}`;

/** What it is and what it has to be; empty without numbers. */
export const numbers = (w: Words): string =>
  w.finding.seen === undefined || w.finding.wanted === undefined
    ? ""
    : ` For ${w.example} it is ${w.seen} instead of ${w.wanted}.`;
