// Compares what our cmdlets emit with what the service sent and what ccxt made of it; never through a float where both
// sides have text.
import assert from 'node:assert/strict';

/** How a raw value and ours are brought to one form. */
const forms = {
  text: { raw: String, ours: String },
  decimal: { raw: plain, ours: plain },
  flag: { raw: Boolean, ours: Boolean },
  milliseconds: { raw: Number, ours: (text) => Date.parse(text) },
  seconds: { raw: (seconds) => Number(seconds) * 1000, ours: (text) => Date.parse(text) },
  side: { raw: (word) => word.toLowerCase(), ours: (word) => word.toLowerCase() },
  status: { raw: (code) => statuses[code], ours: String },
  levels: { raw: (levels) => levels.map(levelOf), ours: (levels) => levels.map(levelOf) },
};

const statuses = {
  '-1': 'NotTriggered',
  0: 'Unfilled',
  1: 'PartiallyFilled',
  2: 'Completed',
  3: 'PartiallyFilledCancelled',
  4: 'Cancelled',
  6: 'PostOnlyCancelled',
};

/**
 * Asserts that our object and the raw one say the same. `table.same` has [ours, raw, form] rows; `table.ours` and
 * `table.raw` name what only one side has. A field that no list names fails: then the table is out of date.
 */
export function assertSame(ours, raw, table) {
  for (const [ourName, rawName, form] of table.same) {
    assert.deepEqual(formed(ours[ourName], forms[form].ours), formed(raw[rawName], forms[form].raw), ourName);
  }
  assertNoOther(ours, [...table.same.map(([name]) => name), ...(table.ours ?? [])]);
  assertNoOther(raw, [...table.same.map(([, name]) => name), ...(table.raw ?? [])]);
}

/** Asserts that both lists have the same objects in the same order. */
export function assertSameList(ours, raw, table) {
  assert.ok(raw.length > 0, 'there is nothing to compare');
  assert.equal(ours.length, raw.length);
  ours.forEach((one, i) => assertSame(one, raw[i], table));
}

/** Asserts that a float of ccxt is our decimal, as near as floats are. */
export function assertNumber(float, decimal, name) {
  const expected = Number(decimal);
  assert.ok(Math.abs(float - expected) <= 1e-12 * Math.max(1, Math.abs(expected)), `${name}: ${float}, ${decimal}`);
}

/** A decimal's text without zeros that say nothing. */
export function plain(value) {
  const text = String(value);
  assert.match(text, /^-?\d+(\.\d+)?$/);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function formed(value, form) {
  return value === undefined || value === null ? null : form(value);
}

function levelOf({ price, amount, count, total, ...others }) {
  assertNoOther(others, []);
  return { price: plain(price), amount: plain(amount), count, total: plain(total) };
}

function assertNoOther(object, known) {
  assert.deepEqual(
    Object.keys(object).filter((name) => !known.includes(name)),
    [],
    'fields that nobody compares',
  );
}
