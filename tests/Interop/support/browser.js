// A browser without a window, driven by Playwright: the one that is on the path, none is ever fetched.
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { repository } from './exchange.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const ending = process.platform === 'win32' ? '.exe' : '';

/** Where Chromium is, or undefined. */
export const browserPath = (process.env.PATH ?? '')
  .split(path.delimiter)
  .flatMap((folder) => names.map((name) => path.join(folder, name + ending)))
  .find(isProgram);

/** Given to a suite's `skip`: what is missing, or false. The build's summary repeats it. */
export const missing =
  browserPath === undefined ? 'no Chromium on the path: what a person sees in a browser WAS NOT TESTED' : false;

/** Starts it. Names resolve to nothing: a page reaches 127.0.0.1 or fails. */
export function startBrowser() {
  return chromium.launch({
    executablePath: browserPath,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
}

/** A page without JavaScript that keeps what it asked for and what it complained of. */
export async function openPage(browser, settings = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...settings });
  const page = await context.newPage();
  const requested = [];
  const complaints = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, requested, complaints };
}

/** Keeps a picture of the page in out/pages, for people. */
export async function picture(page, name) {
  const folder = path.join(repository, 'out', 'pages');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
