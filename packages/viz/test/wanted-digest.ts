/** The SHA-256 of everything in pictures.ts, in every engine. */
export const wantedDigest = "f69a6681add0e2a10e92d36de708d1ccf6d08ac56bf47005d33a0909c512739e";
