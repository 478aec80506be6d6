// T10, T11 and T12 as ccxt reads them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { traderOf } from '../support/ccxt.js';
import { startSimulator } from '../support/simulator.js';

describe('ccxt loads the markets', () => {
  let simulator, trader;
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    await trader.loadMarkets();
  });
  after(() => simulator.stop());

  test('Every trading pair becomes a spot market with our lower-case id', () => {
    const ids = Object.values(trader.markets).map((market) => market.id);
    assert.deepEqual(ids, [
      'btc_twd',
      'eth_twd',
      'usdt_twd',
      'btc_usdt',
      'eth_usdt',
      'eth_btc',
      'bito_twd',
      'old_twd',
    ]);
    assert.ok(Object.values(trader.markets).every((market) => market.spot && market.type === 'spot'));
  });

  test('Decimals become steps and the smallest amount a limit', () => {
    const market = trader.market('BTC/USDT');
    assert.deepEqual(market.precision, { amount: 1e-8, price: 0.01 });
    assert.deepEqual(market.limits.amount, { min: 0.0001, max: 100_000_000 });
  });

  test('A pair under maintenance is an inactive market', () => {
    assert.equal(trader.market('OLD/TWD').active, false);
    assert.equal(trader.market('BTC/TWD').active, true);
  });

  test('Every row of the currency list is a currency, so a coin of several networks has no code', async () => {
    const currencies = await trader.fetchCurrencies();
    assert.deepEqual(
      Object.keys(currencies).filter((code) => code.startsWith('USDT')),
      ['USDT (ETH-ERC20)', 'USDT (TRX-TRC20)', 'USDT (BNB-BSC)', 'USDT (POLYGON)'],
    );
    assert.equal(currencies.BTC.fee, 0.0005);
    assert.equal(currencies.BTC.limits.withdraw.min, 0.001);
    assert.equal(currencies.TWD.type, 'fiat');
  });

  test('Withdrawal fees are read from the currency list', async () => {
    const fees = await trader.fetchDepositWithdrawFees();
    assert.equal(fees.ETH.withdraw.fee, 0.003);
  });

  test('ccxt 4.5.84 takes the list of fee ranks for an object and finds no trading fee in it', async () => {
    const fees = await trader.fetchTradingFees();
    assert.equal(fees['BTC/TWD'].maker, undefined);
    assert.equal(fees['BTC/TWD'].taker, undefined);
    // Its built-in rank 0 is the contract's.
    assert.equal(trader.market('BTC/TWD').maker, 0.001);
    assert.equal(trader.market('BTC/TWD').taker, 0.002);
  });
});
