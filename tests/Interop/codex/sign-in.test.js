// The simulator's part, asked by a client that is not ours: PKCE by Node's own crypto, forms by URLSearchParams.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';

import { startSimulator } from '../support/simulator.js';

const clientId = 'app_EMoamEEZ73f0CkXaXp7hrann';
const redirectUri = 'http://localhost:1455/auth/callback';

describe('The simulated sign-in', () => {
  let simulator;
  before(async () => {
    simulator = await startSimulator();
  });
  after(() => simulator.stop());

  test('A code is exchanged once, with its verifier', async () => {
    const { code, verifier } = await approved(simulator);
    assert.equal((await exchange(simulator, code, randomBytes(32).toString('base64url'))).status, 400);

    const second = await approved(simulator);
    const reply = await exchange(simulator, second.code, second.verifier);
    const tokens = await reply.json();
    assert.equal(reply.status, 200);
    assert.equal(claims(tokens.access_token)['https://api.openai.com/auth'].chatgpt_account_id, 'acct-rehearsal-0001');
    assert.equal((await exchange(simulator, second.code, second.verifier)).status, 400);
    assert.ok(verifier.length === 43 && tokens.expires_in > 0);
  });

  test('A refresh token rotates, as a form and as JSON, and its second use ends the session', async () => {
    const { code, verifier } = await approved(simulator);
    const first = await (await exchange(simulator, code, verifier)).json();
    const second = await (await token(simulator, { grant_type: 'refresh_token', refresh_token: first.refresh_token })).json();
    const third = await fetch(`${simulator.address}codex/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: clientId, grant_type: 'refresh_token', refresh_token: second.refresh_token }),
    });
    assert.equal(third.status, 200);

    const reused = await token(simulator, { grant_type: 'refresh_token', refresh_token: first.refresh_token });
    assert.equal(reused.status, 401);
    assert.equal((await reused.json()).error.code, 'refresh_token_reused');
    const { access_token: access } = await third.json();
    assert.equal((await usage(simulator, access)).status, 401);
  });

  test('Usage is told to a good token, and refused when it is arranged so', async () => {
    const { code, verifier } = await approved(simulator);
    const { access_token: access } = await (await exchange(simulator, code, verifier)).json();
    const told = await (await usage(simulator, access)).json();
    assert.equal(told.plan_type, 'plus');
    assert.equal(told.rate_limit.primary_window.limit_window_seconds, 18000);

    await simulator.tell('codex/usage', { accept: false });
    assert.equal((await usage(simulator, access)).status, 401);
    await simulator.tell('codex/usage', { accept: true });
  });

  test('The page asks, and refuses what is not the flow of the contract', async () => {
    const good = authorize(simulator, 'x'.repeat(43));
    assert.equal((await fetch(good)).status, 200);
    for (const name of ['client_id', 'redirect_uri', 'code_challenge', 'code_challenge_method', 'state', 'scope']) {
      const bad = new URL(good);
      bad.searchParams.set(name, 'other');
      assert.equal((await fetch(bad, { redirect: 'manual' })).status, 400, name);
    }
  });
});

function authorize(simulator, challenge) {
  const url = new URL(`${simulator.address}codex/oauth/authorize`);
  const pairs = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile email offline_access',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: randomBytes(16).toString('hex'),
  };
  Object.entries(pairs).forEach(([name, value]) => url.searchParams.set(name, value));
  return url;
}

async function approved(simulator) {
  const verifier = randomBytes(32).toString('base64url');
  const url = authorize(simulator, createHash('sha256').update(verifier).digest('base64url'));
  const state = url.searchParams.get('state');
  url.searchParams.set('decision', 'approve');
  const reply = await fetch(url, { redirect: 'manual' });
  const callback = new URL(reply.headers.get('location'));
  assert.equal(reply.status, 302);
  assert.equal(callback.origin + callback.pathname, redirectUri);
  assert.equal(callback.searchParams.get('state'), state);
  return { code: callback.searchParams.get('code'), verifier };
}

function exchange(simulator, code, verifier) {
  return token(simulator, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri });
}

function token(simulator, fields) {
  return fetch(`${simulator.address}codex/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...fields }),
  });
}

function usage(simulator, access) {
  return fetch(`${simulator.address}codex/backend-api/wham/usage`, { headers: { authorization: `Bearer ${access}` } });
}

function claims(jwt) {
  return JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
}
