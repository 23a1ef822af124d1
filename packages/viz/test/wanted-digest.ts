/** The SHA-256 of everything in pictures.ts, in every engine. */
export const wantedDigest = "e3793dc3c2bb41271f882df3d4f78e3a5ddba183750995456366c70b503e6cd3";
