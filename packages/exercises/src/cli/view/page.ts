import type { Finding } from "../../finding.js";
import type { Paint } from "../paint.js";

/** What the views need to know of where they are shown, and of the words. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
  /** The sentence of a finding. */
  sentence(finding: Finding): string;
}
