// The Vulkan driver that WebGPU runs on in Node, for tests. Browsers of the Chromium family bring one that needs no GPU,
// and the library that finds drivers; both lie beside their program.
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { findBrowser } from "./browser.mjs";

/**
 * `driver`: what WebGPU can run on in a Node process, in words, or undefined where this machine has nothing.
 * `env`: what that process must find in its environment when it starts.
 */
export function vulkanDriver() {
  if (process.platform !== "linux") return { driver: "the system's own", env: {} };
  const asked = process.env.VK_DRIVER_FILES ?? process.env.VK_ICD_FILENAMES;
  if (asked) return { driver: asked, env: libraryPath() };
  const software = inBrowser("vk_swiftshader_icd.json");
  if (software) return { driver: software, env: { VK_DRIVER_FILES: software, ...libraryPath() } };
  const installed = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"].find(
    (folder) => existsSync(folder) && readdirSync(folder).length > 0,
  );
  return { driver: installed, env: libraryPath() };
}

/** A file beside the browser's program, which may be a script that starts one elsewhere. */
function inBrowser(name) {
  const found = findBrowser();
  const folders = [
    ...(found ? [dirname(realpathSync(found))] : []),
    "/usr/lib/chromium",
    "/usr/lib/chromium-browser",
    "/opt/google/chrome",
    "/opt/microsoft/msedge",
  ];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The browser's libvulkan.so.1, after whatever the machine prefers. */
function libraryPath() {
  const library = inBrowser("libvulkan.so.1");
  if (!library) return {};
  return { LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, dirname(library)].filter(Boolean).join(delimiter) };
}
