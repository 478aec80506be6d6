// Which class of ccxt an answer of the service becomes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { priceNear, traderOf } from '../support/ccxt.js';
import { startSimulator } from '../support/simulator.js';

describe('ccxt tells errors apart', () => {
  let simulator, trader, price;
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    price = await priceNear(trader, 'BTC/TWD', 0.8);
  });
  after(() => simulator.stop());

  const cases = [
    ['More than there is: InsufficientFunds', ccxt.InsufficientFunds, () => buy(100)],
    ['Less than the pair allows: InvalidOrder', ccxt.InvalidOrder, () => buy(0.00001)],
    ['Too many decimals: InvalidOrder', ccxt.InvalidOrder, () => buy(0.001, { amount: '0.0010000001' })],
    ['A price below zero: BadRequest', ccxt.BadRequest, () => buy(0.001, { price: '-1' })],
    ['An unknown order type: BadRequest', ccxt.BadRequest, () => buy(0.001, { type: 'ICEBERG' })],
    ['A symbol that is no market, unsent: BadSymbol', ccxt.BadSymbol, () => trader.fetchTicker('NO/PE')],
    ['A pair that the service does not know: ExchangeError', ccxt.ExchangeError, () => rawTicker('no_pe')],
    ['A pair under maintenance: ExchangeError', ccxt.ExchangeError, () => buy(10, { pair: 'old_twd' })],
    ['An order that is not there: ExchangeError', ccxt.ExchangeError, () => trader.fetchOrder('4242', 'BTC/TWD')],
    ['A wrong secret: AuthenticationError', ccxt.AuthenticationError, () => withSecret('wrong').fetchBalance()],
    ['No secret, unsent: AuthenticationError', ccxt.AuthenticationError, () => withSecret('').fetchBalance()],
  ];
  for (const [sentence, expected, call] of cases) {
    test(sentence, async () => {
      await assert.rejects(call(), (error) => error.constructor === expected);
    });
  }

  test('Two signed calls in one millisecond have the same nonce, and the second is refused', async () => {
    const hasty = traderOf(simulator);
    const millisecond = Date.now() + 5_000;
    hasty.milliseconds = () => millisecond;
    await hasty.fetchBalance();
    await assert.rejects(hasty.fetchBalance(), /Duplicate nonce/);
  });

  function buy(amount, more = {}) {
    return trader.createOrder('BTC/TWD', 'limit', 'buy', amount, price, more);
  }

  function rawTicker(pair) {
    return trader.publicGetTickersPair({ pair });
  }

  function withSecret(secret) {
    return traderOf(simulator, { secret });
  }
});
