// The worked vectors of bitopro.md 1.8, signed by ccxt's own sign(), and what our program sends, signed again by ccxt.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { objectsOf } from '../support/exchange.js';
import { startRecorder } from '../support/recorder.js';
import { account, startSimulator } from '../support/simulator.js';

const vectorKey = { apiKey: 'abc12f00dfeed0000cafe6789', secret: 'bp-test-secret-0001' };

// vector, JSON, Base64 (where it is printed), signature
const vectors = [
  [
    'V1',
    '{"identity":"trader@example.com","nonce":1700000000123}',
    'eyJpZGVudGl0eSI6InRyYWRlckBleGFtcGxlLmNvbSIsIm5vbmNlIjoxNzAwMDAwMDAwMTIzfQ==',
    '2a2c1f59edde319b6005131bb5f97b5ac0b4a6a9b96590eadacbd9f4eb87b12d9c6f00cb5229c2be5cce21455ad55e5a',
  ],
  [
    'V2',
    '{"identity":"trader@example.com","nonce":1700000000124}',
    'eyJpZGVudGl0eSI6InRyYWRlckBleGFtcGxlLmNvbSIsIm5vbmNlIjoxNzAwMDAwMDAwMTI0fQ==',
    'e0d8acac61f604338c77a0addb0d519443a62b76cad65423a90369aa1ef4f9d2d598733c1ad96c37e3b66078b3687804',
  ],
  [
    'V3',
    '{"action":"BUY","amount":"0.0015","price":"2800000","timestamp":1700000000125,"type":"LIMIT","timeInForce":"GTC","clientId":2147483647,"nonce":1700000000125}',
    'eyJhY3Rpb24iOiJCVVkiLCJhbW91bnQiOiIwLjAwMTUiLCJwcmljZSI6IjI4MDAwMDAiLCJ0aW1lc3RhbXAiOjE3MDAwMDAwMDAxMjUsInR5cGUiOiJMSU1JVCIsInRpbWVJbkZvcmNlIjoiR1RDIiwiY2xpZW50SWQiOjIxNDc0ODM2NDcsIm5vbmNlIjoxNzAwMDAwMDAwMTI1fQ==',
    '1db760458ded53686b94d410e84f0cef92637769230b91e1aaa7f82db5b1f604d0c02a02b6b35cf51eb8f0b365283fc8',
  ],
  [
    'V4',
    '{"BTC_TWD":["1234567890","SL-1234567891"],"ETH_USDT":["9876543210"],"nonce":1700000000126}',
    'eyJCVENfVFdEIjpbIjEyMzQ1Njc4OTAiLCJTTC0xMjM0NTY3ODkxIl0sIkVUSF9VU0RUIjpbIjk4NzY1NDMyMTAiXSwibm9uY2UiOjE3MDAwMDAwMDAxMjZ9',
    '44a0e90ac6def2f5f6f108f80fd8289f3f1df52d0976480c10df0aede487288a3510ee3cc04f7b1e3f0cea815fa05a8a',
  ],
  [
    'V4d',
    '{"BTC_TWD":["1234567890","SL-1234567891"],"ETH_USDT":["9876543210"]}',
    'eyJCVENfVFdEIjpbIjEyMzQ1Njc4OTAiLCJTTC0xMjM0NTY3ODkxIl0sIkVUSF9VU0RUIjpbIjk4NzY1NDMyMTAiXX0=',
    'e413dee703a722b1c94d7d8caaa809a623f8c8945a57f2d6cab36b6688f3b702a6cee6517c09ad8128530c4db2c85d4f',
  ],
  [
    'V5',
    '{"action":"SELL","amount":"0.25","price":"88000","timestamp":1700000000127,"type":"STOP_LIMIT","stopPrice":"88500","condition":">=","timeInForce":"GTC","clientId":2147483647,"nonce":1700000000127}',
    'eyJhY3Rpb24iOiJTRUxMIiwiYW1vdW50IjoiMC4yNSIsInByaWNlIjoiODgwMDAiLCJ0aW1lc3RhbXAiOjE3MDAwMDAwMDAxMjcsInR5cGUiOiJTVE9QX0xJTUlUIiwic3RvcFByaWNlIjoiODg1MDAiLCJjb25kaXRpb24iOiI+PSIsInRpbWVJbkZvcmNlIjoiR1RDIiwiY2xpZW50SWQiOjIxNDc0ODM2NDcsIm5vbmNlIjoxNzAwMDAwMDAwMTI3fQ==',
    'cfd29cf3a2c57a304b30fd831dec2a4eb4a1c9efe9f2e3819d328b8db7f38601eb7e413d8be75e95e003034b49ce6571',
  ],
  [
    'V6',
    '[{"pair":"btc_twd","action":"BUY","type":"LIMIT","price":"2800000","amount":"0.0015","timestamp":1700000000129,"timeInForce":"GTC","clientId":2147483647,"nonce":1700000000129},{"pair":"eth_twd","action":"SELL","type":"MARKET","amount":"0.1","timestamp":1700000000129,"clientId":2147483647,"nonce":1700000000129}]',
    undefined,
    '251d5343793ead7bfe3ef4559f8dcb10c96e733951c6d25088f18ff1ffa8e1483095c5d8d739e52b90d4acc0825e41e5',
  ],
  [
    'V7',
    '{"amount":"100","protocol":"TRX","address":"TXYZexampleaddr000000000000000000","nonce":1700000000130}',
    undefined,
    '5c12a748d5dde2520ed9974c604e3f927bc41187b2f022305cd062c9df70d63938b7d2f1c80b78e5f58c66c4b0d7c225',
  ],
  [
    'V8',
    '{"identity":"a+b@example.com","nonce":1700000000128}',
    'eyJpZGVudGl0eSI6ImErYkBleGFtcGxlLmNvbSIsIm5vbmNlIjoxNzAwMDAwMDAwMTI4fQ==',
    'a422fd9d3cd9e4853e391ed8d1013c34b7ad4845e1f3712c969abce5e8fce4dff29e02eaf394920fcbc325de8fdf5d3f',
  ],
];

