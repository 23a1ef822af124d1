import type { Manifest } from "./workspace.mjs";

export function promisedReports(
  workspaces: readonly { folder: string; manifest: Manifest }[],
  tasks: readonly string[],
): string[];
export function clearReports(files: readonly string[]): void;
export function countReports(files: readonly string[]): {
  passed: number;
  failed: number;
  skipped: number;
  problems: string[];
};
