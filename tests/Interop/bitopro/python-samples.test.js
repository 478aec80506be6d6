// The official Python samples (bitopro-offical-api-docs: example/create_order.py; bitopro-api-python: bitopro_util.py)
// write the payload in the URL-safe alphabet of Base64, the C#, Go and JavaScript ones and the contract in the standard
// one (bitopro.md 1.3). Their requests, made by hand.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';

import { account, startSimulator } from '../support/simulator.js';

describe('The official Python samples', () => {
  let simulator, last;
  before(async () => {
    simulator = await startSimulator();
    const { data } = await (await fetch(`${simulator.bitoPro}/tickers/eth_twd`)).json();
    last = Number(data.lastPrice);
  });
  after(() => simulator.stop());

  test('For an order with >= their alphabet and the standard one differ', () => {
    const json = Buffer.from(stopOrder('>='));
    assert.match(json.toString('base64'), /\+/);
    assert.match(urlSafe(json), /-/);
  });

  test('The standard alphabet is accepted', async () => {
    const reply = await post('eth_twd', stopOrder('>='), standard);
    assert.equal(reply.status, 200);
    assert.match((await reply.json()).orderId, /^SL-\d+$/);
  });

  test('Their alphabet is answered 401 Invalid Signature, though the request is signed as it stands', async () => {
    const reply = await post('eth_twd', stopOrder('>='), urlSafe);
    assert.equal(reply.status, 401);
    assert.deepEqual(await reply.json(), { error: 'Invalid Signature' });
  });

  test('Their alphabet is accepted while no character of it differs, so the fault hides', async () => {
    const json = stopOrder('<=');
    assert.equal(urlSafe(Buffer.from(json)), standard(Buffer.from(json)));
    assert.equal((await post('eth_twd', json, urlSafe)).status, 200);
  });

  test('create_order.py of commit bed0bbe places its order: what differs is not in it', async () => {
    const reply = await post('btc_twd', createOrder('750000'), urlSafe);
    assert.equal(reply.status, 200);
    assert.equal((await reply.json()).timeInForce, 'POST_ONLY');
  });

  test('create_order.py of commit 6d379e0 sends no body, and is answered 400 Invalid body', async () => {
    const reply = await post('BTC_USDT', createOrder('10000'), urlSafe, '');
    assert.equal(reply.status, 400);
    assert.deepEqual(await reply.json(), { error: 'Invalid body' });
  });

  function stopOrder(condition) {
    const stop = String(Math.round(last * (condition === '>=' ? 1.1 : 0.9)));
    const rest = { price: stop, timestamp: Date.now(), type: 'STOP_LIMIT', stopPrice: stop, condition };
    // Only where the > is the last of three bytes there is a + to write; the amount's length puts it there.
    return ['0.25', '0.255', '0.2555']
      .map((amount) => pythonJson({ action: 'BUY', amount, ...rest }))
      .find((json) => condition === '<=' || standard(Buffer.from(json)).includes('+'));
  }

  function post(pair, json, encode, body = json) {
    const payload = encode(Buffer.from(json));
    return fetch(`${simulator.bitoPro}/orders/${pair}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-BITOPRO-APIKEY': account.apiKey,
        'X-BITOPRO-PAYLOAD': payload,
        'X-BITOPRO-SIGNATURE': createHmac('sha384', account.secret).update(payload).digest('hex'),
      },
      body,
    });
  }
});

function createOrder(price) {
  return pythonJson({
    action: 'BUY',
    amount: '0.0001',
    price,
    timestamp: Date.now(),
    type: 'LIMIT',
    timeInForce: 'POST_ONLY',
  });
}

// json.dumps: a space behind every comma and colon.
function pythonJson(order) {
  const members = Object.entries(order).map((member) => member.map((part) => JSON.stringify(part)).join(': '));
  return `{${members.join(', ')}}`;
}

function standard(bytes) {
  return bytes.toString('base64');
}

// base64.urlsafe_b64encode: other letters for 62 and 63, the padding stays.
function urlSafe(bytes) {
  return standard(bytes).replaceAll('+', '-').replaceAll('/', '_');
}
