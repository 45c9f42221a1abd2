import { englishIn, language } from '../language.tsx'
import { Icon } from './Icon.tsx'

interface ScanProps {
  /** The id of the text field that takes what the code says; its form is then sent. */
  field: string
  label?: string
}

/** Reads a QR code by the camera. Where scripts do not run it is not shown, and the field beside it serves. */
export function Scan({ field, label = 'Scan a QR code' }: ScanProps) {
  return (
    <div class="scan" data-scan={field} hidden>
      <button class="button button-secondary" type="button" data-scan-start>
        <Icon name="scan-qr-code" />
        <span>{label}</span>
      </button>
      <dialog class="dialog" data-scan-dialog aria-label={label}>
        <p data-scan-status role="status" lang={englishIn(language())}>
          Hold the QR code inside the frame.
        </p>
        <video class="scan-video" data-scan-video playsInline muted />
        <div class="actions">
          <button class="button button-secondary" type="button" data-scan-stop>
            <Icon name="x" />
            <span lang={englishIn(language())}>Stop the camera</span>
          </button>
        </div>
      </dialog>
    </div>
  )
}
