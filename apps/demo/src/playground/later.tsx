import type { ComponentType } from "preact";
import { Panel } from "../ui/panel.tsx";
import { fetched } from "./fetched.tsx";

/**
 * A panel whose code is fetched when the page has nothing else to do; until then its frame stands in its place. What a
 * page must fetch before it shows anything stays small.
 */
export function later(title: string, name: string, load: () => Promise<ComponentType>): ComponentType {
  const whenIdle = async () => {
    await idle();
    return load();
  };
  return fetched(whenIdle, (failure = "…") => (
    <Panel title={title} class={`${name} coming`}>
      <p class="note">{failure}</p>
    </Panel>
  ));
}

/** Not every browser tells when it is idle. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 200);
  });
}
