import type { Job } from '#storage'
import { Actions, ButtonLink, Heading, Notice, Progress, page, SummaryList, translated } from '#web'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'
import { passportWords } from './passport-words.tsx'
import { transferWords } from './transfer-words.ts'

/** Where each kind of work belongs, and where whoever saw it fail goes on. */
const PLACES = { import: '/add', export: '/account' } as const

interface Transfer {
  job: Job
  at: string
  kind: keyof typeof PLACES
}

/** Long work for a person, and how far it is; or that it came to nothing. */
export const transferPage = translated((person: Person, { job, at, kind }: Transfer): string => {
  const words = transferWords()
  const { title, noun, failed, again } = words[kind]
  const { state, done, total } = job
  return page({
    ...frameOf(person, PLACES[kind]),
    title,
    hasErrors: state === 'failed',
    body: (
      <div class="narrow flow">
        <Heading>{title}</Heading>
        <Progress
          label={state === 'failed' ? words.stopped : words.mayLeave}
          done={done}
          total={total}
          state={state === 'failed' ? 'failed' : 'running'}
          noun={noun}
          pollUrl={`${at}/progress`}
          refreshHref={at}
        />
        {state === 'failed' && (
          <>
            <Notice tone="attention" title={words.wrong}>
              {failed}
            </Notice>
            <Actions>
              <ButtonLink href={PLACES[kind]}>{again}</ButtonLink>
            </Actions>
          </>
        )}
      </div>
    ),
  })
})

interface Exported {
  files: readonly number[]
  total: number
  at: string
}

/** What an export made, to be taken away. */
export const exportedPage = translated((person: Person, { files, total, at }: Exported): string => {
  const isOne = files.length === 1
  const words = transferWords()
  return page({
    ...frameOf(person, '/account'),
    title: words.saved,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/account', label: words.back }} lead={words.savedIn(total, files.length)}>
          {words.saved}
        </Heading>
        {isOne ? (
          <Actions>
            <ButtonLink href={`${at}/1`} icon="download" download>
              {words.download}
            </ButtonLink>
          </Actions>
        ) : (
          <SummaryList
            rows={files.map((number) => ({
              label: words.part(number, files.length),
              value: (
                <a href={`${at}/${number}`} download>
                  {words.downloadPart(number)}
                </a>
              ),
            }))}
          />
        )}
        <p>{isOne ? words.bringOne : words.bringEach}</p>
      </div>
    ),
  })
})

/** Where a job of a person's leads, and what is said of it on their passport. */
export function transferNotice({ id, kind, state, done, total }: Job): { title: string; href: string; link: string } {
  const isImport = kind === 'import'
  const words = passportWords()
  const href = `${isImport ? '/add/imports' : '/account/exports'}/${id}`
  if (state === 'done') {
    return isImport
      ? { title: words.lookedAt(total), href, link: words.seeEach }
      : { title: words.saved, href, link: words.download }
  }
  if (state === 'failed') return { title: words.failed, href, link: words.seeWhat }
  return { title: isImport ? words.looking(done, total) : words.saving(done, total), href, link: words.seeHowFar }
}
