// One ~/.okx/config.toml, written and read by OKX's own command line and by our cmdlets in turn.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';

import { repository } from '../support/exchange.js';
import { cli, Home } from '../support/okx-cli.js';

const key = '3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d';
const secret = '9D1C0F2B7E4A4C6FA3B85D6E7F809A1B';
const parameters = ['-ApiKey', 'env:TEST_KEY', '-SecretKey', 'env:TEST_SECRET', '-Passphrase', 'env:TEST_PASSPHRASE'];

const example = `# my comment stays
default_profile = "okx-demo"
knowledge_dir = "context-kg"        # reserved

[profiles.okx-demo]
site = "eea"
demo = true
api_key = "${key}"
secret_key = "${secret}"
passphrase = '''Str0ng#Pass"phrase'1'''   # both quote kinds
timeout_ms = 20000

[profiles."desk.2"]                 # name with a dot must be quoted
site = "us"
base_url = "https://us.okx.com"
future_option = [1, 2]              # unknown: kept
`;

const passphrases = [
  'plain',
  'with # and spaces inside',
  "it's",
  'say "yes"',
  'C:\\keys\\1',
  'both \' and " and \\',
  `'''"""`,
  'ends with \\',
  '[a] = {b}',
];

let home;
beforeEach(() => {
  home = new Home();
});
afterEach(() => home.remove());

function add(name, passphrase, ...more) {
  const variables = { TEST_KEY: key, TEST_SECRET: secret, TEST_PASSPHRASE: passphrase };
  return home.exchange(variables, 'Add-OkxProfile', name, ...parameters, ...more);
}

describe('What we write, okx reads', () => {
  for (const [index, passphrase] of passphrases.entries()) {
    test(`A passphrase of kind ${index + 1} arrives as it was given`, async () => {
      await add('main', passphrase, '-Site', 'eea', '-Demo');
      assert.deepEqual(home.shown(), {
        default_profile: 'main',
        profiles: { main: { site: 'eea', demo: true, api_key: key, secret_key: secret, passphrase } },
      });
    });
  }

  test('A profile beside others leaves them, and what okx does not know, as they were', async () => {
    home.write(example);
    const before = home.shown();
    await add('new desk', 'plain', '-Site', 'us', '-Live');
    const after = home.shown();
    assert.equal(after.default_profile, 'new desk');
    assert.deepEqual(after.profiles['new desk'], {
      site: 'us',
      demo: false,
      api_key: key,
      secret_key: secret,
      passphrase: 'plain',
    });
    delete after.profiles['new desk'];
    assert.deepEqual({ ...after, default_profile: before.default_profile }, before);
    assert.ok(home.text.startsWith('# my comment stays\ndefault_profile = "new desk"\n'));
    assert.match(home.text, /future_option = \[1, 2\] {14}# unknown: kept\n/);
  });

  test('A profile that we have removed is gone for okx, the others are not', async () => {
    home.write(example);
    await home.exchange({}, 'Remove-OkxProfile', 'okx-demo', '-Confirm:$false');
    assert.deepEqual(home.shown(), {
      knowledge_dir: 'context-kg',
      profiles: { 'desk.2': { site: 'us', base_url: 'https://us.okx.com', future_option: [1, 2] } },
    });
  });
});

describe('What okx writes, we read', () => {
  test('A profile that okx has added is listed by us', async () => {
    home.okx('config', 'add-profile', `AK=${key}`, `SK=${secret}`, 'PP=p"p', 'site=eea', 'demo=true', 'name=theirs');
    const { objects } = await home.exchange({}, 'Get-OkxProfile');
    assert.equal(objects.length, 1);
    const [{ name, isDefault, apiKey, site, mode, isComplete }] = objects;
    assert.deepEqual(
      { name, isDefault, apiKey, site, mode, isComplete },
      { name: 'theirs', isDefault: true, apiKey: '***8c9d', site: 'eea', mode: 'demo', isComplete: true },
    );
  });

  test('A file that okx has written anew says to us what it says to okx', async () => {
    home.write(example);
    home.okx('config', 'use', 'desk.2');
    const shown = home.shown();
    const { objects } = await home.exchange({}, 'Get-OkxConfig');
    assert.equal(objects[0].defaultProfile, shown.default_profile);
    assert.deepEqual(
      objects[0].profiles.map((profile) => profile.name),
      Object.keys(shown.profiles),
    );
    assert.deepEqual(shown.profiles['desk.2'].future_option, [1, 2]);
    // Its own way: comments are gone. What is left we keep.
    assert.doesNotMatch(home.text, /my comment|reserved|unknown/);
    const before = home.text;
    await home.exchange({}, 'Use-OkxProfile', 'okx-demo');
    assert.equal(home.text, before.replace('default_profile = "desk.2"', 'default_profile = "okx-demo"'));
  });

  test('okx leaves the file open to others; we say so, and our next write closes it', { skip: windows() }, async () => {
    home.okx('config', 'add-profile', `AK=${key}`, `SK=${secret}`, 'PP=p', 'name=theirs');
    const { text } = await home.exchange({}, 'Get-OkxProfile');
    assert.notEqual(statSync(home.file).mode & 0o077, 0);
    assert.match(text, /chmod 600/);
    await add('ours', 'p', '-Site', 'eea');
    assert.equal(statSync(home.file).mode & 0o777, 0o600);
  });
});

describe('In turn', () => {
  test('Both agree after every one of a dozen changes', async () => {
    for (let round = 0; round < 3; round++) {
      home.okx('config', 'add-profile', `AK=${key}`, `SK=${secret}`, 'PP=p', `name=theirs-${round}`);
      await agree();
      await add(`ours-${round}`, passphrases[round + 3], '-Site', 'us');
      await agree();
      home.okx('config', 'use', `theirs-${round}`);
      await agree();
      await home.exchange({}, 'Use-OkxProfile', `ours-${round}`);
      await agree();
    }
    await home.exchange({}, 'Remove-OkxProfile', 'theirs-1', '-Confirm:$false');
    assert.deepEqual(await agree(), ['theirs-0', 'ours-0', 'ours-1', 'theirs-2', 'ours-2']);
  });

  async function agree() {
    const theirs = home.shown();
    const { objects } = await home.exchange({}, 'Get-OkxConfig');
    const names = objects[0].profiles.map((profile) => profile.name);
    assert.deepEqual(names, Object.keys(theirs.profiles));
    assert.equal(objects[0].defaultProfile, theirs.default_profile);
    for (const profile of objects[0].profiles) {
      assert.equal(profile.apiKey, `***${theirs.profiles[profile.name].api_key.slice(-4)}`);
      assert.equal(profile.mode, theirs.profiles[profile.name].demo === true ? 'demo' : 'live');
    }
    return names;
  }
});

test('The installed okx is the one that the lock file pins', () => {
  const json = (...parts) => JSON.parse(readFileSync(path.join(...parts), 'utf8'));
  const folder = path.join(repository, 'tests', 'Interop');
  const wanted = json(folder, 'package.json').devDependencies['@okx_ai/okx-trade-cli'];
  assert.match(wanted, /^\d+\.\d+\.\d+$/);
  assert.equal(json(cli, 'package.json').version, wanted);
});

function windows() {
  return process.platform === 'win32' ? 'Modes are of Unix' : false;
}
