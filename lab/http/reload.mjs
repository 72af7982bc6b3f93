// Listens to a dev server's live reload as its page in a browser does, and writes what it hears:
// RELAY-PORT HOST PATH [SUBPROTOCOL]. The host is that of the address bar, whatever it leads to.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [port, host, path, protocol] = process.argv.slice(2);
const require = createRequire(resolve("target/npm/package.json"));
const WebSocket = require("ws");

const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocol ? [protocol] : [], {
  headers: { Host: host },
  origin: `http://${host}`,
});
socket.on("message", (data) => console.log(String(data)));
socket.on("unexpected-response", (request, response) => {
  console.log(`refused ${response.statusCode}`);
  process.exit(1);
});
socket.on("error", (error) => {
  console.log(`failed ${error.message}`);
  process.exit(1);
});
