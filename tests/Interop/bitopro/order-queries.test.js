// T8, T9, T17 and T18 as ccxt reads them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { priceNear, traderOf } from '../support/ccxt.js';
import { startSimulator } from '../support/simulator.js';

describe('ccxt reads its orders', () => {
  let simulator, trader;
  const ids = {};
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    const [below, far] = [await priceNear(trader, 'BTC/TWD', 0.8), await priceNear(trader, 'ETH/TWD', 0.5)];
    ids.sold = (await trader.createOrder('BTC/TWD', 'market', 'sell', 0.002)).id;
    ids.cancelled = (await trader.createOrder('BTC/TWD', 'limit', 'buy', 0.001, below)).id;
    await simulator.advance('00:01:00');
    await trader.cancelOrder(ids.cancelled, 'BTC/TWD');
    ids.open = (await trader.createOrder('BTC/TWD', 'limit', 'buy', 0.003, below)).id;
    ids.other = (await trader.createOrder('ETH/TWD', 'limit', 'buy', 0.1, far)).id;
  });
  after(() => simulator.stop());

  test('Open orders of a pair, and of every pair', async () => {
    assert.deepEqual(idsOf(await trader.fetchOpenOrders('BTC/TWD')), [ids.open]);
    assert.deepEqual(idsOf(await trader.fetchOpenOrders()).toSorted(), [ids.open, ids.other].toSorted());
  });

  test('The history of a pair has what was filled, cancelled, and is open', async () => {
    const statuses = Object.fromEntries((await trader.fetchOrders('BTC/TWD')).map(({ id, status }) => [id, status]));
    assert.deepEqual(statuses, { [ids.sold]: 'closed', [ids.cancelled]: 'canceled', [ids.open]: 'open' });
  });

  test('Closed orders are those that were filled; cancelled ones are not among them', async () => {
    assert.deepEqual(idsOf(await trader.fetchClosedOrders('BTC/TWD')), [ids.sold]);
  });

  test('A history can be limited and start later', async () => {
    assert.deepEqual(idsOf(await trader.fetchOrders('BTC/TWD', undefined, 1)), [ids.open]);
    const { timestamp } = await trader.fetchOrder(ids.open, 'BTC/TWD');
    assert.deepEqual(idsOf(await trader.fetchOrders('BTC/TWD', timestamp - 1000)), [ids.open]);
  });

  test("An order's time in ccxt is that of its last change, not of its creation", async () => {
    const order = await trader.fetchOrder(ids.cancelled, 'BTC/TWD');
    assert.equal(order.timestamp, order.info.updatedTimestamp);
    assert.equal(order.timestamp - order.info.createdTimestamp, 60_000);
  });

  test('Fills add up to their order', async () => {
    const order = await trader.fetchOrder(ids.sold, 'BTC/TWD');
    const fills = (await trader.fetchMyTrades('BTC/TWD')).filter((fill) => fill.order === ids.sold);
    assert.ok(fills.length > 0);
    assert.ok(Math.abs(sum(fills, (fill) => fill.amount) - order.filled) < 1e-12);
    assert.ok(Math.abs(sum(fills, (fill) => fill.cost) - order.cost) < 1e-4);
    assert.ok(Math.abs(sum(fills, (fill) => fill.fee.cost) - order.fee.cost) < 1e-9);
  });
});

function idsOf(orders) {
  return orders.map((order) => order.id);
}

function sum(rows, pick) {
  return rows.reduce((total, row) => total + pick(row), 0);
}
