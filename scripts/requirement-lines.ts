interface TestFile {
  path: string
  source: string
}

/** A test whose name begins with the rows that it shows: `ES-19, ES-20: …`, or `IHE-31 (partly): …`. */
const NAMED = /(['"`])((?:(?:ES|IHE|HTQ)-\d+(?:, )?)+)( \(partly\))?: (.*?)\1/g

/** A text that begins as such a name does. One that goes on otherwise would be overlooked. */
const BEGUN = /(['"`])((?:ES|IHE|HTQ)-\d+\b.*?)\1/g

/** Engines are not what a person uses: what only a test of theirs shows is met in part. */
const ENGINES = 'test/skills/'

/**
 * A line for each row of the table of requirements, `ID met|partly|not TEST`, by the names of the tests that show it. Of several
 * tests that is the first of those that show most. Throws where a test names a row that is not there, or names rows in another
 * way than `ES-19, ES-20 (partly): …`.
 */
export function requirementLines(csv: string, tests: readonly TestFile[]): string[] {
  const ids = [...csv.matchAll(/^(?:ES|IHE|HTQ)-\d+(?=,)/gm)].map(([id]) => id)
  const shown = tests.flatMap(testsIn)
  const unknown = shown.find(({ id }) => !ids.includes(id))
  if (unknown) throw new Error(`${unknown.test} names ${unknown.id}, which is no row.`)
  return ids.map((id) => {
    const all = shown.filter((one) => one.id === id)
    const best = all.find(({ isPart }) => !isPart) ?? all[0]
    return best ? `${id} ${best.isPart ? 'partly' : 'met'} ${best.test}` : `${id} not -`
  })
}

function testsIn({ path, source }: TestFile) {
  const named = [...source.matchAll(NAMED)]
  const other = [...source.matchAll(BEGUN)].find(({ index }) => named.every((one) => one.index !== index))
  if (other) throw new Error(`${path} › ${other[2]} does not name its rows as “ES-19, ES-20 (partly): …”.`)
  return named.flatMap(([, , ids = '', partly, title = '']) =>
    ids.split(', ').map((id) => ({
      id,
      isPart: partly !== undefined || path.startsWith(ENGINES),
      test: `${path} › ${title}`,
    })),
  )
}
