import { useEffect, useState } from "preact/hooks";
import { count } from "../../format.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import type { Export } from "./exports.ts";

interface ExportDialogProps {
  /** The files to take away; null while the dialog is closed. */
  readonly files: readonly Export[] | null;
  onClose(): void;
}

/** The run as files: to read, to copy, to keep. */
export function ExportDialog({ files, onClose }: ExportDialogProps) {
  return (
    <Dialog title="Take the run away" wide open={files !== null} onClose={onClose}>
      {files?.map((each) => (
        <File key={each.file} {...each} />
      ))}
    </Dialog>
  );
}

function File({ title, use, file, content }: Export) {
  const [address, setAddress] = useState("");
  const blob = new Blob([content]);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return (
    <article class="export" aria-label={title}>
      <h3>{title}</h3>
      <p>{use}</p>
      <p class="export-file">
        <code>{file}</code>, {count(blob.size)} bytes
      </p>
      <div class="row">
        <a class="button" href={address} download={file} aria-label={`Download ${file}`}>
          Download
        </a>
        {typeof content === "string" && <CopyButton label="Copy" text={() => content} />}
      </div>
      {typeof content === "string" && (
        <details class="numbers">
          <summary>Read it</summary>
          <pre data-code>{content}</pre>
        </details>
      )}
    </article>
  );
}
