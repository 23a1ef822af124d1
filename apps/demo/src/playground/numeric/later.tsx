import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Panel } from "../../ui/panel.tsx";

/**
 * A panel whose code is fetched when the page has nothing else to do, once; until then its frame stands in its place.
 * What a page must fetch before it shows anything stays small.
 */
export function later(title: string, name: string, load: () => Promise<ComponentType>): ComponentType {
  const loaded = signal<ComponentType | null>(null);
  const note = signal("…");
  let isAsked = false;
  const ask = async () => {
    try {
      loaded.value = await load();
    } catch {
      note.value = "This part of the page could not be fetched. Reload the page to try again.";
    }
  };
  return function Later() {
    useEffect(() => {
      if (!isAsked) whenIdle(ask);
      isAsked = true;
    }, []);
    const Loaded = loaded.value;
    if (Loaded) return <Loaded />;
    return (
      <Panel title={title} class={`${name} coming`}>
        <p class="note">{note}</p>
      </Panel>
    );
  };
}

/** Not every browser tells when it is idle. */
function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 1000 });
  else setTimeout(run, 200);
}
