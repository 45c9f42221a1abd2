/** Opens the question as a dialog instead of unfolding it: the page behind waits, Escape goes back. */
export function confirm(details: HTMLDetailsElement): void {
  const summary = details.querySelector('summary')
  const panel = details.querySelector('.confirm-panel')
  const title = panel?.querySelector('h2')
  if (!summary || !panel || !title) return
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog'
  dialog.setAttribute('aria-labelledby', title.id)
  dialog.append(panel)
  details.after(dialog)
  summary.addEventListener('click', (event) => {
    event.preventDefault()
    dialog.showModal()
  })
  const cancel = panel.querySelector<HTMLButtonElement>('[data-confirm-cancel]')
  if (!cancel) return
  cancel.hidden = false
  cancel.autofocus = true
  cancel.addEventListener('click', () => dialog.close())
}
