import { times } from "../measure/ratio-words.ts";
import { Panel } from "../ui/panel.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { Bars } from "./bars.tsx";
import { pathNames, pathReasons, paths } from "./paths.ts";
import type { Row } from "./race.ts";
import { measuring } from "./store.ts";
import { isTimed, paysOff, sameText } from "./words.ts";

const nothingYet: readonly Row[] = paths.map((path) => ({
  path,
  ratio: undefined,
  distance: 0,
  startup: undefined,
}));

/** The ratios, as bars and as numbers. */
export function Results() {
  const race = measuring.result.value;
  const rows = race?.rows.length ? race.rows : nothingYet;
  const rounds = race?.rounds ?? 0;
  return (
    <Panel title="Steps in the time that eager takes for one" class="race-panel">
      <Bars rows={rows} />
      <p class="note">
        {rounds === 0
          ? "Nothing measured yet. Every number here is a ratio, measured on this machine."
          : `The median of ${rounds} ${rounds === 1 ? "round" : "rounds"} in which all ran in turn; the whisker holds the middle half of them. Other work on this machine moves them.`}
      </p>
      <ScrollRegion label="The ratios as a table">
        <table class="race-table">
          <thead>
            <tr>
              <th scope="col">Path</th>
              <th scope="col" class="num">
                Steps to eager's one
              </th>
              <th scope="col" class="num">
                Middle half
              </th>
              <th scope="col">Numbers</th>
              <th scope="col" class="num">
                Pays off after
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.path} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}

function TableRow({ row }: { readonly row: Row }) {
  if (!isTimed(row)) {
    return (
      <tr>
        <th scope="row">{pathNames[row.path]}</th>
        <td colSpan={4}>Not here: {row.failure}</td>
      </tr>
    );
  }
  const { path, ratio } = row;
  const isRecorded = path !== "micro" && path !== "eager";
  return (
    <tr>
      <th scope="row">{pathNames[path]}</th>
      <td class="num">{ratio ? times(ratio.median) : "–"}</td>
      <td class="num">{ratio ? `${times(ratio.low)} – ${times(ratio.high)}` : "–"}</td>
      <td>{ratio ? sameText(row) : "–"}</td>
      <td class="num">{ratio && isRecorded ? paysOff(row) : "–"}</td>
    </tr>
  );
}

/** Why each is as fast as it is. */
export function Reasons() {
  return (
    <Panel title="Why" class="reasons">
      <dl>
        {paths.map((path) => (
          <div key={path}>
            <dt>{pathNames[path]}</dt>
            <dd>{pathReasons[path]}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        “Pays off after” counts what recording and compiling cost: from so many steps on, counted in eager's,
        it was worth it.
      </p>
    </Panel>
  );
}
