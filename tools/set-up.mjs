// Runs a command with everything it needs: `node tools/set-up.mjs [--packages | --browsers] -- command [args…]`.
// Plain JavaScript without a package, because it runs before there are any, on whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSERS, findBrowser } from './browsers/find.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.managedlens-packages');
const LOCK = join(ROOT, '.output', 'set-up.lock');
const LOCK_BEAT = 5_000;
const USAGE = 'usage: node tools/set-up.mjs [--packages | --browsers] -- command [arguments…]';

class Refusal extends Error {}

const say = (text) => process.stderr.write(`set-up: ${text}\n`);

async function main([mode, ...rest]) {
  const command = rest[0] === '--' ? rest.slice(1) : [];
  if (!['--packages', '--browsers'].includes(mode) || command.length === 0) throw new Refusal(USAGE);
  const steps = mode === '--browsers' ? [browsers, packages] : [packages];
  if (!steps.every((step) => step.isReady())) {
    await withLock(async () => {
      for (const step of steps) if (!step.isReady()) await step.prepare();
    });
  }
  return run(command);
}

const packages = {
  isReady: () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfileHash(),
  async prepare() {
    say('installing the packages of package-lock.json…');
    await installPackages();
    writeFileSync(STAMP, lockfileHash());
  },
};

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');

/**
 * `npm install --no-save` takes what package-lock.json says and leaves the file alone. `npm ci` would refuse to work
 * wherever the lockfile lacks a platform's optional package, and it empties node_modules under whoever is using it.
 */
async function installPackages() {
  // Under `npm run` this names npm's own script, so that the npm that is running is the one that installs.
  const script = process.env.npm_execpath;
  const npm = script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=error'];
  const status = await start([...npm, 'install', ...options], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Refusal('npm install failed, see above.');
}

const missing = () =>
  Object.keys(BROWSERS)
    .filter((name) => !findBrowser(name))
    .map((name) => BROWSERS[name])
    .concat(hasChineseFont() ? [] : [{ title: 'a Chinese font', package: 'fonts-noto-cjk' }]);

const browsers = {
  isReady: () => missing().length === 0,
  async prepare() {
    const wanted = missing();
    const misled = wanted.find(({ variable }) => process.env[variable]);
    if (misled) throw new Refusal(`${misled.variable} names a file that does not exist.`);
    const byHand = `please install ${wanted.map(orVariable).join(' and ')}.`;
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Refusal(byHand);
    const names = wanted.map((each) => each.package);
    say(`installing ${names.join(', ')} with apt-get…`);
    await aptGet(['update'], byHand);
    await aptGet(['install', '-y', '--no-install-recommends', ...names], byHand);
    if (!browsers.isReady()) throw new Refusal(byHand);
  },
};

const orVariable = ({ title, variable }) => (variable ? `${title} (or set ${variable} to its path)` : title);

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  return list.error
    ? existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
    : list.stdout !== '';
}

/** Its many lines are shown only where it fails. */
async function aptGet(args, byHand) {
  const log = join(ROOT, '.output', 'apt-get.log');
  const output = openSync(log, 'w');
  const status = await start(['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const lines = readFileSync(log, 'utf8').trimEnd();
  rmSync(log);
  if (status === 0) return;
  process.stderr.write(`${lines.split('\n').slice(-15).join('\n')}\n`);
  throw new Refusal(`apt-get ${args[0]} failed; ${byHand}`);
}

/** One set-up at a time. Its owner touches the lock every few seconds; one left untouched has no owner. */
async function withLock(work) {
  mkdirSync(join(ROOT, '.output'), { recursive: true });
  for (let waited = false; !takeLock(); waited = true) {
    if (!waited) say('waiting for another set-up to end…');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const beat = setInterval(touchLock, LOCK_BEAT);
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

function takeLock() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const { mtimeMs } = statSync(LOCK, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > 4 * LOCK_BEAT) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function touchLock() {
  if (existsSync(LOCK)) utimesSync(LOCK, new Date(), new Date());
}

/** Runs the command with the project's own programs (and its Node) first on the path. */
function run(command) {
  const path = [join(MODULES, '.bin'), process.env.PATH].join(delimiter);
  return start(command, { stdio: 'inherit', env: { ...process.env, PATH: path } });
}

/** Starts a program, hands it the signals that come, and resolves to its exit code. */
function start([program, ...args], options) {
  return new Promise((resolve, reject) => {
    // Windows starts npm's .cmd files only through its shell.
    const child = spawn(program, args, {
      cwd: process.cwd(),
      ...options,
      shell: process.platform === 'win32',
    });
    // A terminal's Ctrl-C has reached the child by itself; a second one would mean "at once".
    const pass = (signal) => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', (error) => reject(new Refusal(`${program} can't be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = error.message === USAGE ? 2 : 1;
  },
);
