const paths = {
  first: "M5 4.5v11M14.5 4.5 9 10l5.5 5.5",
  back: "M12.5 4.5 7 10l5.5 5.5",
  on: "M7.5 4.5 13 10l-5.5 5.5",
  last: "M15 4.5v11M5.5 4.5 11 10l-5.5 5.5",
  play: "M6 4.5v11l8.5-5.5z",
  pause: "M6 4.5h2.6v11H6zM11.4 4.5H14v11h-2.6z",
  reset: "M4.5 4.5v4h4M4.9 8.5a5.8 5.8 0 1 1-.6 3.4",
  step: "M4.5 4.5v11l7-5.5zM14.5 4.5v11",
} as const;

const outlined = new Set<keyof typeof paths>(["first", "back", "on", "last", "reset"]);

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
