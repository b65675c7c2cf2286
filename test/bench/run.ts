/** What there is to measure, by the name that chooses it. */
const PARTS = {
  programmes: () => import('./programmes.ts'),
  overlay: () => import('./overlay.ts'),
  audit: () => import('./audit.ts'),
  popup: () => import('./popup.ts'),
  packs: () => import('./packs.ts'),
};

async function main(wanted: string[]): Promise<number> {
  if (!wanted.every((name) => Object.hasOwn(PARTS, name))) {
    console.error(`usage: npm run bench [-- ${Object.keys(PARTS).join(' | ')}]`);
    return 2;
  }
  for (const [name, run] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await run();
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));

export {};
