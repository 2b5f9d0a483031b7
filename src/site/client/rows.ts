/** Copies a rule: its address and its cells as a line of text. */
export {}

const said = document.querySelector<HTMLOutputElement>('[data-said]')

const visibleText = (cell: Element) =>
  [...cell.querySelectorAll('.port, .k, .t')].map((part) => part.textContent?.trim() ?? '').join(' ')

for (const button of document.querySelectorAll<HTMLButtonElement>('.copy'))
  button.addEventListener('click', async () => {
    const row = button.closest('tr')
    if (!row) return
    const address = new URL(`#${row.id}`, location.href).href
    await navigator.clipboard.writeText([...[...row.cells].map(visibleText), address].join('\t'))
    if (said) said.value = said.dataset['copied'] ?? ''
    button.classList.add('done')
    setTimeout(() => button.classList.remove('done'), 1500)
  })
