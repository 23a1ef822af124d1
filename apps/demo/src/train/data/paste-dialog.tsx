import { useId, useState } from "preact/hooks";
import { Dialog } from "../../ui/dialog.tsx";
import { mostOwnPoints } from "../own-points.ts";
import { replacePoints } from "./edit-points.ts";

interface PasteDialogProps {
  readonly open: boolean;
  onClose(): void;
}

/** Points as lines of text. What reads them is fetched when it is needed. */
export function PasteDialog({ open, onClose }: PasteDialogProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const take = async () => {
    const { readCsv } = await import("./read-csv.ts");
    const read = readCsv(text);
    if ("problem" in read) {
      setProblem(read.problem);
      return;
    }
    setProblem(null);
    replacePoints(read.points);
    onClose();
  };
  return (
    <Dialog title="Paste points" open={open} onClose={onClose}>
      <label for={id} class="note">
        Lines of x,y,label with the label 0 or 1, up to {mostOwnPoints} of them. Numbers beyond ±10 are scaled
        to −1 … 1.
      </label>
      <textarea
        id={id}
        class="field csv"
        rows={10}
        spellcheck={false}
        placeholder={"x,y,label\n0.5,-0.2,1\n-0.3,0.8,0"}
        aria-invalid={problem !== null}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button primary" onClick={take}>
          Take these points
        </button>
      </div>
    </Dialog>
  );
}
