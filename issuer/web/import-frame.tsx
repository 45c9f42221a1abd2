import { Steps } from '#web'
import type { OpenBatch } from '../import-results.ts'
import type { Staff } from '../viewer.ts'
import { IMPORTS } from './imports-page.tsx'

/** What every page about an import is given. */
export interface ImportFrame {
  staff: Staff
  open: OpenBatch
  flash?: string | undefined
}

const STEPS = ['Upload', 'Columns', 'Check', 'Award']

/** The steps of an import, where it is, and the way back to its columns where there is one. */
export const steps = (id: string, current: number, { toColumns = false } = {}) => (
  <Steps
    current={current}
    steps={STEPS.map((label) => ({
      label,
      ...(label === 'Columns' && toColumns ? { href: `${IMPORTS}/${id}/columns` } : {}),
    }))}
  />
)
