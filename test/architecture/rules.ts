import { transformSync } from 'esbuild'
import { besidesReExports, findCycle, resolve, specifiersOf } from './imports.ts'
import { mask } from './mask.ts'

/** Sources by path relative to the root, and the doors of package.json (`imports`). */
export interface Project {
  files: ReadonlyMap<string, string>
  doors: Readonly<Record<string, string>>
}

/** From the ground up, as in docs/style.md; `platform` lies under the two others of the ground. */
const FLOORS = [
  ['platform'],
  ['schemas', 'contexts'],
  ['skills', 'trust'],
  ['credential'],
  ['protocol'],
  ['keys', 'storage', 'server', 'web'],
  ['issuer', 'wallet', 'verifier'],
  ['cli'],
]
const PURE = ['schemas', 'contexts', 'skills', 'trust', 'credential', 'protocol']
/** Folders that read their own files. */
const READERS = ['schemas', 'contexts']
const READING = ['node:fs', 'node:path', 'node:url']
/** The hook that lets Node import .tsx has to be there before any door is opened. */
const HOOK = 'server/tsx.ts'
const MAX_LINES = 300

interface File {
  path: string
  folder: string
  source: string
  /** The source without types, JSX, comments and text. */
  code: string
  imports: { specifier: string; target: string | undefined }[]
}

type Rule = (file: File, project: Project) => string[]

const RULES: Rule[] = [imports, doors, folders, length, nodeParts, clock, environment, unsafe]

/** Every breach of the rules, each a sentence that begins with the file. */
export function breaches(project: Project): string[] {
  const files = [...project.files].map(([path, source]) => ({
    path,
    folder: path.includes('/') ? (path.split('/')[0] ?? '') : '',
    source,
    code: codeOf(path, source),
    imports: specifiersOf(source).map((specifier) => ({ specifier, target: resolve(path, specifier, project.doors) })),
  }))
  return [...files.flatMap((file) => RULES.flatMap((rule) => rule(file, project))), ...cycles(files)]
}

function imports({ path, folder, imports }: File, { doors }: Project): string[] {
  const here = floorOf(folder)
  return imports.flatMap(({ specifier, target }) => {
    if (target === undefined) return []
    if (target.startsWith('#')) return [`${path} imports ${specifier}, which package.json does not name`]
    const other = target.split('/')[0] ?? ''
    if (other === folder) return []
    // Our own name and version, which only the ground may read.
    if (target === 'package.json' && folder === 'platform') return []
    if (here >= 0 && !target.includes('/')) return [`${path} imports ${target}, which lies outside the floors`]
    const there = floorOf(other)
    if (here >= 0 && there < 0) return [`${path} imports ${target}: nobody imports ${other}`]
    if (here >= 0 && there > here) return [`${path} imports upward: ${target}`]
    if (here >= 0 && there === here) return [`${path} imports sideways: ${target}`]
    const door = `#${other}`
    const around = folder !== 'test' && specifier.startsWith('.') && door in doors && target !== HOOK
    if (around) return [`${path} imports ${target} around the door ${door}`]
    return []
  })
}

function doors({ path, source }: File, { doors }: Project): string[] {
  const isDoor = Object.values(doors).includes(`./${path}`)
  return isDoor && besidesReExports(source) ? [`${path} is a door and does more than re-export`] : []
}

function folders({ path }: File): string[] {
  const name = path.split('/').find((part) => /^(utils?|helpers?|common|shared)(\.\w+)?$/.test(part))
  return name ? [`${path}: ${name} says nothing of what is inside`] : []
}

function length({ path, folder, source }: File): string[] {
  const lines = source.replace(/\n$/, '').split('\n').length
  return folder !== 'test' && lines > MAX_LINES ? [`${path} has ${lines} lines, more than ${MAX_LINES}`] : []
}

function nodeParts({ path, folder, imports }: File): string[] {
  if (!PURE.includes(folder)) return []
  return imports
    .filter(({ specifier }) => specifier.startsWith('node:'))
    .filter(({ specifier }) => !(READERS.includes(folder) && READING.includes(specifier)))
    .map(({ specifier }) => `${path} imports ${specifier}: this floor is pure`)
}

function clock({ path, folder, code }: File): string[] {
  const reads = PURE.includes(folder) && /\bDate\.now\b|\bnew Date(\(\s*\)|(?!\s*\())|\bperformance\.now\b/.exec(code)
  return reads ? [`${path} reads the clock (${reads[0]}): the time is handed to this floor`] : []
}

function environment({ path, folder, code }: File): string[] {
  if (floorOf(folder) < 0 || /(^|\/)(config|main|settings)\.tsx?$/.test(path)) return []
  return /\bprocess\s*\.\s*env\b|\bimport\.meta\.env\b/.test(code) ? [`${path} reads the environment`] : []
}

function unsafe({ path, folder, code }: File): string[] {
  if (folder === 'test') return []
  const found =
    /\bsafe\s*:\s*(false|!1)|\bMath\.random\b|\binnerHTML\b|\bouterHTML\s*\+?=(?!=)|\binsertAdjacentHTML\b/.exec(code)
  return found ? [`${path} holds ${found[0]}, which is never safe here`] : []
}

function cycles(files: readonly File[]): string[] {
  return Object.values(Object.groupBy(files, ({ folder }) => folder)).flatMap((group = []) => {
    const within = ({ folder, imports }: File) =>
      imports.flatMap(({ target }) => (target?.startsWith(`${folder}/`) ? [target] : []))
    const cycle = findCycle(new Map(group.map((file) => [file.path, within(file)])))
    return cycle ? [`${cycle.join(' → ')} is a circle`] : []
  })
}

function floorOf(folder: string): number {
  return FLOORS.findIndex((floor) => floor.includes(folder))
}

function codeOf(path: string, source: string): string {
  const loader = path.endsWith('x') ? 'tsx' : 'ts'
  return mask(
    transformSync(source, { sourcefile: path, loader, jsx: 'automatic', format: 'esm', target: 'esnext' }).code,
  )
}
