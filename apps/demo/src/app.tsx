import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Playground } from "./playground/playground.tsx";
import { screen } from "./state/location.ts";
import { Header } from "./ui/header.tsx";
import { HelpDialog, helpOpen } from "./ui/help-dialog.tsx";
import { LiveRegion } from "./ui/live-region.tsx";
import { GlossaryTip } from "./ui/term.tsx";
import { isTyping } from "./ui/typing.ts";

const TrainLab = signal<ComponentType | null>(null);

/** Loaded when first shown: a page that only plays with expressions does not pay for training. */
async function loadTrainLab(): Promise<void> {
  TrainLab.value ??= (await import("./train/train-lab.tsx")).TrainLab;
}

/** The frame around the screens. */
export function App() {
  const training = screen.value === "train";
  useEffect(() => {
    document.title = training ? "Train lab – outgrad" : "Playground – outgrad";
    if (training) loadTrainLab();
  }, [training]);
  useEffect(() => {
    const help = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event)) helpOpen.value = true;
    };
    window.addEventListener("keydown", help);
    return () => window.removeEventListener("keydown", help);
  }, []);
  const Lab = TrainLab.value;
  return (
    <>
      <button type="button" class="skip-link" onClick={skipToMain}>
        Skip to content
      </button>
      <Header />
      <main id="main" class="main" tabIndex={-1}>
        {training ? Lab && <Lab /> : <Playground />}
      </main>
      <HelpDialog />
      <GlossaryTip />
      <LiveRegion />
    </>
  );
}

function skipToMain(): void {
  document.getElementById("main")?.focus();
}
