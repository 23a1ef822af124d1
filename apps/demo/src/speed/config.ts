import { integer, oneOf, readFields, writeFields } from "../state/fields.ts";
import { type ProgramName, programNames, programs, usualSize } from "./programs.ts";

/** What is raced. */
export interface Config {
  readonly program: ProgramName;
  readonly size: number;
}

const largest = Math.max(...Object.values(programs).flatMap(({ sizes }) => sizes));
const fields = { program: oneOf(programNames, "moons"), size: integer(0, 0, largest) };

/** The program that an address stands for; nonsense, and a size that is not to be chosen, take the usual one. */
export function readConfig(query: URLSearchParams): Config {
  const { program, size } = readFields(fields, query);
  return { program, size: programs[program].sizes.includes(size) ? size : usualSize(programs[program]) };
}

export function writeConfig({ program, size }: Config): URLSearchParams {
  return writeFields(fields, { program, size: size === usualSize(programs[program]) ? 0 : size });
}
