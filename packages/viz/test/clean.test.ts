import { expect, it } from "vitest";
import { clean, escapeDot, escapeXml } from "../src/text/clean.js";

it("clean(text) leaves what stands well on a line", () => {
  for (const text of ["x1*w1 + x2*w2", "α·β", "שלום", "数", "👩‍👩‍👧‍👦", ""]) expect(clean(text)).toBe(text);
});

it("clean(text) makes one line of several", () => {
  expect(clean("one\r\ntwo\tthree\u2028four")).toBe("one two three four");
});

it("clean(text) replaces lone surrogates, controls of direction, and non-characters", () => {
  expect(clean("a\ud800b\u202ec\u2066d\uffffe")).toBe("a�b�c�d�e");
});

it("clean(text, 5) ends longer text in …, and never in half a character", () => {
  expect(clean("abcde", 5)).toBe("abcde");
  expect(clean("abcdef", 5)).toBe("abcd…");
  expect(clean("😀😀😀😀😀😀", 5)).toBe("😀😀😀😀…");
  expect(clean("x".repeat(1_000_000), 5)).toBe("xxxx…");
});

it("escapeXml escapes the five that XML knows", () => {
  expect(escapeXml(`<a href="b">'&'</a>`)).toBe("&lt;a href=&quot;b&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
});

it("escapeDot escapes what ends a field of a record or a string", () => {
  expect(escapeDot('{a|b}<c>"\\')).toBe('\\{a\\|b\\}\\<c\\>\\"\\\\');
});
