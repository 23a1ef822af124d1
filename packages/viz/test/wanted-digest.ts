/** The SHA-256 of everything in pictures.ts, in every engine. */
export const wantedDigest = "4216f5ac5c7c524f2995c15908ede9da2de2f1607dd3466b8066c5308b456cfd";
