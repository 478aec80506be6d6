// ccxt reads balances from the simulator: one after another, and 64 at once.
import ccxt from 'ccxt';

import { report } from './measure.js';

const [, , address, sequential, concurrent, inFlight] = process.argv;
const trader = new ccxt.bitopro({
  apiKey: process.env.BENCH_KEY,
  secret: process.env.BENCH_SECRET,
  enableRateLimit: false,
});
trader.urls.api.rest = address;
let last = 0;
trader.milliseconds = () => (last = Math.max(Date.now(), last + 1));
await trader.privateGetAccountsBalance();

const rate = async (row, count, lanes) => {
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    while (next++ < count) {
      await trader.privateGetAccountsBalance();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const perSecond = (count * 1000) / (performance.now() - started);
  report({ row, who: `ccxt ${ccxt.version}`, median: perSecond, low: perSecond, high: perSecond, unit: 'requests/s' });
};

await rate('1,000 sequential signed GETs', Number(sequential), 1);
await rate('5,000 signed GETs, 64 in flight', Number(concurrent), Number(inFlight));
