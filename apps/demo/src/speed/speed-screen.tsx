import "../styles/lab.css";
import "../styles/speed.css";
import { ListSlider } from "../lab/list-slider.tsx";
import { Console } from "../measure/console.tsx";
import { OpenAsCode } from "../ui/open-as-code.tsx";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { Term } from "../ui/term.tsx";
import { asCode } from "./as-code.ts";
import { programNames, programs, usualSize } from "./programs.ts";
import { Reasons, Results } from "./results.tsx";
import { change, config, measuring } from "./store.ts";
import { sizeText, summary } from "./words.ts";

/** The same program on every path, raced on the visitor's machine. */
export function SpeedScreen() {
  return (
    <div class="speed-screen">
      <h1 class="sr-only">Speed</h1>
      <Console
        measuring={measuring}
        start="Race"
        onRun={() => measuring.run(config.peek())}
        summary={({ rows }) => summary(rows)}
      />
      <Settings />
      <Results />
      <Reasons />
    </div>
  );
}

function Settings() {
  const { program, size } = config.value;
  const { about, sizes, unit } = programs[program];
  return (
    <Panel title="Program" class="settings" tools={<OpenAsCode code={() => asCode(config.peek())} />}>
      <Select
        label="Program"
        options={programNames.map((name) => [name, programs[name].title] as const)}
        value={program}
        onChange={(name) => change({ program: name, size: usualSize(programs[name]) })}
      />
      {sizes.length > 1 && (
        <ListSlider
          label={`Size: ${unit}`}
          list={sizes}
          value={size}
          text={sizeText(program, size)}
          onInput={(value) => change({ size: value })}
        />
      )}
      <p class="note">{about}</p>
      <p class="note">
        The program is written once, and each <Term word="path">path</Term> computes it in a worker: forward,
        backward, and the update of every leaf.
      </p>
    </Panel>
  );
}
