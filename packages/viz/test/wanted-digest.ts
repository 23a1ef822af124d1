/** The SHA-256 of everything in pictures.ts, in every engine. */
export const wantedDigest = "8fb4eed943a7be1e1a128da9ca35c4ce55ab2d57a810b0e0b2dbf98c986c2a22";
