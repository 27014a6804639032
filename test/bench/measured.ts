// What a bot that is measured does for whoever measures it: says where it listens and what it has used, and ends.

/** Of the processor, since it began, in microseconds. */
export interface Used {
  used: number;
}

export function measured(port: number, close: () => Promise<void>): void {
  const used = () => {
    const { user, system } = process.cpuUsage();
    return { used: user + system } satisfies Used;
  };
  process.on('message', (asked) => {
    if (asked === 'used') process.send?.(used());
    else void close().then(() => process.exit(0));
  });
  // Whoever measures has gone.
  process.on('disconnect', () => process.exit(1));
  process.send?.({ port });
}
