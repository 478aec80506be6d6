// What ccxt makes of trouble on the way, next to what our cmdlets make of the same trouble.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { priceNear, traderOf } from '../support/ccxt.js';
import { objectsOf, run } from '../support/exchange.js';
import { startSimulator } from '../support/simulator.js';

describe('Trouble on the way', () => {
  let simulator, trader, price;
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    price = await priceNear(trader, 'BTC/TWD', 0.8);
  });
  after(() => simulator.stop());

  test('A page instead of JSON with 502 is ExchangeNotAvailable', async () => {
    await simulator.strike('Html', '/tickers', { status: 502 });
    await assert.rejects(trader.fetchTickers(), ccxt.ExchangeNotAvailable);
  });

  test('A 503 that says why in JSON is an ExchangeError without a class of its own', async () => {
    await simulator.strike('ServerError', '/tickers', { status: 503 });
    await assert.rejects(trader.fetchTickers(), (error) => error.constructor === ccxt.ExchangeError);
  });

  test('A 429 is an ExchangeError too, not RateLimitExceeded', async () => {
    await simulator.strike('RateLimit', '/tickers');
    await assert.rejects(trader.fetchTickers(), (error) => error.constructor === ccxt.ExchangeError);
  });

  test('A clock that is five minutes off is an ExchangeError', async () => {
    await simulator.strike('ClockSkew', '/accounts');
    await assert.rejects(trader.fetchBalance(), (error) => error.constructor === ccxt.ExchangeError);
  });

  test('An order whose reply is lost is a NetworkError in ccxt, and is in the book', async () => {
    await simulator.strike('DropAfter', '/orders/btc_twd', { method: 'POST' });
    const before = await openOrders('BTC/TWD');
    await assert.rejects(trader.createOrder('BTC/TWD', 'limit', 'buy', 0.001, price), ccxt.NetworkError);
    assert.equal(await openOrders('BTC/TWD'), before + 1);
  });

  test('The same loss is an unknown outcome for our cmdlet, which is then settled without a second order', async () => {
    await simulator.strike('DropAfter', '/orders/eth_twd', { method: 'POST' });
    const low = String(await priceNear(trader, 'ETH/TWD', 0.8));
    const order = ['Invoke-BitoProOrder', 'eth_twd', 'Buy', 'Limit', '0.01', low, '-Confirm:$false'];
    const { code, errors } = await run(simulator.address, ...order);
    assert.equal(code, 1);
    assert.equal(errors[0].outcomeUnknown, true);
    const resolve = ['Resolve-ExchangeAttempt', errors[0].attemptId, '-Confirm:$false'];
    const [settled] = await objectsOf(simulator.address, ...resolve);
    assert.equal(settled.state, 'Accepted');
    assert.equal(await openOrders('ETH/TWD'), 1);
  });

  async function openOrders(symbol) {
    return (await trader.fetchOpenOrders(symbol)).length;
  }
});
