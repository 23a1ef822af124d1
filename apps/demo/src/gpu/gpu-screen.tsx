import "../styles/lab.css";
import "../styles/speed.css";
import { Console } from "../measure/console.tsx";
import { OpenAsCode } from "../ui/open-as-code.tsx";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { asCode } from "./as-code.ts";
import { kernelNames, ways } from "./config.ts";
import { ErrorsPanel } from "./errors-panel.tsx";
import { kernels } from "./kernels.ts";
import { RatiosPanel } from "./ratios-panel.tsx";
import { change, config, measuring } from "./store.ts";
import { decisionWords, headline, wayNames } from "./words.ts";

/** One kernel on the CPU and on the GPU, at sizes from 64 to 2048. */
export function GpuScreen() {
  return (
    <div class="gpu-screen">
      <h1 class="sr-only">GPU</h1>
      <Console
        measuring={measuring}
        start="Measure"
        onRun={() => measuring.run(config.peek())}
        summary={(report) => headline(report, config.peek().kernel)}
      />
      <div class="gpu-rail">
        <Settings />
        <Machine />
      </div>
      <RatiosPanel />
      <ErrorsPanel />
    </div>
  );
}

function Settings() {
  const { kernel, prefer } = config.value;
  return (
    <Panel title="Kernel" class="settings" tools={<OpenAsCode code={() => asCode(config.peek())} />}>
      <Select
        label="Kernel"
        options={kernelNames.map((name) => [name, kernels[name].title] as const)}
        value={kernel}
        onChange={(value) => change({ kernel: value })}
      />
      <p class="note">{kernels[kernel].about}</p>
      <Select
        label="Way to the GPU"
        options={ways.map(
          (way) => [way, way === "auto" ? "Auto: the first that works" : wayNames[way]] as const,
        )}
        value={prefer}
        onChange={(value) => change({ prefer: value })}
      />
      <p class="note">
        The GPU computes in float32, and so does the CPU here. It is measured twice: given the numbers and
        asked for the result each time, and with everything kept there.
      </p>
    </Panel>
  );
}

/** What really computes, and why nothing else. */
function Machine() {
  const report = measuring.result.value;
  const refused = report?.decision?.refused ?? [];
  return (
    <Panel title="What computes" class="machine">
      {report?.decision ? (
        <>
          {decisionWords(report).map((sentence) => (
            <p key={sentence} data-machine>
              {sentence}
            </p>
          ))}
          {refused.map(({ kind, reason }) => (
            <p key={kind} class="note" data-refused={kind}>
              Not {wayNames[kind]}: {reason}
            </p>
          ))}
        </>
      ) : (
        <p class="note">
          {report
            ? "Being looked for."
            : "Not looked for yet. It is named here, with why others were refused."}
        </p>
      )}
    </Panel>
  );
}
