/** The SHA-256 of everything in pictures.ts, in every engine. */
export const wantedDigest = "c3e17177b7af46e79471c605e8f8b6b241949bd9b96cb43445ce75e025809da9";
