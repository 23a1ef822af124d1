import { useEffect } from "preact/hooks";
import { Panel } from "../../ui/panel.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import "../../styles/experiments.css";
import { client, config } from "../store.ts";
import { choices, forked } from "./changes.ts";
import { DuelView } from "./duel-view.tsx";
import { chosen, close, duel, fork, forks, keep, wish, wishFor } from "./store.ts";
import { comparison, difference, nameOf, wordsFor } from "./words.ts";

/** Two runs that differ in one setting, from now on or from the start. */
export function ForkPanel() {
  const { setting, moment } = wish.value;
  const now = config.value;
  const choice = chosen();
  const isLost = moment === "now" && client.failure.value !== null;
  // A screen that nobody sees does not train.
  useEffect(() => () => duel.pause(), []);
  return (
    <Panel title="A and B: change one setting" class="experiment">
      <div class="fork-wish">
        <div class="setting">
          <span class="setting-name">They part</span>
          <Segmented
            label="When A and B part"
            options={[
              ["now", "Now"],
              ["start", "At the start"],
            ]}
            value={moment}
            onChange={(next) => wishFor({ moment: next })}
          />
        </div>
        <Select
          label="B has another"
          options={forked(moment).map((name) => [name, nameOf(name)] as const)}
          value={setting}
          onChange={(next) => wishFor({ setting: next, key: "" })}
        />
        <Select
          label={`In place of ${wordsFor(setting, now)}`}
          options={choices(setting, now, moment).map(({ key, text }) => [key, text] as const)}
          value={choice?.key ?? ""}
          onChange={(key) => wishFor({ key })}
        />
        <button type="button" class="button primary" disabled={choice === undefined || isLost} onClick={fork}>
          Train both
        </button>
      </div>
      <Forks />
    </Panel>
  );
}

function Forks() {
  const open = forks.value;
  if (open === null) return null;
  const playing = duel.playing.value;
  return (
    <>
      <p>
        {difference(open.a, open.b)} {comparison(duel.a.history.value, duel.b.history.value)}
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => (playing ? duel.pause() : duel.play())}>
          {playing ? "Pause both" : "Go on"}
        </button>
        <button
          type="button"
          class="button"
          disabled={duel.a.failure.value !== null}
          onClick={() => keep("a")}
        >
          Keep A
        </button>
        <button
          type="button"
          class="button"
          disabled={duel.b.failure.value !== null}
          onClick={() => keep("b")}
        >
          Keep B
        </button>
        <button type="button" class="button fork-close" onClick={close}>
          Close
        </button>
      </div>
      <DuelView duel={duel} names={["A", "B"]} before={open.before} />
    </>
  );
}
