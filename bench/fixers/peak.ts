/** Tells the most memory that a program held, as it ends: `node --import peak.ts …`. In bytes, on standard error. */
process.on('exit', () => {
  process.stderr.write(`peak ${process.resourceUsage().maxRSS * 1024}\n`);
});
