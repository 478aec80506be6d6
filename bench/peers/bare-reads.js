// The same reads, signed beforehand, sent by Node's own fetch, and not parsed: what the connection alone costs.
import ccxt from 'ccxt';

import { report } from './measure.js';

const [, , address, sequential, concurrent, inFlight] = process.argv;
const trader = new ccxt.bitopro({ apiKey: process.env.BENCH_KEY, secret: process.env.BENCH_SECRET });
trader.urls.api.rest = address;
let last = 0;
trader.milliseconds = () => (last = Math.max(Date.now(), last + 1));
const signed = () => trader.sign('accounts/balance', 'private', 'GET', {});
const read = async ({ url, headers }) => {
  const reply = await fetch(url, { headers });
  if (!reply.ok) {
    throw new Error(`HTTP ${reply.status}`);
  }
  return reply.arrayBuffer();
};
await read(signed());

const rate = async (row, count, lanes) => {
  const requests = Array.from({ length: count }, signed);
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) {
      await read(requests[next++]);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const perSecond = (count * 1000) / (performance.now() - started);
  report({ row, who: "limit: Node's fetch alone", median: perSecond, low: perSecond, high: perSecond, unit: 'requests/s' });
};

await rate('1,000 sequential signed GETs', Number(sequential), 1);
await rate('5,000 signed GETs, 64 in flight', Number(concurrent), Number(inFlight));
