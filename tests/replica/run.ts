import { startReplica } from './start';

/** Runs the world alone: `npx tsx tests/replica/run.ts [port] [seed]`, until Ctrl-C. */
const [port, seed] = process.argv.slice(2).map(Number);
const samplesDir = process.env['REAL_SAMPLES_DIR'];
const specsDir = process.env['PROVIDER_SPECS_DIR'];
const replica = await startReplica({
  port: port ?? 8443,
  seed: seed ?? 1,
  ...(samplesDir === undefined ? {} : { samplesDir }),
  ...(specsDir === undefined ? {} : { specsDir }),
});

console.log(
  `The replica listens on https://127.0.0.1:${String(replica.port)} (proxy: ${String(replica.proxyPort)}).`,
);
console.log(
  `Start Chromium with:\n  ${replica
    .chromiumArgs()
    .map((argument) => `'${argument}'`)
    .join(' ')}`,
);
console.log('Then open, for example:');
console.log('  https://www.xiaohongshu.com/explore');
for (const key of ['tea', 'video', 'hostile', 'popular', 'removed'])
  console.log(`  ${key}: ${replica.noteUrl(key)}`);
console.log('Cookies of somebody logged in (set them on both site domains):');
for (const { name, value } of replica.cookiesOf('member').slice(0, 5)) console.log(`  ${name}=${value}`);

const stop = (): void => {
  void replica.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
console.log('Keys of the providers:');
for (const provider of ['tikhub', 'justoneapi', 'parsebot'] as const)
  console.log(`  ${provider}: ${replica.providerKey(provider).value}`);
