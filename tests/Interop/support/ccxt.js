// ccxt's own BitoPro class, pointed at the simulator.
import './loopback.js';

import ccxt from 'ccxt';

import { account } from './simulator.js';

/** A trader of the rehearsal account, without ccxt's own rate limit. */
export function traderOf(simulator, settings = {}) {
  const key = { apiKey: account.apiKey, secret: account.secret };
  const trader = new ccxt.bitopro({ ...key, enableRateLimit: false, ...settings });
  trader.urls.api.rest = simulator.bitoPro;
  // ccxt takes the millisecond for its nonce; two quick calls must not share one (errors.test.js shows what happens).
  let last = 0;
  trader.milliseconds = () => (last = Math.max(Date.now(), last + 1));
  return trader;
}

/** A price of the pair that is this many times its last, on its price step. */
export async function priceNear(trader, symbol, factor) {
  const { last } = await trader.fetchTicker(symbol);
  return Number(trader.priceToPrecision(symbol, last * factor));
}
