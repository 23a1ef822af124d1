import type { Server } from "node:http";

export type Mounts = Record<string, string>;
export function resolvePath(
  mounts: Mounts,
  pathname: string,
): { file?: string; location?: string; status?: number };
export function serve(
  mounts: Mounts,
  port?: number,
  headers?: Record<string, string>,
): Promise<{ server: Server; url: string }>;
