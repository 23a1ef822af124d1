import type { Picture, PictureNode } from "@outgrad/exercises/check";
import "@outgrad/viz/elements";
import { useMemo } from "preact/hooks";
import { Panel } from "../ui/panel.tsx";
import { storyOf } from "./story-of.ts";
import { differenceInWords } from "./words.ts";

/** The learner's graph beside the right one, with the first edge at which they part. */
export function GraphsPanel({ picture }: { readonly picture: Picture }) {
  const { program, right, own, difference } = picture;
  return (
    <Panel title="Your graph beside the right one" class="graphs">
      <p data-difference={difference?.kind ?? "none"} class={difference ? "bad" : "good"}>
        <span aria-hidden="true">{difference ? "✗ " : "✓ "}</span>
        {differenceInWords(picture)}
      </p>
      <pre class="program">{program}</pre>
      <div class="graph-pair">
        <Graph title="Yours" nodes={own} difference={difference} />
        <Graph title="The right one" nodes={right} difference={null} />
      </div>
    </Panel>
  );
}

interface GraphProps {
  readonly title: string;
  readonly nodes: readonly PictureNode[];
  readonly difference: Picture["difference"];
}

function Graph({ title, nodes, difference }: GraphProps) {
  const story = useMemo(() => storyOf(nodes), [nodes]);
  const marked = difference?.index === undefined ? null : { to: difference.to + 1, index: difference.index };
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <og-graph class="og-page" direction="TB" story={story} marked={marked} group="value" />
    </figure>
  );
}
