/** The SHA-256 of everything in pictures.ts, in every engine. */
export const wantedDigest = "cd15ba9fcc900ddf13da755701bb95636425004faa64d31354e80fed08f16106";
