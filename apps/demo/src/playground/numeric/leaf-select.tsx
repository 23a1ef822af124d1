import { Select } from "../../ui/select.tsx";
import { studied } from "../studied.ts";
import { chosenLeaf } from "./chosen.ts";
import { look } from "./looking.ts";

/** Which leaf is looked at. */
export function LeafSelect() {
  return (
    <Select
      label="Leaf"
      options={[...studied.value.leaves.keys()].map((name) => [name, name] as const)}
      value={chosenLeaf.value ?? ""}
      onChange={(leaf) => look({ leaf })}
    />
  );
}
