// Times an operation in rounds and prints one JSON line: what a round costs, a piece, in microseconds of CPU time.
const warmup = 300;
const round = 200;

/** Runs `operation` for a while, then in rounds; prints the median, the fastest and the slowest round. */
export async function measure(row, who, rounds, operation) {
  const count = await calibrate(operation);
  const costs = [];
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage();
    for (let n = 0; n < count; n++) {
      const pending = operation(n);
      if (pending instanceof Promise) {
        await pending;
      }
    }
    const used = process.cpuUsage(before);
    costs.push((used.user + used.system) / count);
  }
  costs.sort((a, b) => a - b);
  report({ row, who, median: costs[costs.length >> 1], low: costs[0], high: costs.at(-1), unit: 'us' });
}

export function report(measurement) {
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
}

// So many operations that a round takes about `round` milliseconds, after the compiler has seen them often.
async function calibrate(operation) {
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < warmup) {
    const pending = operation(count++);
    if (pending instanceof Promise) {
      await pending;
    }
  }
  return Math.max(1, Math.round((count * round) / warmup));
}
