import type { ComponentChildren } from "preact";

interface FigureProps {
  readonly name: ComponentChildren;
  readonly id: string;
  readonly value: string;
  readonly children?: ComponentChildren;
}

/** One number of a run, under its name. */
export function Figure({ name, id, value, children }: FigureProps) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd data-figure={id}>{value}</dd>
      {children && <dd>{children}</dd>}
    </div>
  );
}
