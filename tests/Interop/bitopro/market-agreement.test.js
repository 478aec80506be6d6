// Public data: our cmdlets, the service's own text, and ccxt say the same. The venue's clock stands still.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { assertNumber, assertSame, assertSameList } from '../support/agreement.js';
import { traderOf } from '../support/ccxt.js';
import { objectsOf } from '../support/exchange.js';
import { startSimulator } from '../support/simulator.js';

const pairFields = {
  same: [
    ['pair', 'pair', 'text'],
    ['base', 'base', 'text'],
    ['quote', 'quote', 'text'],
    ['basePrecision', 'basePrecision', 'decimal'],
    ['quotePrecision', 'quotePrecision', 'decimal'],
    ['amountPrecision', 'amountPrecision', 'decimal'],
    ['minLimitBaseAmount', 'minLimitBaseAmount', 'decimal'],
    ['maxLimitBaseAmount', 'maxLimitBaseAmount', 'decimal'],
    ['minMarketBuyQuoteAmount', 'minMarketBuyQuoteAmount', 'decimal'],
    ['orderOpenLimit', 'orderOpenLimit', 'decimal'],
    ['maintain', 'maintain', 'flag'],
    ['orderBookQuotePrecision', 'orderBookQuotePrecision', 'decimal'],
    ['orderBookQuoteScaleLevel', 'orderBookQuoteScaleLevel', 'decimal'],
  ],
};
const currencyFields = {
  same: [
    ['currency', 'currency', 'text'],
    ['withdrawFee', 'withdrawFee', 'decimal'],
    ['minWithdraw', 'minWithdraw', 'decimal'],
    ['maxWithdraw', 'maxWithdraw', 'decimal'],
    ['maxDailyWithdraw', 'maxDailyWithdraw', 'decimal'],
    ['withdraw', 'withdraw', 'flag'],
    ['deposit', 'deposit', 'flag'],
    ['depositConfirmation', 'depositConfirmation', 'decimal'],
  ],
};
const tickerFields = {
  same: [
    ['pair', 'pair', 'text'],
    ['lastPrice', 'lastPrice', 'decimal'],
    ['priceChange24Hr', 'priceChange24hr', 'decimal'],
    ['volume24Hr', 'volume24hr', 'decimal'],
    ['high24Hr', 'high24hr', 'decimal'],
    ['low24Hr', 'low24hr', 'decimal'],
    ['isBuyer', 'isBuyer', 'flag'],
  ],
  // These come with the stream only.
  ours: ['lastPriceUsd', 'lastPriceTwd', 'volume24HrUsd', 'volume24HrTwd', 'time'],
};
const bookFields = {
  same: [
    ['asks', 'asks', 'levels'],
    ['bids', 'bids', 'levels'],
  ],
  // Time and event come with the stream only.
  ours: ['pair', 'bestAsk', 'bestBid', 'spread', 'time', 'eventId'],
};
const tradeFields = {
  same: [
    ['time', 'timestamp', 'seconds'],
    ['price', 'price', 'decimal'],
    ['amount', 'amount', 'decimal'],
    ['isBuyer', 'isBuyer', 'flag'],
  ],
  ours: ['pair'],
};
const candleFields = {
  same: [
    ['time', 'timestamp', 'milliseconds'],
    ['open', 'open', 'decimal'],
    ['high', 'high', 'decimal'],
    ['low', 'low', 'decimal'],
    ['close', 'close', 'decimal'],
    ['volume', 'volume', 'decimal'],
  ],
  ours: ['pair', 'resolution'],
};

