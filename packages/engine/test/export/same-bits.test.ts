import { sameBits } from "./suite.ts";

sameBits({
  texts: ["L = (a*b + c) * f", "a = 3; b = -a; c = a * b + x; c / c * 0.1 + x / 0 - 1 / x"],
  nets: [],
  programs: [40, 2],
});
