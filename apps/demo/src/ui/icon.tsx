const paths = {
  first: "M5 4v12M16 4.5v11L7.5 10z",
  back: "M14 4.5v11L5.5 10z",
  on: "M6 4.5v11l8.5-5.5z",
  last: "M15 4v12M4 4.5v11l8.5-5.5z",
  play: "M6 4.5v11l8.5-5.5z",
  pause: "M6 4.5h2.6v11H6zM11.4 4.5H14v11h-2.6z",
  reset: "M4.5 4.5v4h4M4.9 8.5a5.8 5.8 0 1 1-.6 3.4",
  step: "M4.5 4.5v11l7-5.5zM14.5 4.5v11",
} as const;

const outlined = new Set<keyof typeof paths>(["reset"]);

/** A sign of the controls; the button around it has the name. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg
      class="icon-sign"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      aria-hidden="true"
      fill={outlined.has(name) ? "none" : "currentColor"}
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linejoin="round"
      stroke-linecap="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
