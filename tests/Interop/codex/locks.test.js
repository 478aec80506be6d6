// The two shapes of lock that the other program's generations use, made by programs that are not ours: each excludes our writer, is
// excluded by it, and no update is lost.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import lockfile from 'proper-lockfile';

import { addProfile, newStore, ourHolder, ourWriter, pause, profilesOf } from '../support/store.js';

const writes = 50;

/** Era A: proper-lockfile makes a folder, as the other program asks it to. */
async function withFolder(store, body) {
  const release = await lockfile.lock(store, {
    stale: 30_000,
    retries: { retries: 400, factor: 1, minTimeout: 20, maxTimeout: 100, randomize: true },
  });
  try {
    body();
  } finally {
    await release();
  }
}

/** Era B: a file, made exclusively, with its holder in it. */
async function withFile(store, body) {
  const path = `${store}.lock`;
  const descriptor = await takeFile(path);
  try {
    body();
  } finally {
    closeSync(descriptor);
    rmSync(path);
  }
}

async function takeFile(path) {
  for (let tries = 0; tries < 2000; tries++) {
    try {
      const descriptor = openSync(path, 'wx', 0o600);
      writeSync(descriptor, body());
      return descriptor;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
      await pause(10 + Math.random() * 40);
    }
  }
  throw new Error('The lock was never free.');
}

function body() {
  const holder = { pid: process.pid, createdAt: new Date().toISOString() };
  if (process.platform === 'linux') {
    const stat = readFileSync(`/proc/${process.pid}/stat`, 'utf8');
    holder.startTime = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  }
  return JSON.stringify(holder, null, 2);
}

for (const [name, locked] of [
  ['proper-lockfile', withFolder],
  ['a lock file of Node', withFile],
]) {
  describe(name, () => {
    let place;
    before(() => {
      place = newStore();
    });
    after(() => place.remove());

    test(`${writes} writes of ours and ${writes} of theirs at once: no update is lost`, async () => {
      const ours = ourWriter(place.store, 'ours', writes);
      for (let i = 0; i < writes; i++) {
        await locked(place.store, () => addProfile(place.store, `openai-codex:theirs-${i}`));
        await pause(Math.random() * 30);
      }
      assert.equal(await ours, 0);

      const ids = new Set(profilesOf(place.store));
      for (let i = 0; i < writes; i++) {
        assert.ok(ids.has(`openai-codex:ours-${i}`), `ours ${i} is lost`);
        assert.ok(ids.has(`openai-codex:theirs-${i}`), `theirs ${i} is lost`);
      }
      assert.equal(ids.size, 2 * writes);
      assert.equal(existsSync(`${place.store}.lock`), false);
    });

    test('While they hold it, we wait', async () => {
      let ours;
      let isDone = false;
      await locked(place.store, () => {
        ours = ourWriter(place.store, 'waited', 1).then((code) => {
          isDone = true;
          return code;
        });
        // Held while our writer starts and knocks: this thread does nothing else meanwhile.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
        assert.ok(!profilesOf(place.store).includes('openai-codex:waited-0'));
      });
      assert.equal(await ours, 0);
      assert.ok(isDone);
      assert.ok(profilesOf(place.store).includes('openai-codex:waited-0'));
    });
  });
}

describe('While we hold it', () => {
  let place;
  before(() => {
    place = newStore();
  });
  after(() => place.remove());

  test('proper-lockfile gets ELOCKED, and Node gets EEXIST', async () => {
    const holder = await ourHolder(place.store);
    try {
      await assert.rejects(lockfile.lock(place.store, { stale: 30_000, retries: 0 }), { code: 'ELOCKED' });
      assert.throws(() => openSync(`${place.store}.lock`, 'wx'), { code: 'EEXIST' });
      const left = JSON.parse(readFileSync(`${place.store}.lock`, 'utf8'));
      assert.equal(typeof left.pid, 'number');
      assert.match(left.createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    } finally {
      await holder.kill();
    }
  });

  test('What we left when we were killed is taken by our next writer', async () => {
    assert.equal(await ourWriter(place.store, 'next', 1), 0);
    assert.ok(profilesOf(place.store).includes('openai-codex:next-0'));
  });
});

describe('What others left behind', () => {
  let place;
  before(() => {
    place = newStore();
  });
  after(() => place.remove());

  test("A folder that nobody has touched for 31 seconds is taken away, as proper-lockfile's own", async () => {
    mkdirSync(`${place.store}.lock`);
    const then = new Date(Date.now() - 31_000);
    utimesSync(`${place.store}.lock`, then, then);
    assert.equal(await ourWriter(place.store, 'folder', 1), 0);
  });

  test('A file of a process that has gone is taken away', async () => {
    writeFileSync(`${place.store}.lock`, JSON.stringify({ pid: 2 ** 22 + 7, createdAt: new Date().toISOString() }));
    assert.equal(await ourWriter(place.store, 'file', 1), 0);
  });
});
