// The other program itself reads the login that we wrote. It is some 450 MB of packages and wants Node 22, so it is not installed here:
// EXCHANGE_INTEROP_OPENCLAW names folders (with ; between) in which one was, and EXCHANGE_INTEROP_NODE a Node that can run it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { startSimulator } from '../support/simulator.js';
import { signIn } from '../support/codex.js';

const folders = (process.env.EXCHANGE_INTEROP_OPENCLAW ?? '').split(';').filter((folder) => folder !== '');
const node = process.env.EXCHANGE_INTEROP_NODE ?? process.execPath;

if (folders.length === 0) {
  test(
    'OpenClaw lists the profile that we wrote',
    { skip: 'OPENCLAW DID NOT RUN: set EXCHANGE_INTEROP_OPENCLAW to a folder with node_modules/openclaw (docs/interop.md)' },
    () => {},
  );
}

for (const folder of folders) {
  const program = path.join(folder, 'node_modules', 'openclaw');
  const { version } = JSON.parse(readFileSync(path.join(program, 'package.json'), 'utf8'));
  describe(`OpenClaw ${version}`, () => {
    let simulator;
    let home;
    before(async () => {
      simulator = await startSimulator({ frozen: false });
      home = mkdtempSync(path.join(tmpdir(), 'exchange-interop-openclaw-'));
    });
    after(async () => {
      await simulator.stop();
      rmSync(home, { recursive: true, force: true });
    });

    test('It lists the profile that we wrote, with its end', { timeout: 180_000 }, async () => {
      const state = path.join(home, '.openclaw');
      const result = await signIn(simulator, 'work', { OPENCLAW_STATE_DIR: state });

      const { stdout } = await promisify(execFile)(
        node,
        [path.join(program, 'openclaw.mjs'), 'models', 'status', '--json'],
        { env: { PATH: process.env.PATH, HOME: home, OPENCLAW_STATE_DIR: state } },
      );

      const { auth } = JSON.parse(stdout.slice(stdout.indexOf('{')));
      const [profile] = auth.oauth.profiles;
      assert.equal(profile.profileId, 'openai-codex:work');
      assert.equal(profile.provider, 'openai-codex');
      assert.equal(profile.type, 'oauth');
      assert.equal(profile.status, 'ok');
      assert.equal(profile.expiresAt, Date.parse(result.expires));
    });
  });
}
