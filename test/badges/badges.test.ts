import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { run } from '../../cli/run.ts'
import { FORMS } from './forms.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples', 'badges')
const files = readdirSync(folder)

/** `skills-passport verify FILE`, asking nobody. */
async function verify(file: string): Promise<{ code: number; out: string }> {
  const out: string[] = []
  const say = (text: string) => void out.push(text)
  const nothing = { input: async function* () {}, write: () => undefined, isTerminal: false, environment: {} }
  const code = await run(['verify', '--offline', file], { ...nothing, folder, print: say, complain: say })
  return { code, out: out.join('\n') }
}

test('there is a good and a bad example of every form, and of at least twenty', () => {
  const expected = FORMS.flatMap(({ name, ending }) => ['good', 'bad'].map((kind) => `${name}.${kind}.${ending}`))
  expect(files.toSorted()).toEqual(expected.toSorted())
  expect(FORMS.length).toBeGreaterThanOrEqual(20)
})

describe('skills-passport verify', () => {
  test.each(files.filter((file) => file.includes('.good.')))('IHE-95: ends with 0 for %s', async (file) => {
    const { code, out } = await verify(file)
    expect({ code, out }).toMatchObject({ code: 0 })
  })

  test.each(files.filter((file) => file.includes('.bad.')))('ends with 1 for %s, and says why', async (file) => {
    const { code, out } = await verify(file)
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringMatching(/signature/i) })
  })
})
