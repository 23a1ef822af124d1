import { format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import { namingOf } from "./names.ts";
import { circuit, moment, pointed } from "./state.ts";

/** The same story as the graph, as a table: a row for each node, in the order of computation. */
export function TapePanel() {
  const { tape } = circuit.value;
  const { known, grads, current, step } = moment.value;
  const names = namingOf(circuit.value);
  const receiving = new Set(step?.contributions.map(({ input }) => input));
  return (
    <Panel title={<Term word="tape">Tape</Term>} class="tape">
      <div class="scroll-x tape-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Computed as</th>
              <th scope="col" class="num">
                Value
              </th>
              <th scope="col" class="num">
                <Term word="gradient">Gradient</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {tape.map(({ id, data }, place) => {
              const { name, made } = names.get(id) ?? { name: "", made: "" };
              const classes = [
                current?.id === id && "current",
                receiving.has(id) && "receiving",
                pointed.value === place && "pointed",
                known.has(id) && !Number.isFinite(data) && "not-finite",
                !Number.isFinite(grads.get(id) ?? 0) && "grad-not-finite",
              ];
              return (
                <tr
                  key={place}
                  class={classes.filter(Boolean).join(" ")}
                  onMouseEnter={() => {
                    pointed.value = place;
                  }}
                  onMouseLeave={() => {
                    pointed.value = null;
                  }}
                >
                  <th scope="row">{name}</th>
                  <td class="made">{made}</td>
                  <td class="num data">{known.has(id) ? format(data) : ""}</td>
                  <td class="num grad">{grads.has(id) ? format(grads.get(id) as number) : ""}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
