// ccxt's own limiter next to the limits of the contract (bitopro.md 2.0).
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { traderOf } from '../support/ccxt.js';
import { startSimulator } from '../support/simulator.js';

const minute = 60_000;
const second = 1_000;

// tool, method, path in ccxt, requests, window
const limits = [
  ['T1', 'public.get', 'tickers', 600, minute],
  ['T5', 'private.get', 'accounts/balance', 600, minute],
  ['T6', 'private.post', 'orders/{pair}', 1200, minute],
  ['T7', 'private.delete', 'orders/{pair}/{id}', 900, minute],
  ['T8', 'private.get', 'orders/open', 5, second],
  ['T14', 'private.post', 'orders/batch', 90, minute],
  ['T15', 'private.put', 'orders', 2, second],
  ['T16', 'private.delete', 'orders/all', 1, second],
  ['T16', 'private.delete', 'orders/{pair}', 1, second],
  ['T22', 'private.post', 'wallet/withdraw/{currency}', 60, minute],
];

describe('ccxt with its own rate limit', () => {
  let simulator;
  before(async () => {
    simulator = await startSimulator({ rateLimits: true });
  });
  after(() => simulator.stop());

  test('It keeps every limit but two: open orders and cancelling everything go out twice as fast as allowed', () => {
    const { api, rateLimit } = new ccxt.bitopro();
    const tooFast = limits.filter(([, method, path, count, window]) => {
      const [access, verb] = method.split('.');
      const spacing = rateLimit * api[access][verb][path].cost;
      return spacing < window / count - 1e-6;
    });
    assert.deepEqual(
      tooFast.map(([tool, , path]) => `${tool} ${path}`),
      ['T8 orders/open', 'T16 orders/all', 'T16 orders/{pair}'],
    );
  });

  test('What is too fast is refused, and passes when the second is over', async () => {
    const trader = traderOf(simulator);
    await trader.cancelAllOrders();
    await assert.rejects(trader.cancelAllOrders(), /Too many requests/);
    await simulator.advance('00:00:01');
    await trader.cancelAllOrders();
  });
});
