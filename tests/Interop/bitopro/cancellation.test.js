// T7, T15 and T16 as ccxt sends them.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { priceNear, traderOf } from '../support/ccxt.js';
import { startSimulator } from '../support/simulator.js';

describe('ccxt cancels orders', () => {
  let simulator, trader, price;
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    price = { 'BTC/TWD': await priceNear(trader, 'BTC/TWD', 0.8), 'ETH/TWD': await priceNear(trader, 'ETH/TWD', 0.8) };
  });
  beforeEach(() => trader.cancelAllOrders());
  after(() => simulator.stop());

  test('One order', async () => {
    const id = await rest('BTC/TWD');
    assert.equal((await trader.cancelOrder(id, 'BTC/TWD')).id, id);
    assert.equal((await trader.fetchOrder(id, 'BTC/TWD')).status, 'canceled');
  });

  test('Several orders of a pair, which answers those that were cancelled', async () => {
    const ids = [await rest('BTC/TWD'), await rest('BTC/TWD')];
    const kept = await rest('BTC/TWD');
    const cancelled = await trader.cancelOrders([...ids, '4242'], 'BTC/TWD');
    assert.deepEqual(
      cancelled.map((order) => order.id),
      ids,
    );
    assert.deepEqual(await openIds(), [kept]);
  });

  test('Every order of a pair', async () => {
    await rest('BTC/TWD');
    const kept = await rest('ETH/TWD');
    assert.equal((await trader.cancelAllOrders('BTC/TWD')).length, 1);
    assert.deepEqual(await openIds(), [kept]);
  });

  test('Every order', async () => {
    const ids = [await rest('BTC/TWD'), await rest('ETH/TWD')];
    const cancelled = await trader.cancelAllOrders();
    assert.deepEqual(cancelled.map((order) => order.id).toSorted(), ids.toSorted());
    assert.deepEqual(await openIds(), []);
  });

  test('What several cancellations answer has the upper-case pair where ccxt has a symbol elsewhere', async () => {
    await rest('BTC/TWD');
    const [cancelled] = await trader.cancelAllOrders();
    assert.equal(cancelled.symbol, 'BTC_TWD');
  });

  test('Nothing open is nothing cancelled', async () => {
    assert.deepEqual(await trader.cancelAllOrders(), []);
  });

  test('What a cancelled order held is free again', async () => {
    const { free } = (await trader.fetchBalance()).TWD;
    const id = await rest('BTC/TWD');
    assert.ok((await trader.fetchBalance()).TWD.free < free);
    await trader.cancelOrder(id, 'BTC/TWD');
    assert.equal((await trader.fetchBalance()).TWD.free, free);
  });

  test('An order that is not there, or not open any more, is an error without a class of its own', async () => {
    const id = await rest('BTC/TWD');
    await trader.cancelOrder(id, 'BTC/TWD');
    for (const gone of [id, '4242']) {
      await assert.rejects(trader.cancelOrder(gone, 'BTC/TWD'), (error) => error.constructor === ccxt.ExchangeError);
    }
  });

  async function rest(symbol) {
    return (await trader.createOrder(symbol, 'limit', 'buy', 0.01, price[symbol])).id;
  }

  async function openIds() {
    return (await trader.fetchOpenOrders()).map((order) => order.id);
  }
});
