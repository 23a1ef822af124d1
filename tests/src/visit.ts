import { spawn } from "node:child_process";
import type { EventEmitter } from "node:events";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, launchOptions } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";

/** A browser of this machine that is started with an address, and driven by nobody. */
export interface Visitor {
  name: string;
  /** Its program; undefined where there is none. */
  program: string | undefined;
  /** What to do where there is none. */
  help: string;
  args(profile: string): string[];
}

// It is to ask nobody but the page's server.
const firefoxSettings = {
  "app.update.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.systemAddon.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

export const visitors: readonly [chromium: Visitor, firefox: Visitor] = [
  {
    name: "Chromium",
    program: findBrowser(),
    help: "Debian: apt-get install chromium.",
    args: (profile) => ["--headless", ...launchOptions().args, `--user-data-dir=${profile}`],
  },
  {
    name: "Firefox",
    program: ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path)),
    help: "Debian: apt-get install firefox-esr.",
    args(profile) {
      const settings = Object.entries(firefoxSettings).map(
        ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
      );
      writeFileSync(join(profile, "user.js"), settings.join(""));
      return ["--headless", "--no-remote", "--profile", profile];
    },
  },
];

/** Serves a folder to a browser, and gives back what its page tells. */
export async function visit(visitor: Visitor, folder: string): Promise<unknown> {
  const { server, url } = await serve({ "/": folder }, 0);
  return visitServer(visitor, server, url).finally(() => server.close());
}

/** Starts a browser on the page of a server, and gives back what that tells: what it asks for at `/told?`, as JSON. */
export async function visitServer(
  { name, program = "", args }: Visitor,
  server: EventEmitter,
  url: string,
): Promise<unknown> {
  const profile = mkdtempSync(join(tmpdir(), "outgrad-profile-"));
  const browser = spawn(program, [...args(profile), url], { stdio: "ignore" });
  const gone = new Promise((resolve) => browser.once("close", resolve));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const fail = (what: string) => () =>
        reject(new Error(`${name} ${what} before its page told anything.`));
      timer = setTimeout(fail("ran for four minutes"), 240_000);
      browser.once("error", reject);
      browser.once("close", fail("ended"));
      server.on("request", ({ url = "" }) => {
        const [, told] = url.split("/told?");
        if (told !== undefined) resolve(JSON.parse(decodeURIComponent(told)));
      });
    });
  } finally {
    clearTimeout(timer);
    browser.kill();
    await gone;
    // A browser's other processes write to it for a moment more.
    await rm(profile, { recursive: true, force: true, maxRetries: 20 });
  }
}
