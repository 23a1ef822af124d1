import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import { pointed } from "./source.ts";
import { position, told } from "./told.ts";

/** The same story as the graph, as a table: a row for each node, in the order of computation. */
export function TapePanel() {
  return (
    <Panel title={<Term word="tape">Tape</Term>} class="tape">
      <og-tape
        story={told.value}
        position={position.value}
        pointed={pointed.value}
        onog-point={({ detail }) => {
          pointed.value = detail.id;
        }}
      />
    </Panel>
  );
}
