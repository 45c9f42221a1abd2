import { englishIn, language } from '../language.tsx'
import { formWords } from './form-words.ts'
import { Icon } from './Icon.tsx'

/** An address to hand on: it can be selected, and copied by one press where scripts run. */
export function CopyLink({ id, label, url }: { id: string; label: string; url: string }) {
  return (
    <div class="field copy" data-copy>
      <label for={id}>{label}</label>
      <div class="copy-row">
        <input id={id} class="input input-code" type="text" readonly value={url} />
        <button class="button button-secondary" type="button" hidden data-copy-button>
          <Icon name="copy" />
          <span>{formWords().copy}</span>
        </button>
      </div>
      <p class="hint" role="status" lang={englishIn(language())} data-copy-status />
    </div>
  )
}
