// T6 and T14 as ccxt sends them: its own signatures, lower-case words, no nonce and no clientId in the body.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { priceNear, traderOf } from '../support/ccxt.js';
import { startSimulator } from '../support/simulator.js';

describe('ccxt places orders', () => {
  let simulator, trader;
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
  });
  after(() => simulator.stop());

  test('A limit order far from the market rests', async () => {
    const price = await priceNear(trader, 'BTC/TWD', 0.8);
    const { id } = await trader.createOrder('BTC/TWD', 'limit', 'buy', 0.0015, price);
    const order = await trader.fetchOrder(id, 'BTC/TWD');
    assert.deepEqual(
      [order.status, order.type, order.side, order.price, order.amount, order.filled],
      ['open', 'limit', 'buy', price, 0.0015, 0],
    );
  });

  test('A limit order that crosses is filled at the prices of the book', async () => {
    const { asks } = await trader.fetchOrderBook('ETH/TWD', 1);
    const { id } = await trader.createOrder('ETH/TWD', 'limit', 'buy', 0.001, asks[0][0] * 1.05);
    const order = await trader.fetchOrder(id, 'ETH/TWD');
    assert.deepEqual([order.status, order.average, order.filled], ['closed', asks[0][0], 0.001]);
    assert.equal(order.fee.currency, 'ETH');
  });

  test('A market sale moves the balances by the fill less its fee', async () => {
    const was = await trader.fetchBalance();
    const { id } = await trader.createOrder('ETH/USDT', 'market', 'sell', 0.01);
    const is = await trader.fetchBalance();
    const [fill] = (await trader.fetchMyTrades('ETH/USDT')).filter((trade) => trade.order === id);
    assert.deepEqual([fill.amount, fill.fee.currency, fill.takerOrMaker], [0.01, 'USDT', 'taker']);
    near(is.ETH.total, was.ETH.total - 0.01);
    near(is.USDT.total, was.USDT.total + fill.cost - fill.fee.cost);
  });

  test('The amount of a market purchase is what to spend, on the wire and in what ccxt reports', async () => {
    const { id } = await trader.createOrder('BTC/TWD', 'market', 'buy', 1000);
    const order = await trader.fetchOrder(id, 'BTC/TWD');
    assert.equal(order.amount, 1000);
    assert.ok(order.filled <= 1000 && order.filled > 990);
    // ccxt takes it for base units, so its cost is the price too large.
    near(order.cost, order.filled * order.average);
    near(order.filled, Number(order.info.total));
  });

  test('An amount of coins is refused as the amount of a market purchase', async () => {
    await assert.rejects(trader.createOrder('BTC/TWD', 'market', 'buy', 0.001), ccxt.InvalidOrder);
  });

  test('A stop-limit order waits for its trigger, and enters the book there', async () => {
    const [stop, price] = [await priceNear(trader, 'ETH/BTC', 0.9), await priceNear(trader, 'ETH/BTC', 1.5)];
    const { id } = await trader.createOrder('ETH/BTC', 'STOP_LIMIT', 'sell', 0.25, price, {
      triggerPrice: stop,
      condition: '<=',
    });
    assert.match(id, /^SL-\d+$/);
    assert.equal((await trader.fetchOrder(id, 'ETH/BTC')).info.status, -1);
    await simulator.tell('bitopro/price', { pair: 'eth_btc', price: trader.priceToPrecision('ETH/BTC', stop * 0.99) });
    assert.equal((await trader.fetchOrder(id, 'ETH/BTC')).info.status, 0);
  });

  test('A stop-limit order with >= is signed so that the simulator accepts it', async () => {
    const stop = await priceNear(trader, 'BTC/USDT', 1.1);
    const { id } = await trader.createOrder('BTC/USDT', 'stop_limit', 'buy', 0.001, stop, {
      triggerPrice: stop,
      condition: '>=',
    });
    const order = await trader.fetchOrder(id, 'BTC/USDT');
    assert.deepEqual([order.type, order.info.condition, order.triggerPrice], ['stop_limit', '>=', undefined]);
  });

  test('A post-only order rests when it would not take', async () => {
    const price = await priceNear(trader, 'USDT/TWD', 0.9);
    const { id } = await trader.createOrder('USDT/TWD', 'limit', 'buy', 10, price, { postOnly: true });
    const order = await trader.fetchOrder(id, 'USDT/TWD');
    assert.deepEqual([order.status, order.postOnly], ['open', true]);
  });

  test('A post-only order that would take is accepted and cancelled at once', async () => {
    const price = await priceNear(trader, 'USDT/TWD', 1.1);
    const { id } = await trader.createOrder('USDT/TWD', 'limit', 'buy', 10, price, { postOnly: true });
    const order = await trader.fetchOrder(id, 'USDT/TWD');
    assert.deepEqual([order.status, order.info.status, order.filled], ['canceled', 6, 0]);
  });

  test('ccxt has no batch of its own; its raw call sends the bare array, and every order is placed', async () => {
    await assert.rejects(trader.createOrders([]), ccxt.NotSupported);
    const [btc, eth] = [await priceNear(trader, 'BTC/TWD', 0.7), await priceNear(trader, 'ETH/TWD', 0.7)];
    const { data } = await trader.privatePostOrdersBatch([element('btc_twd', btc), element('eth_twd', eth)]);
    assert.deepEqual(
      data.map((order) => order.price),
      [String(btc), String(eth)],
    );
    for (const [i, symbol] of ['BTC/TWD', 'ETH/TWD'].entries()) {
      assert.equal((await trader.fetchOrder(String(data[i].orderId), symbol)).status, 'open');
    }
  });
});

function element(pair, price) {
  return { pair, action: 'BUY', type: 'LIMIT', price: String(price), amount: '0.01', timestamp: Date.now() };
}

function near(actual, expected) {
  assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);
}
