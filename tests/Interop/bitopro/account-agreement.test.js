// The account: our cmdlets, the service's own text, and ccxt say the same. The venue's clock stands still.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { assertNumber, assertSame, assertSameList } from '../support/agreement.js';
import { priceNear, traderOf } from '../support/ccxt.js';
import { objectsOf } from '../support/exchange.js';
import { startSimulator } from '../support/simulator.js';

const balanceFields = {
  same: [
    ['currency', 'currency', 'text'],
    ['amount', 'amount', 'decimal'],
    ['available', 'available', 'decimal'],
    ['stake', 'stake', 'decimal'],
    ['tradable', 'tradable', 'flag'],
  ],
  ours: ['held'],
};
const orderFields = {
  same: [
    ['orderId', 'id', 'text'],
    ['pair', 'pair', 'text'],
    ['side', 'action', 'side'],
    ['type', 'type', 'text'],
    ['status', 'status', 'status'],
    ['price', 'price', 'decimal'],
    ['originalAmount', 'originalAmount', 'decimal'],
    ['remainingAmount', 'remainingAmount', 'decimal'],
    ['executedAmount', 'executedAmount', 'decimal'],
    ['avgExecutionPrice', 'avgExecutionPrice', 'decimal'],
    ['total', 'total', 'decimal'],
    ['fee', 'fee', 'decimal'],
    ['feeSymbol', 'feeSymbol', 'text'],
    ['bitoFee', 'bitoFee', 'decimal'],
    ['stopPrice', 'stopPrice', 'decimal'],
    ['condition', 'condition', 'text'],
    ['timeInForce', 'timeInForce', 'text'],
    ['clientId', 'clientId', 'decimal'],
    ['seq', 'seq', 'text'],
    ['createdAt', 'createdTimestamp', 'milliseconds'],
    ['updatedAt', 'updatedTimestamp', 'milliseconds'],
  ],
  ours: ['statusLabel', 'isOpen', 'isSkillOrder', 'stopProfitSetting', 'stopLossSetting', 'selfOrderStrategySetting'],
  // The deprecated twin of updatedTimestamp.
  raw: ['timestamp'],
};
const fillFields = {
  same: [
    ['tradeId', 'tradeId', 'text'],
    ['orderId', 'orderId', 'text'],
    ['side', 'action', 'side'],
    ['price', 'price', 'decimal'],
    ['baseAmount', 'baseAmount', 'decimal'],
    ['quoteAmount', 'quoteAmount', 'decimal'],
    ['fee', 'fee', 'decimal'],
    ['feeSymbol', 'feeSymbol', 'text'],
    ['isTaker', 'isTaker', 'flag'],
    ['createdAt', 'createdTimestamp', 'milliseconds'],
  ],
  // The order's type comes with the stream only.
  ours: ['pair', 'orderType'],
  raw: ['timestamp'],
};

