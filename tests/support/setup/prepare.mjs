// @ts-check
/**
 * The first thing `npm start` and `npm test` run, on a machine where nothing is installed yet: plain Node, no
 * dependency. Installs the packages of the lockfile when they are not there, lets WXT write its types, and then finds
 * (or gets) the browsers named on the command line.
 *
 *   node tests/support/setup/prepare.mjs [chromium] [firefox]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const minimumNode = [20, 19];

/** @param {string} line */
function say(line) {
  console.log(`[setup] ${line}`);
}

/**
 * Ends the process with a reason a person can act on.
 * @param {string} reason
 * @returns {never}
 */
function giveUp(reason) {
  console.error(`[setup] ${reason}`);
  process.exit(1);
}

function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minimumNode;
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    giveUp(`Node ${minimumNode.join('.')} or newer is needed, this is ${process.versions.node}.`);
  }
}

/**
 * @param {string} path
 * @returns {Record<string, {version?: string, integrity?: string, optional?: boolean, devOptional?: boolean}>}
 */
function readLockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Says why the installed packages are not those of the lockfile, or `undefined` when they are. npm writes
 * `node_modules/.package-lock.json` at the end of an installation, so a broken-off one is noticed as well.
 * Packages for other platforms (`optional`) may be absent.
 */
function findInstallReason() {
  const installedPath = join(projectDir, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return 'the dependencies are not installed yet';
  const wanted = readLockedPackages(join(projectDir, 'package-lock.json'));
  const installed = readLockedPackages(installedPath);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found) {
      if (entry.optional || entry.devOptional) continue;
      return `${path} is missing`;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity)
      return `${path} differs from the lockfile`;
  }
  return undefined;
}

/**
 * @param {string} script path of a JavaScript file Node can run
 * @param {string[]} args
 * @returns {number} exit code
 */
function runNode(script, args) {
  const result = spawnSync(process.execPath, [script, ...args], { cwd: projectDir, stdio: 'inherit' });
  if (result.error) console.error(`[setup] ${result.error.message}`);
  return result.status ?? 1;
}

function installPackages() {
  const reason = findInstallReason();
  if (reason === undefined) return;
  say(`npm ci, because ${reason} …`);
  // npm tells the scripts it runs where its own JavaScript is; without it (run by hand) `npm` of the PATH has to do.
  const npmScript = process.env['npm_execpath'];
  const startedAt = Date.now();
  const status =
    npmScript && /\.c?js$/.test(npmScript) && /npm-cli/.test(npmScript)
      ? runNode(npmScript, ['ci'])
      : (spawnSync('npm ci', { cwd: projectDir, stdio: 'inherit', shell: true }).status ?? 1);
  if (status !== 0) giveUp('npm ci failed; its own message stands above. Is the network there?');
  const stillWrong = findInstallReason();
  if (stillWrong !== undefined) giveUp(`npm ci ended, but ${stillWrong}.`);
  say(`dependencies installed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

checkNodeVersion();
installPackages();
if (runNode(join('node_modules', 'wxt', 'bin', 'wxt.mjs'), ['prepare']) !== 0) giveUp('wxt prepare failed.');
const browsers = process.argv.slice(2);
if (browsers.length > 0) {
  const finder = join('tests', 'support', 'setup', 'find-browsers.ts');
  if (runNode(join('node_modules', 'tsx', 'dist', 'cli.mjs'), [finder, ...browsers]) !== 0) process.exit(1);
}