describe('ccxt signs the vectors as the contract prints them', () => {
  for (const [vector, json, payload, signature] of vectors) {
    test(`${vector} has the same bytes, Base64 and signature`, () => {
      const signed = signedByCcxt(vectorKey, JSON.parse(json));
      assert.equal(signed.body, json);
      assert.equal(signed.headers['X-BITOPRO-PAYLOAD'], payload ?? Buffer.from(json).toString('base64'));
      assert.equal(signed.headers['X-BITOPRO-SIGNATURE'], signature);
      assert.equal(signed.headers['X-BITOPRO-APIKEY'], vectorKey.apiKey);
    });
  }

  test('A GET of ccxt itself signs the nonce alone, and not the query', () => {
    const trader = new ccxt.bitopro(vectorKey);
    trader.milliseconds = () => 1700000000123;
    const { url, headers, body } = trader.sign('orders/open', 'private', 'GET', { pair: 'btc_twd' });
    assert.match(url, /\/orders\/open\?pair=btc_twd$/);
    assert.equal(body, undefined);
    assert.equal(
      headers['X-BITOPRO-SIGNATURE'],
      '406d578e3fb676c087d6d30987b7a9bb62766cc2824259e66d7bdebb7359046d38be7cf2add893cd99273b95340ab974',
    );
  });
});

describe('ccxt signs what our program sent with the same signature', () => {
  let simulator, recorder;
  before(async () => {
    simulator = await startSimulator();
    recorder = await startRecorder(simulator.address);
  });
  after(async () => {
    await recorder.stop();
    await simulator.stop();
  });

  test('GET', async () => {
    const [sent] = await sentBy('GET', 'Get-BitoProBalance');
    assert.deepEqual(Object.keys(payloadOf(sent)), ['identity', 'nonce']);
    assertSameSignature(sent);
  });

  test('POST with >=, whose body is the payload byte for byte', async () => {
    const [ticker] = await objectsOf(simulator.address, 'Get-BitoProTicker', 'eth_twd');
    const price = String(Math.round(Number(ticker.lastPrice) * 1.1));
    const order = ['Invoke-BitoProOrder', 'eth_twd', 'Buy', 'StopLimit', '0.25', price, '-StopPrice', price];
    const [sent] = await sentBy('POST', ...order, '-Condition', '>=', '-Confirm:$false');
    assert.equal(sent.body.toString('utf8'), Buffer.from(sent.headers['x-bitopro-payload'], 'base64').toString('utf8'));
    assert.match(sent.body.toString('utf8'), /"condition":">=".*"nonce":\d+}$/);
    assertSameSignature(sent);
  });

  test('DELETE', async () => {
    const order = ['Invoke-BitoProOrder', 'bito_twd', 'Buy', 'Limit', '100', '0.5', '-Confirm:$false'];
    const [{ orderId }] = await objectsOf(simulator.address, ...order);
    const [sent] = await sentBy('DELETE', 'Stop-BitoProOrder', 'bito_twd', orderId, '-Confirm:$false');
    assert.equal(sent.body.length, 0);
    assertSameSignature(sent);
  });

  async function sentBy(method, ...args) {
    recorder.requests.length = 0;
    await objectsOf(recorder.address, ...args);
    return recorder.requests.filter((sent) => sent.method === method && sent.headers['x-bitopro-apikey']);
  }
});

// sign() signs what it is given for a POST as it stands; the method and the path are no part of a signature.
function signedByCcxt(key, content) {
  return new ccxt.bitopro(key).sign('orders/btc_twd', 'private', 'POST', content);
}

function payloadOf(sent) {
  return JSON.parse(Buffer.from(sent.headers['x-bitopro-payload'], 'base64').toString('utf8'));
}

function assertSameSignature(sent) {
  const { headers } = signedByCcxt(account, payloadOf(sent));
  assert.equal(headers['X-BITOPRO-APIKEY'], sent.headers['x-bitopro-apikey']);
  assert.equal(headers['X-BITOPRO-PAYLOAD'], sent.headers['x-bitopro-payload']);
  assert.equal(headers['X-BITOPRO-SIGNATURE'], sent.headers['x-bitopro-signature']);
}
