import { findsMistakes } from "../test/track/finds-mistakes.js";
import { followsTrack } from "../test/track/follows-track.js";

findsMistakes(3);
followsTrack(20);
