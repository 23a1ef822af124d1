import { useState } from "preact/hooks";
import { announce } from "./live-region.tsx";

interface CopyButtonProps {
  readonly label: string;
  /** The text to copy, asked for when the button is pressed. */
  text(): string;
}

/** Copies a text and says so; where the clipboard is closed to pages, shows the text to copy by hand. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const written = text();
    const done = await toClipboard(written);
    if (!done) window.prompt("Copy this text:", written);
    setSaid(done ? "Copied" : label);
    if (done) announce("Copied.");
    setTimeout(() => setSaid(""), 1600);
  };
  return (
    <button type="button" class="button" onClick={copy}>
      {said || label}
    </button>
  );
}

async function toClipboard(written: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(written);
    return true;
  } catch {
    return false;
  }
}
