// A server of Node's: PORT. /sum tells the SHA-256 of what was uploaded, /events streams, /large gives bytes.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const PIECE = Buffer.alloc(1 << 20, "naru");

createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname === "/sum") {
    const hash = createHash("sha256");
    request.on("data", (piece) => hash.update(piece));
    request.on("end", () => response.end(hash.digest("hex")));
  } else if (url.pathname === "/events") {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const timer = setInterval(() => response.write(`data: ${Date.now()}\n\n`), 100);
    response.on("close", () => clearInterval(timer));
  } else if (url.pathname === "/large") {
    let left = Number(url.searchParams.get("mib"));
    const more = () => {
      while (left > 0) {
        left -= 1;
        if (!response.write(PIECE)) return response.once("drain", more);
      }
      response.end();
    };
    more();
  } else {
    response.end("hello");
  }
}).listen(Number(process.argv[2]), "127.0.0.1");
