import { expect, it } from "vitest";
import { digest, pictures } from "./pictures.js";
import { wantedDigest } from "./wanted-digest.js";

// Pictures that were looked at. After a change that is meant: `npx vitest run -u`, look at test/golden, and put the
// new digest into wanted-digest.ts.
it.each(Object.entries(pictures))("%s is the picture that was looked at", async (name, picture) => {
  await expect(picture()).toMatchFileSnapshot(`golden/${name}`);
});

it("pictures have the bytes that Chromium is held to as well", async () => {
  expect(await digest()).toBe(wantedDigest);
});
