import { count } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { Term } from "../ui/term.tsx";
import { pathOf } from "./computer.ts";
import { paths } from "./config.ts";
import { computedBy, pathNames, pathTexts, rough } from "./path-words.ts";
import { speeds } from "./speeds.ts";
import { change, client, config } from "./store.ts";

/** What computes the run, chosen and in words, and how fast that is. */
export function PathPanel() {
  const { path } = config.value;
  return (
    <Panel title="Speed" class="settings paths">
      <Select
        label={<Term word="path">Computed by</Term>}
        options={pathTexts}
        value={path}
        onChange={(value) => change({ path: value })}
      />
      <Words />
      <Speeds />
    </Panel>
  );
}

function Words() {
  const { choices } = client.progress.value;
  const running = client.running.value;
  const eager = running !== null && pathOf(running) === "eager";
  const inside = client.inside.value;
  const notYet = "Not recorded yet.";
  return (
    <dl class="path-words">
      <dt>Training</dt>
      <dd data-path="step">
        {choices
          ? computedBy(choices.step)
          : eager
            ? "Eager, as asked for: a new graph for every update."
            : notYet}
      </dd>
      <dt>Scores for accuracy and picture</dt>
      <dd data-path="scores">
        {choices
          ? computedBy(choices.scores, choices.step)
          : eager
            ? "Eager too: a new graph for every sample."
            : notYet}
      </dd>
      <dt>Looking inside</dt>
      <dd data-path="inside">
        {inside
          ? `Replay, whatever trains, so that every value can be seen: ${count(inside.nodes)} of one sample.`
          : "–"}
      </dd>
    </dl>
  );
}

/** The measured updates a second of every path that has been tried, side by side. */
function Speeds() {
  const { byPath } = speeds.value;
  const tried = paths.flatMap((path) => (byPath[path] ? [{ path, speed: byPath[path] }] : []));
  const most = Math.max(...tried.map(({ speed }) => speed));
  if (tried.length === 0) return <p class="note">Press play, and the updates per second are measured.</p>;
  return (
    <div>
      <p class="note">Updates per second while training, measured here</p>
      <ol class="bars speeds">
        {tried.map(({ path, speed }) => (
          <li key={path} class={path === config.value.path ? "is-label" : ""}>
            <span>{pathNames[path]}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${(100 * speed) / most}%` }} />
            </span>
            <span class="num" data-speed={path}>
              {rough(speed)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
