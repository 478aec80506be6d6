// ccxt walks a history of orders to its end, page by page.
import ccxt from 'ccxt';

import { report } from './measure.js';

const [, , address, wanted] = process.argv;
const trader = new ccxt.bitopro({
  apiKey: process.env.BENCH_KEY,
  secret: process.env.BENCH_SECRET,
  enableRateLimit: false,
});
trader.urls.api.rest = address;
let tick = 0;
trader.milliseconds = () => (tick = Math.max(Date.now(), tick + 1));
const who = `ccxt ${ccxt.version}`;
const market = trader.safeMarket('btc_twd', undefined, '_');
const now = Date.now();
const window = { startTimestamp: now - 89 * 24 * 3600 * 1000, endTimestamp: now + 60_000 };
const requests = async () => (await (await fetch(new URL('/_simulator/status', address))).json()).requests.count;
const before = await requests();
const started = performance.now();
let first;
let requestsAtFirst;
let orders = 0;
let cursor;
let low = Infinity;
let high = 0;
for (;;) {
  const query = { pair: 'btc_twd', limit: 1000, ...window, ...(cursor === undefined ? {} : { orderId: cursor }) };
  const page = trader.parseOrders((await trader.privateGetOrdersAllPair(query)).data ?? [], market);
  if (first === undefined) {
    first = performance.now() - started;
    requestsAtFirst = (await requests()) - before;
  }
  // A page begins with the order that the one before it ended with.
  const fresh = page.filter(({ id }) => id !== cursor);
  orders += fresh.length;
  const { rss } = process.memoryUsage();
  low = Math.min(low, rss);
  high = Math.max(high, rss);
  if (fresh.length === 0 || page.length < 1000 || orders >= Number(wanted)) {
    break;
  }
  cursor = page.map(({ id }) => id).reduce((a, b) => (BigInt(a) < BigInt(b) ? a : b));
}
const took = performance.now() - started;
const one = (row, value, unit) => report({ row, who, median: value, low: value, high: value, unit });
one('walk 100,000 orders', took, 'ms');
one('walk 100,000 orders: until the first object', first, 'ms');
one('walk 100,000 orders: requests at the first object', requestsAtFirst, 'requests');
one('walk 100,000 orders: growth of memory', (high - low) / 1048576, 'MiB');
