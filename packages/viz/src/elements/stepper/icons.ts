import { parsed } from "../make.js";

const paths = {
  first: "M5 4.5v11M14.5 4.5 9 10l5.5 5.5",
  back: "M12.5 4.5 7 10l5.5 5.5",
  on: "M7.5 4.5 13 10l-5.5 5.5",
  last: "M15 4.5v11M5.5 4.5 11 10l-5.5 5.5",
  play: "M6 4.5v11l8.5-5.5z",
  pause: "M6.5 5v10M13 5v10",
} as const;

export type Icon = keyof typeof paths;

/** A sign of the controls; the button around it has the name. */
export function icon(name: Icon): Node {
  const fill = name === "play" ? "currentColor" : "none";
  return parsed(
    `<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="${fill}" stroke="currentColor" ` +
      `stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"><path d="${paths[name]}"/></svg>`,
  );
}
