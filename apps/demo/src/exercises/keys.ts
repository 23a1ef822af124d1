import { useEffect } from "preact/hooks";

/** What a key of this screen does. The code is that of the key's place: Alt makes other letters on some machines. */
type Actions = Readonly<Record<string, () => void>>;

/** Listens for Alt and a key, and for Ctrl+Enter, as long as the screen is shown. */
export function useKeys(actions: Actions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const action = actions[nameOf(event)];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [actions]);
}

function nameOf({ altKey, ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): string {
  if (shiftKey) return "";
  if (altKey && !ctrlKey && !metaKey) return `Alt+${code}`;
  return (ctrlKey || metaKey) && !altKey ? `Ctrl+${code}` : "";
}
