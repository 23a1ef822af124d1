import { pixelSide } from "./bitmap.ts";

const most = 16;

/** A picture of 8 by 8 pixels, ink in the colour of text: one path for each level of ink. */
export function DigitPicture({
  ink,
  class: name = "",
}: {
  readonly ink: Uint8Array;
  readonly class?: string;
}) {
  const paths = new Map<number, string>();
  ink.forEach((level, i) => {
    if (level === 0) return;
    const cell = `M${i % pixelSide},${Math.floor(i / pixelSide)}h1v1h-1z`;
    paths.set(level, (paths.get(level) ?? "") + cell);
  });
  return (
    <svg
      class={`digit ${name}`}
      viewBox={`0 0 ${pixelSide} ${pixelSide}`}
      shape-rendering="crispEdges"
      aria-hidden="true"
    >
      {[...paths].map(([level, d]) => (
        <path key={level} d={d} fill="currentColor" fill-opacity={level / most} />
      ))}
    </svg>
  );
}
