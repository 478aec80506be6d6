// Stands before the simulator and keeps every request as it came.
import { createServer } from 'node:http';

const ofTheConnection = ['connection', 'content-length', 'host', 'transfer-encoding'];

/** Starts one; its address is as good as the simulator's. */
export async function startRecorder(target) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method, url, headers } = request;
    const body = Buffer.concat(chunks);
    requests.push({ method, url, headers, body });
    const answer = await fetch(new URL(url, target), {
      method,
      headers: Object.entries(headers).filter(([name]) => !ofTheConnection.includes(name)),
      body: body.length > 0 ? body : undefined,
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    requests,
    stop: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}
