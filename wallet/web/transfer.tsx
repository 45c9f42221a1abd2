import type { Job } from '#storage'
import { Actions, ButtonLink, count, Heading, Notice, Progress, page, SummaryList } from '#web'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'
import { passportWords } from './passport-words.tsx'

const WORDS = {
  import: {
    place: '/add',
    title: 'Adding what you brought',
    noun: 'file',
    failed: 'Not everything could be looked at. What was added so far is in your passport. Bring the files once more.',
    again: { href: '/add', label: 'Add the files again' },
  },
  export: {
    place: '/account',
    title: 'Saving everything',
    noun: 'credential',
    failed: 'Your files could not be made just now. Nothing of yours is lost. Try again in a little while.',
    again: { href: '/account', label: 'Back to your account' },
  },
} as const

/** Long work for a person, and how far it is; or that it came to nothing. */
export function transferPage(
  person: Person,
  { job, at, kind }: { job: Job; at: string; kind: keyof typeof WORDS },
): string {
  const { place, title, noun, failed, again } = WORDS[kind]
  const { state, done, total } = job
  return page({
    ...frameOf(person, place),
    title,
    hasErrors: state === 'failed',
    body: (
      <div class="narrow flow">
        <Heading>{title}</Heading>
        <Progress
          label={state === 'failed' ? 'It has stopped.' : 'You may leave this page; the work goes on.'}
          done={done}
          total={total}
          state={state === 'failed' ? 'failed' : 'running'}
          noun={noun}
          pollUrl={`${at}/progress`}
          refreshHref={at}
        />
        {state === 'failed' && (
          <>
            <Notice tone="attention" title="Something went wrong on our side">
              {failed}
            </Notice>
            <Actions>
              <ButtonLink href={again.href}>{again.label}</ButtonLink>
            </Actions>
          </>
        )}
      </div>
    ),
  })
}

/** What an export made, to be taken away. */
export function exportedPage(
  person: Person,
  { files, total, at }: { files: readonly number[]; total: number; at: string },
): string {
  const isOne = files.length === 1
  return page({
    ...frameOf(person, '/account'),
    title: 'Everything is saved',
    body: (
      <div class="narrow flow">
        <Heading
          back={{ href: '/account', label: 'Your account' }}
          lead={`${count(total, 'credential')} in ${count(files.length, 'ZIP file')}. ${
            isOne ? 'Download it within a day.' : 'Download every one, within a day.'
          }`}
        >
          Everything is saved
        </Heading>
        {isOne ? (
          <Actions>
            <ButtonLink href={`${at}/1`} icon="download" download>
              Download the ZIP file
            </ButtonLink>
          </Actions>
        ) : (
          <SummaryList
            rows={files.map((number) => ({
              label: `Part ${number} of ${files.length}`,
              value: (
                <a href={`${at}/${number}`} download>
                  Download part {number}
                </a>
              ),
            }))}
          />
        )}
        <p>
          To bring {isOne ? 'it' : 'them'} into a passport, this one or another, choose Add there and pick the ZIP file
          {isOne ? '' : 's, one after the other'}.
        </p>
      </div>
    ),
  })
}

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
