/** How pieces of a line are set off from the rest. */
export interface Paint {
  bold(text: string): string;
  faint(text: string): string;
  wrong(text: string): string;
  right(text: string): string;
  note(text: string): string;
  /** Code among words. */
  code(text: string): string;
  formula(text: string): string;
}

const code =
  (on: number, off: number) =>
  (text: string): string =>
    text === "" ? "" : `\x1b[${on}m${text}\x1b[${off}m`;

/** In the sixteen colours of every terminal, which its owner has chosen. */
export const colours: Paint = {
  bold: code(1, 22),
  faint: code(2, 22),
  wrong: code(31, 39),
  right: code(32, 39),
  note: code(33, 39),
  code: code(36, 39),
  formula: code(36, 39),
};

const same = (text: string): string => text;

/** For pipes, files and people who set NO_COLOR: nothing is said by colour alone. */
export const noColours: Paint = {
  bold: same,
  faint: same,
  wrong: same,
  right: same,
  note: same,
  code: (text) => `\`${text}\``,
  formula: same,
};
