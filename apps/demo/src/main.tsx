import { render } from "preact";
import { App } from "./app.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/panel.css";
import "./styles/frame.css";
import "./styles/playground.css";
import "./styles/editor.css";
import "./styles/graph.css";
import "./styles/narrow.css";

const root = document.getElementById("app");
if (root) render(<App />, root);
