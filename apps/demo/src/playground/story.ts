/** What tells the story of a computation: fetched after what a person reads first. */
export { StoryPanel } from "./story-panel.tsx";
export { TapePanel } from "./tape-panel.tsx";
