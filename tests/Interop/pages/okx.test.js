// A person with a browser and the pages of the simulated OKX. JavaScript is off: the pages must work without.
import '../support/loopback.js';

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { missing, openPage, picture, startBrowser } from '../support/browser.js';
import { balanceCode, startDevice } from '../support/okx.js';
import { startSimulator } from '../support/simulator.js';

describe('Signing in to OKX in a browser', { skip: missing }, () => {
  let simulator;
  let browser;
  before(async () => {
    simulator = await startSimulator();
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await simulator?.stop();
  });

  test('A code that is typed and approved becomes a session', async () => {
    const device = await startDevice(simulator);
    const { page } = await openPage(browser);

    await page.goto(device.verification_uri);
    await page.getByLabel('Enter the code that your terminal shows').fill(device.user_code.toLowerCase());
    await picture(page, 'okx-code');
    await page.getByRole('button', { name: 'Approve' }).click();

    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    await picture(page, 'okx-approved');
    assert.equal(await stateOf(device.user_code), 'approved');
    const { access_token } = await device.poll();
    assert.equal(await balanceCode(simulator, access_token), '0');
  });

  test('The Enter key in the field approves, as a form does', async () => {
    const device = await startDevice(simulator);
    const { page } = await openPage(browser);

    await page.goto(device.verification_uri);
    await page.getByLabel('Enter the code').fill(device.user_code);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    assert.equal(await stateOf(device.user_code), 'approved');
  });

  test('The complete address shows who asks for what, and can be denied', async () => {
    const device = await startDevice(simulator, 'A <b>program</b>');
    const { page } = await openPage(browser);

    await page.goto(device.verification_uri_complete);
    await picture(page, 'okx-consent');
    assert.equal(await page.getByText('A <b>program</b>').count(), 1);
    assert.equal(await page.getByText('live:read, live:trade, demo:read').count(), 1);
    await page.getByRole('button', { name: 'Deny' }).click();

    await page.getByRole('heading', { name: 'Denied' }).waitFor();
    assert.equal(await stateOf(device.user_code), 'denied');
    assert.equal((await device.poll()).error, 'access_denied');
  });

  test('A code that does not exist leaves the person where they can type again', async () => {
    const { page } = await openPage(browser);

    await page.goto(`${simulator.address}okx/activate`);
    await page.getByLabel('Enter the code').fill('NOPE-NOPE');
    await page.getByRole('button', { name: 'Approve' }).click();

    assert.match(await page.getByRole('alert').textContent(), /no such code/i);
    assert.equal(await page.getByLabel('Enter the code').inputValue(), 'NOPE-NOPE');
  });

  test('Access is taken back with a click', async () => {
    const device = await startDevice(simulator, 'To be revoked');
    await simulator.tell('okx/approve', { userCode: device.user_code });
    const { access_token } = await device.poll();
    const { page } = await openPage(browser);

    await page.goto(`${simulator.address}okx/connected-apps`);
    const app = page.getByRole('listitem').filter({ hasText: 'To be revoked' });
    await picture(page, 'okx-connected-apps');
    await app.getByRole('button', { name: 'Revoke access' }).click();

    await app.waitFor({ state: 'detached' });
    assert.equal(await balanceCode(simulator, access_token), '50114');
  });

  for (const [name, settings] of [
    ['a phone', { viewport: { width: 320, height: 640 } }],
    ['a dark screen', { colorScheme: 'dark' }],
  ]) {
    test(`On ${name} the page fits, asks for nothing else and complains of nothing`, async () => {
      const device = await startDevice(simulator);
      // Measuring needs a script of the test's own; the page has none, and its policy would refuse one.
      const { page, requested, complaints } = await openPage(browser, { ...settings, javaScriptEnabled: true });

      await page.goto(device.verification_uri_complete);
      await picture(page, `okx-consent-on-${name.replace(/^a /, '').replace(' ', '-')}`);

      const [width, content] = await page.evaluate(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      assert.ok(content <= width, `${content} px in ${width} px`);
      assert.deepEqual(requested, [device.verification_uri_complete]);
      assert.deepEqual(complaints, []);
    });
  }

  async function stateOf(userCode) {
    const { signIns } = await simulator.ask('okx/state');
    return signIns.find((signIn) => signIn.userCode === userCode).state;
  }
});
