const software = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** An adapter in words, such as "nvidia ampere" or "google swiftshader, SwiftShader driver 5.0.0 (software)". */
export function describeAdapter(info: GPUAdapterInfo): string {
  const name =
    [info.vendor, info.architecture].filter(Boolean).join(" ") || "a GPU that does not tell its name";
  const words = info.description ? `${name}, ${info.description}` : name;
  return info.isFallbackAdapter || software.test(words) ? `${words} (software)` : words;
}
