import { followsTrack } from "./follows-track.js";

// The long tests take more seeds.
followsTrack(4);