describe('Our cmdlets and ccxt read the same account', () => {
  let simulator, trader, ourOrder, theirOrder;
  const ours = (...args) => objectsOf(simulator.address, ...args);
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    const [below, above] = [await priceNear(trader, 'ETH/TWD', 0.9), await priceNear(trader, 'ETH/TWD', 1.1)];
    await trader.createOrder('ETH/TWD', 'market', 'sell', 0.3);
    await place('Buy', 'Market', '20000');
    theirOrder = (await trader.createOrder('ETH/TWD', 'limit', 'buy', 0.1, below)).id;
    [{ orderId: ourOrder }] = await place('Sell', 'Limit', '0.2', `${above}`);
    await place('Sell', 'StopLimit', '0.4', `${below}`, '-StopPrice', `${below}`, '-Condition', '<=');
    const { id } = await trader.createOrder('ETH/TWD', 'limit', 'buy', 0.05, below);
    await simulator.advance('00:00:30');
    await trader.cancelOrder(id, 'ETH/TWD');
  });
  after(() => simulator.stop());

  test('Balances', async () => {
    const balances = await ours('Get-BitoProBalance');
    const theirs = await trader.fetchBalance();
    assertSameList(balances, theirs.info, balanceFields);
    for (const { currency, amount, available, held } of balances) {
      const { free, used, total } = theirs[currency.toUpperCase()];
      assertNumber(free, available, `${currency} free`);
      assertNumber(used, held, `${currency} held`);
      assertNumber(total, amount, `${currency} total`);
    }
    assert.ok(balances.some(({ held }) => held !== '0'));
  });

  test('Open orders', async () => {
    const orders = await ours('Get-BitoProOrder', '-Open', 'eth_twd');
    assertSameList(orders, (await trader.privateGetOrdersOpen({ pair: 'eth_twd' })).data, orderFields);
    assertSameParsed(orders, await trader.fetchOpenOrders('ETH/TWD'));
  });

  test('One order', async () => {
    const [order] = await ours('Get-BitoProOrder', 'eth_twd', ourOrder);
    const theirs = await trader.fetchOrder(ourOrder, 'ETH/TWD');
    assertSame(order, theirs.info, orderFields);
    assertSameParsed([order], [theirs]);
    assert.deepEqual([order.clientId, theirs.clientOrderId], [2147483647, undefined]);
  });

  test('The history, in which every state is seen', async () => {
    const orders = await ours('Get-BitoProOrder', 'eth_twd');
    assertSameList(orders, (await trader.privateGetOrdersAllPair({ pair: 'eth_twd' })).data, orderFields);
    assertSameParsed(orders, await trader.fetchOrders('ETH/TWD'));
    assert.deepEqual(
      new Set(orders.map((order) => order.status)),
      new Set(['Completed', 'Unfilled', 'NotTriggered', 'Cancelled']),
    );
  });

  test('Fills', async () => {
    const fills = await ours('Get-BitoProFill', 'eth_twd');
    assertSameList(fills, (await trader.privateGetOrdersTradesPair({ pair: 'eth_twd' })).data, fillFields);
    const theirs = await trader.fetchMyTrades('ETH/TWD');
    for (const fill of fills) {
      const { price, amount, fee, takerOrMaker, cost } = theirs.find(({ id }) => id === fill.tradeId);
      assertNumber(price, fill.price, 'price');
      assertNumber(amount, fill.baseAmount, 'amount');
      assertNumber(cost, fill.quoteAmount, 'cost');
      assertNumber(fee.cost, fill.fee, 'fee');
      assert.deepEqual([fee.currency, takerOrMaker], [fill.feeSymbol, fill.isTaker ? 'taker' : 'maker']);
    }
  });

  test('Only orders of this module are marked as its own, wherever they are read', async () => {
    const orders = await ours('Get-BitoProOrder', 'eth_twd', `${ourOrder},${theirOrder}`);
    assert.deepEqual(
      orders.map(({ isSkillOrder, clientId }) => [isSkillOrder, clientId]),
      [
        [true, 2147483647],
        [false, null],
      ],
    );
  });

  test('What one of us cancels is cancelled for the other', async () => {
    const price = await priceNear(trader, 'BITO/TWD', 0.8);
    const { id } = await trader.createOrder('BITO/TWD', 'limit', 'buy', 100, price);
    const [cancelled] = await ours('Stop-BitoProOrder', 'bito_twd', id, '-Confirm:$false');
    assert.equal(cancelled.orderId, id);
    assert.equal((await trader.fetchOrder(id, 'BITO/TWD')).status, 'canceled');
  });

  function place(...order) {
    return ours('Invoke-BitoProOrder', 'eth_twd', ...order, '-Confirm:$false');
  }
});

// Market purchases aside: their amounts are quote units, which ccxt takes for base units.
function assertSameParsed(orders, theirs) {
  const byId = new Map(theirs.map((order) => [order.id, order]));
  assert.equal(byId.size, orders.length);
  for (const order of orders) {
    const { type, side, price, amount, filled, remaining, status, lastTradeTimestamp } = byId.get(order.orderId);
    assert.deepEqual([type.toUpperCase(), side], [order.type, order.side.toLowerCase()]);
    assert.equal(status === 'open', order.isOpen);
    assert.equal(lastTradeTimestamp, Date.parse(order.updatedAt));
    assertNumber(amount, order.originalAmount, 'amount');
    assertNumber(filled, order.executedAmount, 'filled');
    assertNumber(remaining, order.remainingAmount, 'remaining');
    if (order.type !== 'MARKET') {
      assertNumber(price, order.price, 'price');
    }
  }
}
