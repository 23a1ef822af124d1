/** The learning path, in order. */
export const learn = [
  { text: "1. A derivative by nudging", link: "/learn/nudge" },
  { text: "2. Forward: the graph", link: "/learn/forward" },
  { text: "3. Backward, by hand", link: "/learn/backward-by-hand" },
  { text: "4. backward()", link: "/learn/backward" },
  { text: "5. Softmax and its loss", link: "/learn/softmax" },
];
