import { format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { type Order, orders } from "./config.ts";
import type { OpErrors } from "./inside/report.ts";
import { opNames } from "./op-code.ts";
import { config, set, take } from "./store.ts";
import { arranged, cancelTable, measured, table, tableFailure, tabulate, tabulating } from "./tabulating.ts";
import { Badge } from "./verdict-panel.tsx";
import { errorText } from "./words.ts";

const columns: Readonly<Record<Order, string>> = {
  op: "∂ op",
  partial: "own partial",
  forward: "forward",
  symmetric: "symmetric",
  fivePoint: "five-point",
  richardson: "Richardson",
  ridders: "Ridders",
};

/** Every op of the table by every method: the largest or the middle error over points of its domain. */
export function TablePanel() {
  const busy = tabulating.value;
  const { seed, by, find } = config.value;
  const done = measured.value === opNames.length;
  return (
    <Panel title="Every op of the table" class="check-table">
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled={busy || done}
          onClick={() => !busy && !done && tabulate(seed)}
        >
          {measured.value > 0 && !done ? "Go on" : "Measure"}
        </button>
        <button type="button" class="button" aria-disabled={!busy} onClick={() => busy && cancelTable()}>
          Cancel
        </button>
        <progress max={opNames.length} value={measured.value} aria-label="Ops measured" />
        <span class="note" data-measured>
          {measured.value} of {opNames.length} ops
        </span>
      </div>
      {tableFailure.value && <p class="error">{tableFailure.value}</p>}
      {table.value.length > 0 && (
        <>
          <div class="row table-tools">
            <label class="setting">
              <span class="setting-name">Find an op</span>
              <input
                class="field"
                type="search"
                value={find}
                onInput={(event) => set({ find: event.currentTarget.value })}
              />
            </label>
            <Segmented
              label="Error over the points"
              options={[
                ["worst", "Largest"],
                ["median", "Median"],
              ]}
              value={by}
              onChange={(next) => set({ by: next })}
            />
          </div>
          <Rows />
        </>
      )}
      <p class="note">
        Relative errors at seeded points of each op’s domain, away from kinks, against the complex step. The
        last digits of a double are 2e−16.
      </p>
    </Panel>
  );
}

function Rows() {
  const { sort, by, find } = config.value;
  const rows = arranged(table.value, sort, by, find);
  return (
    <ScrollRegion class="op-errors" label="Measured errors">
      <table>
        <thead>
          <tr>
            {orders.map((order) => (
              <th
                key={order}
                scope="col"
                class={order === "op" ? "" : "num"}
                aria-sort={sort === order ? sortOf(order) : undefined}
              >
                <button type="button" class="sort" onClick={() => set({ sort: order })}>
                  {columns[order]}
                  <span aria-hidden="true">{sort === order ? (order === "op" ? " ▲" : " ▼") : ""}</span>
                </button>
              </th>
            ))}
            <th scope="col">Verdict</th>
            <th scope="col">Domain</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.op} ${row.arg}`} row={row} place={by === "median" ? 0 : 1} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="note">No op has “{find}” in its name.</p>}
    </ScrollRegion>
  );
}

const sortOf = (order: Order) => (order === "op" ? "ascending" : "descending");

function Row({ row, place }: { readonly row: OpErrors; readonly place: 0 | 1 }) {
  const { op, arg, domain, verdict, partial, methods } = row;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="sort" onClick={() => take({ kind: "op", op: op as never })}>
          ∂{op}/∂{arg}
        </button>
      </th>
      <td class="num">{errorText(partial)}</td>
      {orders.slice(2).map((order) => (
        <td key={order} class="num">
          {errorText(methods[order as keyof OpErrors["methods"]][place])}
        </td>
      ))}
      <td>
        <Badge verdict={verdict} />
      </td>
      <td>
        {format(domain[0])} to {format(domain[1])}
      </td>
    </tr>
  );
}
