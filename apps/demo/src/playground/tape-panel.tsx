import { format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import { moment, pointed, told } from "./state.ts";

/** The same story as the graph, as a table: a row for each node, in the order of computation. */
export function TapePanel() {
  const { tape, name, made } = told.value;
  const { known, grads, current, step } = moment.value;
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
            {tape.map(({ id, data }) => {
              const classes = [
                current?.id === id && "current",
                receiving.has(id) && "receiving",
                pointed.value === id && "pointed",
                known.has(id) && !Number.isFinite(data) && "not-finite",
                !Number.isFinite(grads.get(id) ?? 0) && "grad-not-finite",
              ];
              return (
                <tr
                  key={id}
                  class={classes.filter(Boolean).join(" ")}
                  onMouseEnter={() => {
                    pointed.value = id;
                  }}
                  onMouseLeave={() => {
                    pointed.value = null;
                  }}
                >
                  <th scope="row">{name(id)}</th>
                  <td class="made">{made(id)}</td>
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
