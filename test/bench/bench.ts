// `npm run bench -- <what>`: measures one thing, and prints ratios of one run on one machine.
const benches: Record<string, () => Promise<unknown>> = {
  turn: () => import('./turn.ts'),
  provision: () => import('./provision.ts'),
};

const [, , what = ''] = process.argv;
const bench = benches[what];
if (bench) await bench();
else {
  process.stderr.write(`Say what to measure: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
}
