/** Copies the address beside the button, and says so. */
export function copy(element: HTMLElement): void {
  const button = element.querySelector<HTMLButtonElement>('[data-copy-button]')
  const input = element.querySelector('input')
  const status = element.querySelector('[data-copy-status]')
  if (!button || !input || !status || !navigator.clipboard) return
  button.hidden = false
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(input.value).then(
      () => {
        status.textContent = 'Copied.'
      },
      () => {
        input.select()
        status.textContent = 'It is selected. Copy it with your keyboard.'
      },
    )
  })
}
