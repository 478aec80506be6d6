// OKX's own command line and our cmdlets make signed calls with one key to one simulator, which checks signatures with code of its own.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';

import { runWith } from '../support/exchange.js';
import { Home } from '../support/okx-cli.js';
import { startRecorder } from '../support/recorder.js';
import { startSimulator } from '../support/simulator.js';

// The rehearsal account that every simulator has (src/Exchange.Simulator/Okx/OkxSimulatorAccount.cs).
const keys = {
  live: ['simulator-okx-live-key-0001', 'simulator-okx-live-secret-0001', 'Simulator-Live-Pass-0001'],
  demo: ['simulator-okx-demo-key-0001', 'simulator-okx-demo-secret-0001', 'Simulator-Demo-Pass-0001'],
};

let simulator;
let recorder;
let home;

before(async () => {
  simulator = await startSimulator({ frozen: false });
  recorder = await startRecorder(simulator.address);
  home = new Home();
  const profile = (name, [key, secret, passphrase], demo) =>
    `[profiles.${name}]\nsite = "eea"\nbase_url = "${recorder.address}okx"\ndemo = ${demo}\n` +
    `api_key = "${key}"\nsecret_key = "${secret}"\npassphrase = "${passphrase}"\n\n`;
  home.write(
    `default_profile = "live"\n\n${profile('live', keys.live, false)}${profile('demo', keys.demo, true)}` +
      profile('wrong', [keys.live[0], 'another-secret', keys.live[2]], false),
  );
});

after(async () => {
  await recorder?.stop();
  await simulator?.stop();
  home?.remove();
});

/** What `okx` prints as JSON. */
const okx = async (profile, ...args) => JSON.parse(await home.okxAsync('--profile', profile, '--json', ...args));

/** What our cmdlet emits. */
async function ours(profile, ...args) {
  const end = await runWith({ HOME: home.folder }, ...args, '-Profile', profile);
  assert.equal(end.code, 0, end.text);
  return end.objects;
}

const signed = () => recorder.requests.filter((request) => request.headers['ok-access-sign'] !== undefined);

function signatureOf({ method, url, headers, body }, secret) {
  const target = url.slice(url.indexOf('/api/'));
  return createHmac('sha256', secret)
    .update(`${headers['ok-access-timestamp']}${method}${target}`)
    .update(body)
    .digest('base64');
}

describe('One key, one simulator, two programs', () => {
  for (const profile of ['live', 'demo']) {
    test(`Both read the same balances of the ${profile} account`, async () => {
      const theirs = await okx(profile, 'account', 'balance');
      const details = theirs.flatMap((account) => account.details ?? []);
      const mine = await ours(profile, 'Get-OkxBalance');

      assert.ok(details.length >= 3);
      assert.deepEqual(
        mine.map((balance) => [balance.currency, Number(balance.available)]).sort(),
        details.map((balance) => [balance.ccy, Number(balance.availBal)]).sort(),
      );
    });
  }

  test('An order of each is seen by the other', async () => {
    await okx('live', 'spot', 'place', '--instId', 'BTC-USDT', '--side', 'buy', '--ordType', 'limit', '--px', '100', '--sz', '0.01');
    const body = { instId: 'BTC-USDT', tdMode: 'cash', side: 'buy', ordType: 'limit', px: '101', sz: '0.02' };
    const [receipt] = await ours(
      'live',
      'Invoke-OkxRequest',
      '-Method',
      'POST',
      '/api/v5/trade/order',
      '-Body',
      JSON.stringify(body),
      '-Confirm:$false',
    );

    const theirs = await okx('live', 'spot', 'orders');
    const mine = await ours('live', 'Invoke-OkxRequest', '/api/v5/trade/orders-pending');

    assert.deepEqual(mine.map((order) => order.px).sort(), ['100', '101']);
    assert.deepEqual(theirs.map((order) => order.ordId).sort(), mine.map((order) => order.ordId).sort());
    assert.ok(theirs.some((order) => order.ordId === receipt.orderId));
  });

  test('Every signed request of both carries the signature of the contract', async () => {
    await okx('live', 'account', 'balance', 'BTC');
    await ours('live', 'Get-OkxBalance', 'BTC,ETH');
    const requests = signed();

    assert.ok(requests.some((request) => request.headers['user-agent'].startsWith('okx-powershell/')));
    assert.ok(requests.some((request) => !request.headers['user-agent'].startsWith('okx-powershell/')));
    assert.ok(requests.some((request) => request.method === 'POST'));
    for (const request of requests) {
      const [, secret] = Object.values(keys).find(([key]) => key === request.headers['ok-access-key']);
      assert.equal(request.headers['ok-access-sign'], signatureOf(request, secret), request.url);
      assert.match(request.headers['ok-access-timestamp'], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });

  test('Simulated trading is the same header for both', async () => {
    recorder.requests.length = 0;
    await okx('demo', 'account', 'balance');
    await ours('demo', 'Get-OkxBalance');

    assert.deepEqual(signed().map((request) => request.headers['x-simulated-trading']), ['1', '1']);
  });

  test('A wrong secret is refused for both', async () => {
    // This version of theirs looks at the HTTP status before the code, and does not name 50113.
    await assert.rejects(home.okxAsync('--profile', 'wrong', '--json', 'account', 'balance'), /401 from OKX: Invalid signature/);
    const end = await runWith({ HOME: home.folder }, 'Get-OkxBalance', '-Profile', 'wrong');

    assert.equal(end.errors[0].id, 'Okx.AuthenticationError.50113');
    assert.match(end.errors[0].remedy, /There are two ways\./);
    assert.ok(!end.text.includes('another-secret'));
  });
});
