import { logs, shown } from "./program.ts";

/** What the program logged: text, and pictures, which are images so that nothing in them can run. */
export function Printed() {
  if (logs.value.length === 0 && shown.value.length === 0) return null;
  return (
    <details class="numbers printed" open>
      <summary>Printed</summary>
      <pre data-logs>
        {logs.value.map(({ level, text }, i) => (
          <span key={i} class={level === "error" || level === "warn" ? "bad" : ""}>
            {`${text}\n`}
          </span>
        ))}
      </pre>
      {shown.value.map(({ svg, text }, i) => (
        <img key={i} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={text} />
      ))}
    </details>
  );
}
