// webpack-dev-server as people run it: FOLDER with main.js, PORT.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, port] = process.argv.slice(2);
const require = createRequire(resolve("target/npm/package.json"));
const webpack = require("webpack");
const Server = require("webpack-dev-server");

const compiler = webpack({
  mode: "development",
  context: folder,
  entry: "./main.js",
  output: { path: resolve(folder, "dist") },
  resolve: { modules: [resolve("target/npm/node_modules")] },
  resolveLoader: { modules: [resolve("target/npm/node_modules")] },
});
await new Server({ host: "127.0.0.1", port: Number(port), static: false }, compiler).start();
