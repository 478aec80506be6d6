// ccxt signs and builds the order that Exchange signs and builds; and parses the page that Exchange decodes.
import { readFileSync } from 'node:fs';

import ccxt from 'ccxt';

import { measure } from './measure.js';

const rounds = Number(process.argv[2] ?? 15);
const who = `ccxt ${ccxt.version}`;
const exchange = new ccxt.bitopro({ apiKey: process.env.BENCH_KEY, secret: process.env.BENCH_SECRET });
exchange.options.clientId = 1;

await measure('sign and build one BitoPro order request (CPU)', who, rounds, (n) => {
  const order = { pair: 'btc_twd', action: 'buy', type: 'limit', price: '2800000', amount: '0.001', timestamp: 1770000000000 + n };
  return exchange.sign('orders/{pair}', 'private', 'POST', order).url.length;
});

const page = readFileSync(process.env.EXCHANGE_BENCH_PAGE, 'utf8');
const market = exchange.safeMarket('btc_twd', undefined, '_');
await measure('decode a page of 1,000 orders', who, rounds, () => exchange.parseOrders(JSON.parse(page).data, market).length);
