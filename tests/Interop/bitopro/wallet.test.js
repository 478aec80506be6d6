// T19 to T22 as ccxt sends and reads them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { traderOf } from '../support/ccxt.js';
import { account, startSimulator } from '../support/simulator.js';

describe('ccxt moves money', () => {
  let simulator, trader;
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    await trader.loadMarkets();
  });
  after(() => simulator.stop());

  test('Deposits come oldest first with their state', async () => {
    const deposits = await trader.fetchDeposits('USDT');
    assert.ok(deposits.length > 0);
    assert.deepEqual(
      deposits.map((one) => one.timestamp),
      deposits.map((one) => Number(one.info.timestamp)).toSorted((a, b) => a - b),
    );
    assert.ok(deposits.every((one) => one.type === 'deposit' && ['ok', 'pending', 'failed'].includes(one.status)));
  });

  test('A withdrawal is taken from the balance and can be found again', async () => {
    const was = (await trader.fetchBalance()).ETH.free;
    const { id } = await trader.withdraw('ETH', 0.5, account.address);
    assert.equal((await trader.fetchBalance()).ETH.free, was - 0.5);
    const found = await trader.fetchWithdrawal(id, 'ETH');
    assert.deepEqual([found.id, found.amount, found.address], [id, 0.5, account.address]);
    assert.ok((await trader.fetchWithdrawals('ETH')).some((one) => one.id === id));
  });

  test('The amount of a transfer in ccxt is the total, the fee included', async () => {
    const { id } = await trader.withdraw('ETH', 0.25, account.address);
    const { amount, fee, info } = await trader.fetchWithdrawal(id, 'ETH');
    assert.equal(amount, Number(info.total));
    assert.equal(Number(info.total), Number(info.amount) + fee.cost);
  });

  test('An address that was not registered is refused', async () => {
    await assert.rejects(trader.withdraw('ETH', 0.5, '0x00000000000000000000000000000000000000ff'), ccxt.BadRequest);
  });

  test('More than there is cannot be withdrawn', async () => {
    await assert.rejects(trader.withdraw('ETH', 900, account.address), ccxt.InsufficientFunds);
  });

  test('A coin of several networks cannot be withdrawn by its code, only by the raw call', async () => {
    await assert.rejects(
      trader.withdraw('USDT', 100, account.address, undefined, { network: 'BSC' }),
      /does not have currency code USDT/,
    );
    await assert.rejects(
      trader.withdraw('USDT (BNB-BSC)', 100, account.address, undefined, { network: 'BSC' }),
      /Unsupported currency/,
    );
    const { data } = await trader.privatePostWalletWithdrawCurrency({
      currency: 'usdt',
      amount: '100',
      protocol: 'BSC',
      address: account.address,
    });
    assert.deepEqual([data.currency, data.protocol, data.total], ['USDT', 'BSC', '100']);
  });
});