describe('Our cmdlets and ccxt read the same market', () => {
  let simulator, trader, now;
  const ours = (...args) => objectsOf(simulator.address, ...args);
  before(async () => {
    simulator = await startSimulator();
    trader = traderOf(simulator);
    await trader.loadMarkets();
    now = Date.parse((await simulator.ask('status')).now);
  });
  after(() => simulator.stop());

  test('Trading pairs', async () => {
    const pairs = await ours('Get-BitoProTradingPair');
    const markets = Object.values(trader.markets);
    assertSameList(pairs, markets.map((market) => market.info), pairFields);
    pairs.forEach((pair, i) => {
      assertNumber(markets[i].precision.price, 10 ** -pair.quotePrecision, 'price step');
      assertNumber(markets[i].precision.amount, 10 ** -pair.basePrecision, 'amount step');
      assertNumber(markets[i].limits.amount.min, pair.minLimitBaseAmount, 'minimum');
      assertNumber(markets[i].limits.amount.max, pair.maxLimitBaseAmount, 'maximum');
      assert.equal(markets[i].active, !pair.maintain);
    });
  });

  test('Currencies', async () => {
    const currencies = await ours('Get-BitoProCurrency');
    const theirs = Object.values(await trader.fetchCurrencies());
    assertSameList(currencies, theirs.map((currency) => currency.info), currencyFields);
    currencies.forEach((currency, i) => assertNumber(theirs[i].fee, currency.withdrawFee, currency.currency));
  });

  test('Tickers', async () => {
    const tickers = await ours('Get-BitoProTicker');
    const theirs = await trader.fetchTickers();
    for (const ticker of tickers) {
      const { info, last, high, low, percentage, baseVolume } = theirs[trader.safeSymbol(ticker.pair)];
      assertSame(ticker, info, tickerFields);
      assertNumber(last, ticker.lastPrice, 'last');
      assertNumber(high, ticker.high24Hr, 'high');
      assertNumber(low, ticker.low24Hr, 'low');
      // ccxt leaves out a change of exactly 0.
      assertNumber(percentage ?? 0, ticker.priceChange24Hr, 'change');
      assertNumber(baseVolume, ticker.volume24Hr, 'volume');
    }
    assert.equal(tickers.length, Object.keys(theirs).length);
  });

  test('Order books', async () => {
    const [book] = await ours('Get-BitoProOrderBook', 'btc_usdt', '-Limit', '50');
    assertSame(book, await trader.publicGetOrderBookPair({ pair: 'btc_usdt', limit: 50 }), bookFields);
    const { asks, bids } = await trader.fetchOrderBook('BTC/USDT', 50);
    assert.deepEqual([asks, bids], [floats(book.asks), floats(book.bids)]);
    assert.deepEqual([book.bestAsk, book.bestBid], [book.asks[0].price, book.bids[0].price]);
  });

  test('Public trades, newest first with us and oldest first with ccxt', async () => {
    const trades = await ours('Get-BitoProTrade', 'eth_twd');
    assertSameList(trades, (await trader.publicGetTradesPair({ pair: 'eth_twd' })).data, tradeFields);
    const theirs = (await trader.fetchTrades('ETH/TWD')).toReversed();
    assert.deepEqual(
      theirs.map(({ timestamp, price, amount }) => [timestamp, price, amount]).toSorted(),
      trades.map(({ time, price, amount }) => [Date.parse(time), Number(price), Number(amount)]).toSorted(),
    );
  });

  test('Candles of an hour', async () => {
    const to = Math.floor(now / 3_600_000) * 3600;
    const from = to - 47 * 3600;
    const candles = await candlesOf('btc_twd', '1h', from, to);
    const { data } = await trader.publicGetTradingHistoryPair({ pair: 'btc_twd', resolution: '1h', from, to });
    assertSameList(candles, data, candleFields);
    assert.deepEqual(await trader.fetchOHLCV('BTC/TWD', '1h', from * 1000, 48, { to }), rows(candles));
  });

  test('Minutes without trades are left out by us as by the service; ccxt invents flat candles for them', async () => {
    const minutes = 300;
    const from = (Math.floor(now / 60_000) - minutes) * 60;
    const to = from + (minutes - 1) * 60;
    const candles = await candlesOf('btc_twd', '1m', from, to);
    const theirs = await trader.fetchOHLCV('BTC/TWD', '1m', from * 1000, minutes, { to });
    const times = new Set(candles.map((candle) => Date.parse(candle.time)));
    const invented = theirs.filter(([time]) => !times.has(time));
    assert.deepEqual(
      theirs.filter(([time]) => times.has(time)),
      rows(candles),
    );
    assert.ok(invented.length > 0);
    assert.ok(invented.every(([, ...prices]) => prices.pop() === 0 && new Set(prices).size === 1));
  });

  function candlesOf(pair, resolution, from, to) {
    const [first, last] = [from, to].map((seconds) => new Date(seconds * 1000).toISOString());
    return ours('Get-BitoProCandlestick', pair, resolution, '-From', first, '-To', last);
  }
});

function floats(levels) {
  return levels.map(({ price, amount }) => [Number(price), Number(amount)]);
}

function rows(candles) {
  return candles.map((candle) => [
    Date.parse(candle.time),
    ...[candle.open, candle.high, candle.low, candle.close, candle.volume].map(Number),
  ]);
}
