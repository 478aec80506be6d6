// How this tier reaches what it tests, and what it cannot reach.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import ccxt from 'ccxt';

import { objectsOf, repository, run } from '../support/exchange.js';
import { startSimulator } from '../support/simulator.js';

describe('The simulator in a process of its own', () => {
  let simulator;
  before(async () => {
    simulator = await startSimulator();
  });
  after(() => simulator.stop());

  test('Other processes find it by EXCHANGE_SIMULATOR', async () => {
    const [found] = await objectsOf(simulator.address, 'Get-ExchangeSimulator');
    assert.equal(found.address, simulator.address);
    assert.equal(found.processId, simulator.child.pid);
    assert.equal(found.inProcess, false);
  });

  test('Stop-ExchangeSimulator from another process ends it', async () => {
    const short = await startSimulator();
    const { code } = await run(short.address, 'Stop-ExchangeSimulator', '-Confirm:$false');
    assert.equal(code, 0);
    assert.equal(await short.ended(), 0);
  });
});

describe('What this tier stands on', () => {
  test('The installed ccxt is the one that the lock file pins', () => {
    const folder = path.join(repository, 'tests', 'Interop');
    const wanted = json(path.join(folder, 'package.json')).devDependencies.ccxt;
    assert.match(wanted, /^\d+\.\d+\.\d+$/);
    assert.equal(json(path.join(folder, 'package-lock.json')).packages['node_modules/ccxt'].version, wanted);
    assert.equal(json(path.join(folder, 'node_modules', 'ccxt', 'package.json')).version, wanted);
  });

  test('The lock file names no registry', () => {
    const lock = readFileSync(path.join(repository, 'tests', 'Interop', 'package-lock.json'), 'utf8');
    assert.doesNotMatch(lock, /"resolved"|registry/);
  });

  test('A call to the live service does not leave this process', async () => {
    const trader = new ccxt.bitopro();
    assert.equal(trader.urls.api.rest, 'https://api.bitopro.com/v3');
    await assert.rejects(trader.loadMarkets(), /127\.0\.0\.1 only, not api\.bitopro\.com/);
    await assert.rejects(fetch('https://api.bitopro.com/v3/tickers'), (error) =>
      /127\.0\.0\.1 only/.test(String(error.cause)),
    );
  });
});

function json(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
