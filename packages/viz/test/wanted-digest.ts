/** The SHA-256 of everything in pictures.ts, in every engine. */
export const wantedDigest = "";
