import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Playground } from "./playground/playground.tsx";
import { entryOf, type Screen } from "./screens.ts";
import { screen } from "./state/location.ts";
import { Header } from "./ui/header.tsx";
import { HelpDialog, helpOpen } from "./ui/help-dialog.tsx";
import { LiveRegion } from "./ui/live-region.tsx";
import { GlossaryTip } from "./ui/term.tsx";
import { isTyping } from "./ui/typing.ts";

/** What has been fetched: a page that only plays with expressions does not pay for training. */
const loaded = signal<Partial<Record<Screen, ComponentType>>>({ play: Playground });

async function load(name: Screen): Promise<void> {
  const component = await entryOf(name).load?.();
  if (component) loaded.value = { ...loaded.peek(), [name]: component };
}

/** The frame around the screens. */
export function App() {
  const name = screen.value;
  useEffect(() => {
    document.title = `${entryOf(name).name} – outgrad`;
    if (!loaded.peek()[name]) load(name);
  }, [name]);
  useEffect(() => {
    const help = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event)) helpOpen.value = true;
    };
    window.addEventListener("keydown", help);
    return () => window.removeEventListener("keydown", help);
  }, []);
  const Screen = loaded.value[name];
  return (
    <>
      <button type="button" class="skip-link" onClick={skipToMain}>
        Skip to content
      </button>
      <Header />
      <main id="main" class="main" tabIndex={-1}>
        {Screen && <Screen />}
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
