// T1 to T4 as ccxt reads them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { traderOf } from '../support/ccxt.js';
import { startSimulator } from '../support/simulator.js';

const hour = 3_600_000;

describe('ccxt reads the market', () => {
  let simulator, trader, now;
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    now = Date.parse((await simulator.ask('status')).now);
  });
  after(() => simulator.stop());

  test('A ticker has last, high, low, change and volume', async () => {
    const ticker = await trader.fetchTicker('BTC/TWD');
    assert.equal(ticker.symbol, 'BTC/TWD');
    assert.ok(ticker.low <= ticker.last && ticker.last <= ticker.high);
    assert.ok(ticker.baseVolume > 0);
    // A change of exactly 0 is left out.
    assert.equal(ticker.percentage ?? 0, Number(ticker.info.priceChange24hr));
  });

  test('Without a pair there is a ticker of every market', async () => {
    const tickers = await trader.fetchTickers();
    assert.deepEqual(Object.keys(tickers).sort(), Object.keys(trader.markets).sort());
  });

  test('A book has bids downwards, asks upwards, and as many as were asked for', async () => {
    const { asks, bids } = await trader.fetchOrderBook('BTC/TWD', 10);
    assert.equal(asks.length, 10);
    assert.equal(bids.length, 10);
    assert.deepEqual(pricesOf(asks), pricesOf(asks).toSorted((a, b) => a - b));
    assert.deepEqual(pricesOf(bids), pricesOf(bids).toSorted((a, b) => b - a));
    assert.ok(bids[0][0] < asks[0][0]);
  });

  test('A book of a size that the service does not know is a bad request', async () => {
    await assert.rejects(trader.fetchOrderBook('BTC/TWD', 7), ccxt.BadRequest);
  });

  test('Public trades come oldest first, their seconds turned into milliseconds', async () => {
    const trades = await trader.fetchTrades('BTC/TWD');
    assert.ok(trades.length > 0);
    for (const [i, trade] of trades.entries()) {
      assert.equal(trade.timestamp, trade.info.timestamp * 1000);
      assert.ok(trade.timestamp <= now && now - trade.timestamp < hour);
      assert.ok(i === 0 || trades[i - 1].timestamp <= trade.timestamp);
      assert.equal(trade.side, trade.info.isBuyer ? 'buy' : 'sell');
    }
  });

  test('Candles start where they were asked to, one an hour', async () => {
    const since = Math.floor(now / hour) * hour - 24 * hour;
    const candles = await trader.fetchOHLCV('BTC/TWD', '1h', since, 24);
    assert.deepEqual(
      candles.map(([time]) => time),
      Array.from({ length: 24 }, (_, i) => since + i * hour),
    );
    for (const [, open, high, low, close, volume] of candles) {
      assert.ok(low <= Math.min(open, close) && Math.max(open, close) <= high && volume > 0);
    }
  });

  test('Four-hour candles can be fetched although ccxt does not list them', async () => {
    assert.equal(trader.timeframes['4h'], undefined);
    const since = Math.floor(now / hour) * hour - 48 * hour;
    const candles = await trader.fetchOHLCV('BTC/TWD', '4h', since, 6);
    assert.ok(candles.length > 0);
    assert.ok(candles.every(([time]) => time % (4 * hour) === 0));
  });
});

function pricesOf(levels) {
  return levels.map(([price]) => price);
}
