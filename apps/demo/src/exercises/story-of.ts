import type { PictureNode } from "@outgrad/exercises/check";
import { type OpName, opOf } from "@outgrad/ops";
import { type Graph, type Story, story, type Vertex } from "@outgrad/viz";

/** The values of a picture as a graph. Ids are places, from 1. */
export function graphOf(nodes: readonly PictureNode[]): Graph {
  const used = new Set(nodes.flatMap(({ inputs }) => inputs.map(({ node }) => node)));
  return {
    nodes: nodes.map(
      ({ name, op, data, grad, inputs, isConstant }, place): Vertex => ({
        id: place + 1,
        op,
        opLabel: op === "" ? "" : opOf(op as OpName).label,
        label: name,
        data,
        grad,
        params: [],
        inputs: inputs.map(({ node, slope }) => ({ id: node + 1, slope })),
        isLeaf: op === "",
        isConstant,
      }),
    ),
    // The last one first: it is what backward() is called on.
    roots: nodes.flatMap((_, place) => (used.has(place) ? [] : [place + 1])).reverse(),
  };
}

/** The end of the story with the gradients that the nodes hold, whatever their slopes would give. */
export function storyOf(nodes: readonly PictureNode[]): Story {
  const told = story(graphOf(nodes));
  const grads = new Map(nodes.map(({ grad }, place) => [place + 1, grad]));
  return { ...told, at: (position) => ({ ...told.at(position), grads, unfinished: new Set() }) };
}
