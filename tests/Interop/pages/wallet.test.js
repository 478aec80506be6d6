// A person with a browser and the wallet's sign-in page; the program's half of the cryptography is OpenSSL's.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';

import { missing, openPage, picture, startBrowser } from '../support/browser.js';
import { startSimulator } from '../support/simulator.js';
import { signText, temporaryKey } from '../support/wallet.js';

const agentic = 'web3/priapi/v5/wallet/agentic';

describe('The wallet and a program that is not ours', () => {
  let simulator;
  before(async () => {
    simulator = await startSimulator();
  });
  after(() => simulator?.stop());

  describe('signed in to in a browser', { skip: missing }, () => {
    let browser;
    before(async () => {
      browser = await startBrowser();
    });
    after(() => browser?.close());

    for (const [button, loginType] of [
      ['Google', 'google'],
      ['Apple', 'apple'],
      ['E-mail', 'email'],
    ]) {
      test(`${button} opens a session`, async () => {
        const signIn = newSignIn();
        const { page } = await openPage(browser);

        await page.goto(signIn.address);
        await picture(page, 'wallet-sign-in');
        assert.equal((await signIn.poll()).code, 10018);
        await page.getByRole('button', { name: button }).click();
        await page.getByRole('heading', { name: 'Signed in' }).waitFor();

        const [session] = (await signIn.poll()).data;
        assert.equal(session.loginInfo.loginType, loginType);
        assert.equal(signIn.key.open(session.encryptedSessionSk).length, 32);
      });
    }

    test('Deny ends the sign-in', async () => {
      const signIn = newSignIn();
      const { page } = await openPage(browser);

      await page.goto(signIn.address);
      await page.getByRole('button', { name: 'Deny' }).click();

      await page.getByRole('heading', { name: 'Denied' }).waitFor();
      assert.equal((await signIn.poll()).code, 10020);
    });
  });

  test('What OpenSSL opens and signs, the simulator takes', async () => {
    const signIn = newSignIn();
    await simulator.tell('web3/approve', { signIn: signIn.address });
    const [session] = (await signIn.poll()).data;
    const seed = signIn.key.open(session.encryptedSessionSk);
    const [document] = (await call(session, 'GET', `${agentic}/strategy/getAttestDocHex`)).data;
    const now = Date.parse((await simulator.ask('status')).now);

    const order = orderOf(session, seed, now);
    const before = await call(session, 'POST', orders('createOrder'), order);
    const registered = await call(session, 'POST', `${agentic}/strategy/registerTeeInfo`, {
      accountId: session.accountId,
      timestamp: now,
      expireTimestamp: now + 2_592_000_000,
      attestDocHex: document,
      sessionCert: session.sessionCert,
      sessionSig: signText(seed, Buffer.from(document, 'hex')),
    });
    const placed = await call(session, 'POST', orders('createOrder'), order);
    order.verifySignInfo.signMsg = order.verifySignInfo.signMsg.replace('10000000', '20000000');
    const forged = await call(session, 'POST', orders('createOrder'), order);

    assert.deepEqual([before.code, registered.code, placed.code, forged.code], [60018, 0, 0, 100007]);
    assert.match(placed.data.orderId, /^\d+$/);
  });

  function newSignIn() {
    const key = temporaryKey();
    const authSessionId = randomUUID();
    const query = new URLSearchParams({ authSessionId, tempPubKey: key.text, clientType: 'agent-cli' });
    return {
      key,
      address: `${simulator.address}web3/account/sociallogin?${query}`,
      poll: () => call(undefined, 'POST', `${agentic}/auth/session/result`, { authSessionId }),
    };
  }

  async function call(session, method, path, body) {
    const headers = { 'x-web3-auth-type': '1' };
    if (session !== undefined) {
      headers.authorization = `Bearer ${session.accessToken}`;
    }
    const reply = await fetch(simulator.address + path, { method, headers, body: JSON.stringify(body) });
    return reply.json();
  }
});

function orders(name) {
  return `web3/api/v1/dex/strategy/agentic/limitOrder/${name}`;
}

// Buys SOL for 10 USDC when it falls to 80 USD (strategy.md 2.5, 7.7).
function orderOf(session, seed, now) {
  const address = session.addressList.find(({ chainIndex }) => chainIndex === '501').address;
  const [from, to] = ['EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', '1'.repeat(32)];
  const expires = now + 604_800_000;
  const signMsg = [
    'You will place an order which will be verified and auto-signed by the trusted execution environment.',
    '',
    'Chain Index: 501',
    'Strategy Type: LimitOrderUbased',
    `Recipient: ${address}`,
    `Created At: ${new Date(now).toISOString()}`,
    `Expired At: ${new Date(expires).toISOString()}`,
    `From Token: ${from}`,
    `To Token: ${to}`,
    'From Amount(precision adjusted): 10000000',
    `Timestamp: ${now}`,
  ].join('\n');
  return {
    chainId: '501',
    userWalletAddress: address,
    rule: { fromTokenAddress: from, toTokenAddress: to, fromAmount: '10', triggerPrice: '80' },
    preset: {
      presetType: 1,
      buyPreset: {
        slippageType: 2,
        slippageLevel: 4,
        slippageValue: '0.15',
        dynamicMaxSlippageValue: null,
        routerModeType: 1,
        limitOrderFeeLevel: 2,
      },
    },
    strategyType: 2,
    strategyDirection: 0,
    expireTime: String(expires),
    sourceType: 4,
    verifySignInfo: {
      accountId: session.accountId,
      address,
      chainId: 501,
      signMsg,
      signature: signText(seed, signMsg),
      sessionCert: session.sessionCert,
      teeId: session.saTeeId,
    },
  };
}
