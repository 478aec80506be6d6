// ccxt walks a history of orders to its end, page by page.
import ccxt from 'ccxt';

import { report } from './measure.js';

const [, , address] = process.argv;
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
const started = performance.now();
let first;
let pages = 0;
let orders = 0;
let cursor;
let low = Infinity;
let high = 0;
const seen = new Set();
for (;;) {
  const query = { pair: 'btc_twd', limit: 1000, ...window, ...(cursor === undefined ? {} : { orderId: cursor }) };
  const page = trader.parseOrders((await trader.privateGetOrdersAllPair(query)).data ?? [], market);
  pages++;
  first ??= performance.now() - started;
  const fresh = page.filter(({ id }) => !seen.has(id));
  page.forEach(({ id }) => seen.add(id));
  orders += fresh.length;
  const { rss } = process.memoryUsage();
  low = Math.min(low, rss);
  high = Math.max(high, rss);
  if (fresh.length === 0 || page.length < 1000) {
    break;
  }
  cursor = page.map(({ id }) => id).reduce((a, b) => (BigInt(a) < BigInt(b) ? a : b));
}
const took = performance.now() - started;
report({ row: `walk ${orders} orders`, who, median: took, low: took, high: took, unit: 'ms' });
report({ row: 'walk: first object', who, median: first, low: first, high: first, unit: 'ms' });
report({ row: 'walk: growth of memory', who, median: (high - low) / 1048576, low: 0, high: 0, unit: 'MiB' });
